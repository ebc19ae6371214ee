import { rm } from "node:fs/promises";
import { z } from "zod";
import { checkRights } from "../database/checkRights.ts";
import { fromLandedCsv, withLanding, writeRawTable } from "../database/landedTable.ts";
import { identifier, loginFields } from "../database/login.ts";
import type { OpenDatabase } from "../database/openDatabase.ts";
import { openPostgres } from "../database/openPostgres.ts";
import { selectTable } from "../database/selectTable.ts";
import { defineSource, type RawTable, rawTables } from "../source.ts";
import { checkPostgresSchema } from "./checkPostgresSchema.ts";
import { postgresGrants } from "./postgresGrants.ts";

const postgresConfig = z.strictObject({
  ...loginFields,
  schema: identifier.default("public"),
  /** Only these rounds; without it, every round that the store holds. */
  rounds: z.array(z.string()).min(1).optional(),
});

/**
 * The survey store in PostgreSQL. All tables are read in one read-only transaction, so that they are one view; each
 * leaves by COPY into a file and from there, typed and in order, into Parquet: the bytes that the embedded store gives.
 */
export default defineSource({
  kind: "postgres",
  config: postgresConfig,

  async *extract(config, context) {
    const db = await openPostgres(config, context);
    try {
      await checkPostgresSchema(db, config.schema, config.user);
      await checkRights(
        db,
        { isStrict: config.strict, grants: postgresGrants(config.user, config.schema) },
        context,
      );
      for (const table of Object.keys(rawTables) as RawTable[]) {
        const select = selectTable(table, config);
        yield { table, writeParquet: (target) => copyOut(db, table, select, target, context.signal) };
      }
    } finally {
      await db.close();
    }
  },
});

async function copyOut(
  db: OpenDatabase,
  table: RawTable,
  select: string,
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  const landed = `${target}.landed.csv`;
  try {
    await db.copy(select, landed);
    await withLanding(
      target,
      (connection) => writeRawTable(connection, table, fromLandedCsv(landed, rawTables[table]), target),
      signal,
    );
  } finally {
    await rm(landed, { force: true });
  }
}
