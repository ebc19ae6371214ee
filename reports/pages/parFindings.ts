import { findingsPage } from "../keyFindings.ts";

export default findingsPage("par_ministry", "par_ministry", (ranking) => ranking === "published");
