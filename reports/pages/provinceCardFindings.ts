import { findingsPage } from "../keyFindings.ts";

export default findingsPage("par_scores_province", "par_province", (ranking) => ranking !== "published");
