import { readSpec } from "../models/spec/readSpec.ts";
import { toSpecTables } from "../models/spec/specTables.ts";
import { rawTables } from "../sources/source.ts";
import { graphMarkdown } from "../sql/graph.ts";
import { layers } from "../sql/table.ts";
import { packageRoot } from "./packageRoot.ts";
import { readModelFiles } from "./readModels.ts";
import { connect } from "./warehouse/connection.ts";
import { readTables, type Table } from "./warehouse/tables.ts";
import { writeRows } from "./warehouse/writeRows.ts";

/** Every table of the package's own sql/ in build order; no store is needed, only the specification. */
export async function readPackageTables(): Promise<Table[]> {
  const spec = toSpecTables(readSpec(await readModelFiles([packageRoot])));
  const { connection, close } = await connect(":memory:", {
    threads: 1,
    memoryLimit: "500MB",
    spillFolder: "",
  });
  try {
    for (const layer of layers) await connection.run(`create schema ${layer}`);
    for (const table of spec) await writeRows(connection, table.name, table.columns, table.rows);
    const given = [
      ...Object.keys(rawTables).map((name) => `raw.${name}`),
      ...spec.map((table) => table.name),
    ];
    return await readTables(connection, new Set(given));
  } finally {
    close();
  }
}

/** sql/GRAPH.md as it should be. */
export async function readGraph(): Promise<string> {
  return graphMarkdown(await readPackageTables());
}
