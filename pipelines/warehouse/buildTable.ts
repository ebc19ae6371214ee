import type { DuckDBConnection } from "@duckdb/node-api";
import type { Columns, Row, RowsTable } from "../../sql/table.ts";
import { readColumns } from "./readColumns.ts";
import { readRows } from "./readRows.ts";
import { writeRows } from "./writeRows.ts";

/** What making a table takes of its declaration. */
export type Recipe = { readonly name: string; readonly file: string } & (
  | { readonly kind: "sql"; readonly select: string }
  | { readonly kind: "rows"; readonly made: RowsTable }
);

/** Makes one table from its inputs, which stand already. */
export async function buildTable(connection: DuckDBConnection, table: Recipe): Promise<void> {
  if (table.kind === "sql") {
    await connection.run(`create table ${table.name} as ${table.select}`).catch((error: Error) => {
      throw new Error(`${table.file}: ${error.message}`, { cause: error });
    });
    return;
  }
  const inputs: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries(table.made.inputs)) inputs[name] = await readRows(connection, sql);
  const wide: Record<string, Columns> = {};
  for (const [name, sql] of Object.entries(table.made.wide ?? {}))
    wide[name] = await readColumns(connection, sql);
  await writeRows(connection, table.name, table.made.columns, table.made.rows(inputs, wide));
}
