import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { SpecError } from "../../models/errors.ts";
import { groupBy } from "../../models/groupBy.ts";
import { buildOrder, type Edges } from "../../sql/buildOrder.ts";
import { inputTables } from "../../sql/inputTables.ts";
import { parseTable } from "../../sql/parseTable.ts";
import type { Layer, Row, RowsTable, SelectTable, TableHead } from "../../sql/table.ts";
import { defaultExportsIn, filesIn } from "../discover.ts";
import { codeEnding, codeRoot, packageRoot } from "../packageRoot.ts";
import type { Recipe } from "./buildTable.ts";
import { readRows } from "./readRows.ts";

/** One table of the warehouse as its file declares it. */
export type Table = Edges &
  Recipe & {
    readonly head: TableHead;
    /** The spec tables whose rows wrote its SELECT. */
    readonly shapedBy?: readonly string[];
  };

/**
 * The tables under sql/, in the order in which they can be built: all of them, or those that are wanted and what they are made
 * from; no other file is read then. `given` names what is loaded before them: spec.* must stand, because some SELECTs are shaped
 * by it.
 */
export async function readTables(
  connection: DuckDBConnection,
  given: ReadonlySet<string>,
  wanted?: readonly string[],
): Promise<Table[]> {
  const files = groupBy(await tableFiles(), ({ name }) => name);
  const tables: Table[] = [];
  const open = new Set(wanted ?? files.keys());
  for (const name of open) {
    for (const { path } of files.get(name) ?? []) {
      const table = await readTable(connection, name, path);
      await parseChecks(connection, table);
      tables.push(table);
      for (const input of table.inputs) open.add(input); // read in its turn
    }
  }
  const byName = new Map(tables.map((table) => [table.name, table]));
  return buildOrder(tables, given).map((name) => byName.get(name) as Table);
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

/** The files that make tables: a file's place is its registration. */
async function tableFiles(): Promise<{ name: string; path: string }[]> {
  const written = await filesIn(join(packageRoot, "sql"), [".sql"]);
  const coded = (await filesIn(join(codeRoot, "sql"), [codeEnding])).filter(
    (path) => path.includes("/") && !path.endsWith(`.d${codeEnding}`),
  );
  return [...written, ...coded].map((path) => ({ name: path.replace(/\.\w+$/, "").replace("/", "."), path }));
}

async function readTable(connection: DuckDBConnection, name: string, path: string): Promise<Table> {
  if (!path.endsWith(".sql")) {
    const module = (await import(pathToFileURL(join(codeRoot, "sql", path)).href)) as {
      default: RowsTable | SelectTable;
    };
    return codeTable(connection, name, module.default);
  }
  const { head, select } = parseTable(await readFile(join(packageRoot, "sql", path), "utf8"), `sql/${path}`);
  return sqlTable(connection, name, `sql/${path}`, head, select);
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
  return sqlTable(
    connection,
    name,
    file,
    made.head,
    await writeSelect(connection, made, inputs, file),
    inputs,
  );
}

/** A table of SQL as its file or its TypeScript wrote it. */
export async function sqlTable(
  connection: DuckDBConnection,
  name: string,
  file: string,
  head: TableHead,
  select: string,
  shapedBy: readonly string[] = [],
): Promise<Table> {
  const inputs = await parseInputs(connection, select, file);
  return { kind: "sql", name, file, head, select, shapedBy, inputs };
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

/** A check is a SELECT like any other: it may read tables and `this`, and do nothing else. Returns the tables it reads. */
export async function parseChecks(connection: DuckDBConnection, { head, file }: Table): Promise<string[]> {
  const read = new Set<string>();
  for (const checks of [head.checks, head.warnings]) {
    for (const sql of Object.values(checks?.["no rows"] ?? {}))
      for (const input of await parseInputs(connection, sql, file, thisTable)) read.add(input);
    for (const target of Object.values(checks?.["refers to"] ?? {}))
      read.add(target.split(".").slice(0, 2).join("."));
  }
  return [...read];
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
