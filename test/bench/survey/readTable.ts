import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { codeEnding, codeRoot, packageRoot } from "../../../pipelines/packageRoot.ts";
import type { Recipe } from "../../../pipelines/warehouse/buildTable.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import type { Row, RowsTable, SelectTable } from "../../../sql/table.ts";

/** One table of the product by its name, without the others and without the promises of its head. */
export async function readTable(connection: DuckDBConnection, name: string): Promise<Recipe> {
  const place = join("sql", name.replace(".", "/"));
  const file = join(packageRoot, `${place}.sql`);
  if (existsSync(file)) return { kind: "sql", name, file, select: readFileSync(file, "utf8") };
  const code = join(codeRoot, `${place}${codeEnding}`);
  const module = (await import(pathToFileURL(code).href)) as { default: RowsTable | SelectTable };
  const made = module.default;
  if ("rows" in made) return { kind: "rows", name, file: code, made };
  const rows: Record<string, Row[]> = {};
  for (const [input, sql] of Object.entries(made.inputs)) rows[input] = await readRows(connection, sql);
  return { kind: "sql", name, file: code, select: made.select(rows) };
}
