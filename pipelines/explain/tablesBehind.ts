import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseGraph } from "../../sql/graph.ts";
import { packageRoot } from "../packageRoot.ts";

/** A table that a figure went through: the file that makes it, and what it is. */
export interface TableBehind {
  readonly table: string;
  readonly file: string;
  readonly summary: string;
}

/** The mart and every table before it, each after those that it reads, by the graph that ships with the program. */
export async function tablesBehind(mart: string): Promise<TableBehind[]> {
  const graph = parseGraph(await readFile(join(packageRoot, "sql/GRAPH.md"), "utf8"));
  const byName = new Map(graph.map((line) => [line.name, line]));
  const found = new Map<string, TableBehind>();
  const visit = (table: string): void => {
    if (found.has(table)) return;
    const line = byName.get(table);
    for (const input of line?.inputs ?? []) visit(input);
    found.set(
      table,
      line === undefined ? given(table) : { table, file: fileOf(table), summary: line.summary },
    );
  };
  visit(mart);
  const isGiven = ({ table }: { table: string }) => !byName.has(table);
  const all = [...found.values()];
  return [
    ...all.filter(isGiven).sort((a, b) => (a.table < b.table ? -1 : 1)),
    ...all.filter((line) => !isGiven(line)),
  ];
}

/** What is loaded before the first table is made. */
function given(table: string): TableBehind {
  return table.startsWith("raw.")
    ? { table, file: "the snapshot", summary: "as the sources gave it" }
    : { table, file: "models/", summary: "as the specification says" };
}

function fileOf(table: string): string {
  const path = `sql/${table.replace(".", "/")}`;
  return existsSync(join(packageRoot, `${path}.sql`)) ? `${path}.sql` : `${path}.ts`;
}
