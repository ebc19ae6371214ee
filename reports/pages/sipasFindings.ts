import { findingsPage } from "../keyFindings.ts";

export default findingsPage("sipas", "sipas", () => true);
