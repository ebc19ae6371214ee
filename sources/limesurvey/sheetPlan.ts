import type { LimeDatabase } from "./limeDatabase.ts";
import type { OpenSurvey } from "./openSurvey.ts";
import type { ResponseTable } from "./responseTable.ts";

/** One sheet to be written. */
export interface SheetPlan {
  readonly db: LimeDatabase;
  readonly open: OpenSurvey;
  readonly table: ResponseTable;
  /** The columns of the sheet. */
  readonly columns: readonly string[];
  /** What is asked of the server, and what it is called on landing. */
  readonly expressions: readonly string[];
  readonly landed: readonly string[];
  /** The sheet's rows as a SELECT from what landed. */
  readonly select: (from: string) => string;
}
