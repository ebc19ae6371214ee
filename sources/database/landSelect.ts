import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fromLandedCsv } from "./landedTable.ts";
import type { OpenDatabase } from "./openDatabase.ts";

/** Lands expressions over one table of the store as a table of texts. */
export async function landSelect(
  connection: DuckDBConnection,
  db: OpenDatabase,
  expressions: readonly string[],
  from: string,
  target: { readonly file: string; readonly table: string; readonly columns: readonly string[] },
): Promise<void> {
  try {
    await db.copy(expressions, from, target.file);
    const types = Object.fromEntries(target.columns.map((column) => [column, "VARCHAR"]));
    await connection.run(`create or replace table ${target.table} as ${fromLandedCsv(target.file, types)}`);
  } finally {
    await rm(target.file, { force: true });
  }
}
