import { robustnessPage } from "../scorecards/robustness.ts";

export default robustnessPage("par_ministry");
