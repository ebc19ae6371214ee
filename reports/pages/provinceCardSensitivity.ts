import { sensitivityPage } from "../scorecards/robustness.ts";

export default sensitivityPage("par_province");
