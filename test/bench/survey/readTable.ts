import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { codeEnding, codeRoot, packageRoot } from "../../../pipelines/packageRoot.ts";
import { codeTable, sqlTable, type Table } from "../../../pipelines/warehouse/tables.ts";
import { parseTable } from "../../../sql/parseTable.ts";
import type { RowsTable, SelectTable } from "../../../sql/table.ts";

/** One table of the product by its name, without the others. */
export async function readTable(connection: DuckDBConnection, name: string): Promise<Table> {
  const place = join("sql", name.replace(".", "/"));
  const file = join(packageRoot, `${place}.sql`);
  if (existsSync(file)) {
    const { head, select } = parseTable(readFileSync(file, "utf8"), file);
    return sqlTable(connection, name, file, head, select);
  }
  const code = pathToFileURL(join(codeRoot, `${place}${codeEnding}`)).href;
  const module = (await import(code)) as { default: RowsTable | SelectTable };
  return codeTable(connection, name, module.default);
}
