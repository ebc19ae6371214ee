import { findingsPage } from "../keyFindings.ts";

export default findingsPage("par_scores_ministry", "par_ministry", (ranking) => ranking !== "published");
