import { meansPage } from "../scorecards/means.ts";

export default meansPage("par_province");
