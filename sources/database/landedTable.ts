import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type RawTable, rawTables } from "../source.ts";
import { orderOf } from "./selectTable.ts";

/** Opens a DuckDB of its own for landed files; what does not fit in memory goes beside the target. */
export async function withLanding<T>(
  target: string,
  work: (connection: DuckDBConnection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const spill = join(dirname(target), `spill-${process.pid}`);
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: "400MB",
    temp_directory: spill,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    return await work(connection);
  } finally {
    signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

/** Writes what a SELECT gives as the Parquet file of one raw table: typed, and in the order that every store has. */
export async function writeRawTable(
  connection: DuckDBConnection,
  table: RawTable,
  from: string,
  target: string,
): Promise<void> {
  const columns = Object.entries(rawTables[table]).map(([column, type]) => `${column}::${type} as ${column}`);
  await connection.run(
    `copy (select ${columns.join(", ")} from (${from}) order by ${orderOf(table).join(", ")})
     to ${quoted(target)} (format parquet, compression zstd)`,
  );
}

/**
 * A landed CSV as DuckDB reads it: nothing is guessed, and an empty text, NULL and a text "\N" stay three things.
 * A line longer than 16 MB is refused.
 */
export function fromLandedCsv(path: string, columns: Readonly<Record<string, string>>): string {
  const declared = Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  return `select * from read_csv(${quoted(path)}, auto_detect = false, header = false, delim = ',', quote = '"',
    escape = '"', nullstr = '\\N', allow_quoted_nulls = false, max_line_size = 16777216,
    columns = {${declared.join(", ")}})`;
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
