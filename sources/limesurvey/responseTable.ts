import type { ColumnMap } from "./mapColumns.ts";

/** One table of responses: the one in use, or one put aside. */
export interface ResponseTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** When it was put aside, as its name says; null for the one in use. */
  readonly archived: string | null;
  readonly map: ColumnMap;
}
