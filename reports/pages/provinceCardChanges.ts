import { changesPage } from "../scorecards/changes.ts";

export default changesPage("par_province");
