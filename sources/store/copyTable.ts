import { createQueryId, type Kysely, PostgresQueryCompiler, type RootOperationNode } from "kysely";
import { type RawTable, rawTables } from "../source.ts";
import type { OpenStore } from "./openStore.ts";
import { storeKeys } from "./schema.ts";

/**
 * Writes one table to a Parquet file, in the order of its key and then of its other columns: equal content
 * gives equal bytes, however many threads wrote it and in whatever order it was stored.
 */
export async function copyTable(
  { connection, db }: OpenStore,
  table: RawTable,
  target: string,
  rounds?: readonly string[],
): Promise<void> {
  const columns: readonly string[] = Object.keys(rawTables[table]);
  const order = new Set([...storeKeys[table], ...columns]);
  let query = (db as unknown as Kysely<AnyTable>).selectFrom(table).select([...columns]);
  if (rounds) query = query.where("round_code", "in", [...rounds]);
  for (const column of order) query = query.orderBy(column);
  const select = new LiteralCompiler().compileQuery(
    query.toOperationNode() as RootOperationNode,
    createQueryId(),
  );
  await connection.run(
    `copy (${select.sql}) to '${target.replaceAll("'", "''")}' (format parquet, compression zstd)`,
  );
}

/** A table that is chosen at run time: its columns are known to be `rawTables[table]`. */
type AnyTable = Record<string, Record<string, unknown>>;

/** COPY takes no parameters: every value is written into the text, quoted by Kysely. */
class LiteralCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.appendImmediateValue(value);
  }
}
