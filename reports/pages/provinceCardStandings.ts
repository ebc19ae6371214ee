import { standingsPage } from "../scorecards/standings.ts";

export default standingsPage("par_province");
