import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { type RawTable, rawTables } from "../source.ts";
import { orderOf } from "./selectTable.ts";

/**
 * Opens a DuckDB of its own for landed files; what does not fit in memory goes beside the target. Every thread has buffers
 * of its own, and one alone none to give back in time: with two the memory is enough, however many a machine has.
 */
export async function withLanding<T>(
  target: string,
  work: (connection: DuckDBConnection) => Promise<T>,
  signal?: AbortSignal,
  memory = "150MB",
): Promise<T> {
  const spill = join(dirname(target), `spill-${process.pid}`);
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memory,
    threads: "2",
    temp_directory: spill,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    return await work(connection);
  } catch (error) {
    throw withoutRow(error);
  } finally {
    signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

/** What DuckDB says of a row that it cannot read, without the row: answers have no place in a message. */
function withoutRow(error: unknown): unknown {
  if (!(error instanceof Error) || !/CSV Error|Conversion Error/.test(error.message)) return error;
  const [first = ""] = error.message.split("\n");
  return new Error(first.replace(/string (['"]).*\1 to/, "a text to"));
}

/**
 * Writes what a SELECT gives as a Parquet file, row by row as it comes. One thread: several would keep whole row groups
 * for one another, to write them in order. A wide table has fewer rows in a group, so that a group's size is bounded.
 */
export async function streamParquet(
  connection: DuckDBConnection,
  select: string,
  target: string,
  nColumns: number,
): Promise<void> {
  const rows = Math.min(60, Math.max(1, Math.round(1000 / nColumns))) * 2048;
  await connection.run("set threads = 1");
  await writeParquet(connection, select, target, `, row_group_size ${rows}`);
}

async function writeParquet(
  connection: DuckDBConnection,
  select: string,
  target: string,
  options = "",
): Promise<void> {
  await connection.run(
    `copy (${select}) to ${sqlLiteral(target)} (format parquet, compression zstd${options})`,
  );
}

/** Writes what a SELECT gives as the Parquet file of one raw table: typed, and in the order that every store has. */
export async function writeRawTable(
  connection: DuckDBConnection,
  table: RawTable,
  from: string,
  target: string,
): Promise<void> {
  const columns = Object.entries(rawTables[table]).map(([column, type]) => `${column}::${type} as ${column}`);
  const order = orderOf(table).join(", ");
  await writeParquet(connection, `select ${columns.join(", ")} from (${from}) order by ${order}`, target);
}

/**
 * A landed CSV as DuckDB reads it: nothing is guessed, and an empty text, NULL and a text that reads like NULL stay
 * three things. A line longer than 16 MB is refused; of one that `streams`, 8 MB.
 */
export function fromLandedCsv(
  path: string,
  columns: Readonly<Record<string, string>>,
  streams = false,
): string {
  const declared = Object.entries(columns).map(([name, type]) => `${sqlLiteral(name)}: ${sqlLiteral(type)}`);
  // one scan over the whole file gives full chunks, so that row groups end where they always end
  const reading = streams
    ? "parallel = false, max_line_size = 8388608, buffer_size = 8388608"
    : "max_line_size = 16777216, buffer_size = 16777216";
  return `select * from read_csv(${sqlLiteral(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    nullstr = '\\N', allow_quoted_nulls = false, ${reading},
    columns = {${declared.join(", ")}})`;
}
