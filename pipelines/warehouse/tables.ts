import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { SpecError } from "../../models/errors.ts";
import { buildOrder, type Edges } from "../../sql/buildOrder.ts";
import { inputTables } from "../../sql/inputTables.ts";
import { parseTable } from "../../sql/parseTable.ts";
import {
  type Layer,
  layers,
  type Row,
  type RowsTable,
  type SelectTable,
  type TableHead,
} from "../../sql/table.ts";
import { defaultExportsIn, filesIn } from "../discover.ts";
import { packageRoot } from "../packageRoot.ts";
import type { Recipe } from "./buildTable.ts";
import { readRows } from "./readRows.ts";

/** One table of the warehouse as its file declares it. */
export type Table = Edges & Recipe & { readonly head: TableHead };

/**
 * Every table under sql/, in the order in which they can be built. `given` names what is loaded before them:
 * spec.* must stand, because some SELECTs are shaped by it.
 */
export async function readTables(connection: DuckDBConnection, given: ReadonlySet<string>): Promise<Table[]> {
  const tables = [...(await sqlTables(connection)), ...(await codeTables(connection))];
  for (const table of tables) await parseChecks(connection, table);
  const byName = new Map(tables.map((table) => [table.name, table]));
  return buildOrder(tables, given).map((name) => byName.get(name) as Table);
}

/** Of tables in build order, those that are wanted and those that they are made from. */
export function tablesFor(wanted: readonly string[], tables: readonly Table[]): Table[] {
  const needed = new Set(wanted);
  return tables
    .toReversed()
    .filter((table) => {
      if (!needed.has(table.name)) return false;
      for (const input of table.inputs) needed.add(input);
      return true;
    })
    .toReversed();
}

/** The heads of a layer's tables by their names, from their files alone. */
export async function readHeads(layer: Layer): Promise<Map<string, TableHead>> {
  const heads = new Map<string, TableHead>();
  const folder = join(packageRoot, "sql", layer);
  for (const path of await filesIn(folder, [".sql"])) {
    const { head } = parseTable(await readFile(join(folder, path), "utf8"), `sql/${layer}/${path}`);
    heads.set(`${layer}.${path.replace(/\.sql$/, "")}`, head);
  }
  const made = await defaultExportsIn<RowsTable | SelectTable>(join("sql", layer));
  for (const [path, { head }] of made) heads.set(`${layer}.${path}`, head);
  return new Map([...heads].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sqlTables(connection: DuckDBConnection): Promise<Table[]> {
  const folder = join(packageRoot, "sql");
  const tables: Table[] = [];
  for (const path of await filesIn(folder, [".sql"])) {
    const file = `sql/${path}`;
    const { head, select } = parseTable(await readFile(join(folder, path), "utf8"), file);
    tables.push(await sqlTable(connection, path.replace(/\.sql$/, "").replace("/", "."), file, head, select));
  }
  return tables;
}

async function codeTables(connection: DuckDBConnection): Promise<Table[]> {
  const tables: Table[] = [];
  for (const layer of layers) {
    const found = await defaultExportsIn<RowsTable | SelectTable>(join("sql", layer));
    for (const [path, made] of found) tables.push(await codeTable(connection, `${layer}.${path}`, made));
  }
  return tables;
}

/** A table of TypeScript as declared by its file's default export. */
export async function codeTable(
  connection: DuckDBConnection,
  name: string,
  made: RowsTable | SelectTable,
): Promise<Table> {
  const file = `sql/${name.replace(".", "/")}.ts`;
  const inputs = await inputsOf(connection, made, file);
  if ("rows" in made) return { kind: "rows", name, file, head: made.head, made, inputs };
  return sqlTable(connection, name, file, made.head, await writeSelect(connection, made, inputs, file));
}

/** A table of SQL as its file or its TypeScript wrote it. */
export async function sqlTable(
  connection: DuckDBConnection,
  name: string,
  file: string,
  head: TableHead,
  select: string,
): Promise<Table> {
  return { kind: "sql", name, file, head, select, inputs: await parseInputs(connection, select, file) };
}

async function inputsOf(
  connection: DuckDBConnection,
  made: RowsTable | SelectTable,
  file: string,
): Promise<string[]> {
  const inputs = new Set<string>();
  const wide = "rows" in made ? made.wide : undefined;
  for (const sql of Object.values({ ...made.inputs, ...wide })) {
    for (const input of await parseInputs(connection, sql, file)) inputs.add(input);
  }
  return [...inputs].sort();
}

async function writeSelect(
  connection: DuckDBConnection,
  made: SelectTable,
  inputs: readonly string[],
  file: string,
): Promise<string> {
  const outside = inputs.find((input) => !input.startsWith("spec."));
  if (outside)
    throw new SpecError([
      { file, path: "inputs", message: `reads ${outside}; only spec may shape a SELECT` },
    ]);
  const rows: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries(made.inputs)) rows[name] = await readRows(connection, sql);
  return made.select(rows);
}

const thisTable = new Set(["this"]);

/** A check is a SELECT like any other: it may read tables and `this`, and do nothing else. */
export async function parseChecks(connection: DuckDBConnection, { head, file }: Table): Promise<void> {
  for (const checks of [head.checks, head.warnings]) {
    for (const sql of Object.values(checks?.["no rows"] ?? {}))
      await parseInputs(connection, sql, file, thisTable);
  }
}

/** What a SELECT reads, by DuckDB's own parser; the tables need not exist. */
export async function parseInputs(
  connection: DuckDBConnection,
  sql: string,
  file: string,
  ownNames?: ReadonlySet<string>,
): Promise<string[]> {
  const reader = await connection.runAndReadAll("select json_serialize_sql($sql::varchar)::varchar", { sql });
  return inputTables(String(reader.getRows()[0]?.[0]), file, ownNames);
}
