import type { DuckDBConnection } from "@duckdb/node-api";
import type { KeyedHash } from "../database/keyedHash.ts";
import { offsetAt } from "../database/toUtc.ts";

/** Fills the table `hashes` with the key of every identity that a SELECT gives. */
export async function landHashes(
  connection: DuckDBConnection,
  identities: string,
  hash: KeyedHash,
): Promise<void> {
  await lookUp(connection, "hashes(identity varchar, hashed varchar)", identities, (identity) => [
    identity,
    hash(identity),
  ]);
}

/** A local time in a column as UTC, as SQL; what is no time (MySQL's 0000-00-00) is NULL. */
export type ToUtc = (name: string) => string;

/**
 * Finds how far ahead of UTC the zone is at every local hour among some columns: mostly always as far, else the table
 * `offsets` tells.
 */
export async function landOffsets(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  zone: string,
): Promise<ToUtc> {
  const hours = columns.map((name) => `select substr(${name}, 1, 13) as h from ${table}`).join(" union ");
  const known = `select h from (${hours}) where try_cast(h || ':00:00' as timestamp) is not null`;
  await lookUp(connection, "offsets(hour varchar, seconds varchar)", known, (hour) => [
    hour,
    String(offsetAt(hour, zone)),
  ]);
  const different = (await connection.runAndReadAll("select distinct seconds from offsets")).getRows();
  const [only] = different.length === 1 ? different[0]! : [];
  return (name) => {
    const ahead = only ?? `(select seconds::bigint from offsets where hour = substr(${name}, 1, 13))`;
    return `(try_cast(${name} as timestamp) - to_seconds(${ahead}))`;
  };
}

async function lookUp(
  connection: DuckDBConnection,
  table: string,
  keys: string,
  toRow: (key: string) => readonly string[],
): Promise<void> {
  await connection.run(`create or replace temp table ${table}`);
  const name = table.slice(0, table.indexOf("("));
  const reader = await connection.runAndReadAll(
    `select distinct k from (${keys}) t(k) where k is not null order by k`,
  );
  const appender = await connection.createAppender(name, "main", "temp");
  for (const [key] of reader.getRows()) {
    for (const value of toRow(String(key))) appender.appendVarchar(value);
    appender.endRow();
  }
  appender.closeSync();
}
