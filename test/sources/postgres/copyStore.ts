import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { readStoreDdl } from "../../../sources/store/readStoreDdl.ts";
import { storeTables } from "../../../sources/store/schema.ts";
import { query, scratchFolder } from "../scratchStore.ts";
import type { PostgresServer } from "./server.ts";

/** Makes a database on the server with all that an embedded store holds, in another order, and a `reader`. */
export async function copyStore(path: string, server: PostgresServer, database: string): Promise<void> {
  await server.sql("postgres", `create database ${database}`);
  await server.sql(database, await readStoreDdl());
  const folder = await scratchFolder();
  const client = await server.connect(database);
  for (const [table, columns] of Object.entries(storeTables)) {
    const file = join(folder, `${table}.csv`);
    await query(
      path,
      `copy (select * from ${table} order by hash(${table})) to '${file}' (header false, nullstr '\\N')`,
    );
    const list = Object.keys(columns).join(", ");
    await pipeline(
      createReadStream(file),
      client.query(copyFrom(`copy ${table} (${list}) from stdin (format csv, null '\\N')`)),
    );
  }
  await client.end();
  await grantReader(server, database);
}

/** The reading account that docs/sources.md describes. */
export async function grantReader(
  server: PostgresServer,
  database: string,
  schema = "public",
): Promise<void> {
  await server.sql(
    database,
    `do $$ begin create role reader login password 'reading only'; exception when duplicate_object then null; end $$`,
    `grant usage on schema ${schema} to reader`,
    `grant select on all tables in schema ${schema} to reader`,
  );
}
