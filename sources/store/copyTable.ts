import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { selectTable } from "../database/selectTable.ts";
import type { RawTable } from "../source.ts";
import type { OpenStore } from "./openStore.ts";

/**
 * Writes one table to a Parquet file, in the order of its key and then of its other columns: equal content
 * gives equal bytes, however many threads wrote it and in whatever order it was stored.
 */
export async function copyTable(
  { connection }: OpenStore,
  table: RawTable,
  target: string,
  rounds?: readonly string[],
): Promise<void> {
  const select = selectTable(table, { rounds, isOrdered: true });
  await connection.run(`copy (${select}) to ${sqlLiteral(target)} (format parquet, compression zstd)`);
}
