import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { buildTable } from "../../pipelines/warehouse/buildTable.ts";
import { connect } from "../../pipelines/warehouse/connection.ts";
import { readRows } from "../../pipelines/warehouse/readRows.ts";
import { runChecks } from "../../pipelines/warehouse/runChecks.ts";
import { codeTable, sqlTable, type Table } from "../../pipelines/warehouse/tables.ts";
import { parseTable } from "../../sql/parseTable.ts";
import { layers, type Row, type RowsTable, type SelectTable } from "../../sql/table.ts";

/**
 * Builds one table of the warehouse from inputs drawn as text and runs its checks. A column's type follows its name
 * after a colon (`n:integer`); text otherwise. Empty or `null` is NULL; quotes keep the blanks of `"4 "`.
 */
export async function build(name: string, inputs: Readonly<Record<string, string>>): Promise<Row[]> {
  const { connection, close } = await connect(":memory:", {
    threads: 2,
    memoryLimit: "500MB",
    spillFolder: "",
  });
  try {
    for (const layer of layers) await connection.run(`create schema ${layer}`);
    for (const [input, text] of Object.entries(inputs)) await drawTable(connection, input, text);
    const table = await findTable(connection, name);
    await buildTable(connection, table);
    await runChecks(connection, table);
    return await readRows(connection, `from ${name} order by all`);
  } finally {
    close();
  }
}

async function findTable(connection: DuckDBConnection, name: string): Promise<Table> {
  const path = join(packageRoot, "sql", name.replace(".", "/"));
  if (existsSync(`${path}.sql`)) {
    const { head, select } = parseTable(readFileSync(`${path}.sql`, "utf8"), `${path}.sql`);
    return sqlTable(connection, name, `${path}.sql`, head, select);
  }
  const module = (await import(pathToFileURL(`${path}.ts`).href)) as { default: RowsTable | SelectTable };
  return codeTable(connection, name, module.default);
}

async function drawTable(connection: DuckDBConnection, name: string, text: string): Promise<void> {
  const [header = "", ...lines] = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const cells = (line: string) => line.split("|").map((cell) => cell.trim());
  const columns = cells(header).map((column) => column.split(":") as [string, string?]);
  await connection.run(
    `create table ${name} (${columns.map(([column, type]) => `${column} ${type ?? "varchar"}`).join(", ")})`,
  );
  for (const line of lines) {
    const values = cells(line).map((cell) =>
      cell === "" || cell === "null" ? "null" : `'${cell.replace(/^"(.*)"$/, "$1").replaceAll("'", "''")}'`,
    );
    await connection.run(`insert into ${name} values (${values.join(", ")})`);
  }
}
