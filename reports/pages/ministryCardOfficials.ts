import { officialsPage } from "../scorecards/officials.ts";

export default officialsPage("par_ministry");
