import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { z } from "zod";
import { checkRights } from "../database/checkRights.ts";
import { fromLandedCsv, withLanding, writeRawTable } from "../database/landedTable.ts";
import { identifier, loginFields } from "../database/login.ts";
import type { OpenDatabase } from "../database/openDatabase.ts";
import { openPostgres } from "../database/openPostgres.ts";
import { selectTable } from "../database/selectTable.ts";
import { defineSource, type RawTable, rawTables, type SourceContext } from "../source.ts";
import { type LastAnswers, selectChanged } from "./changedAnswers.ts";
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
        { isStrict: config.strict, grants: postgresGrants("thuocdo_reader", config.schema) },
        context,
      );
      for (const table of Object.keys(rawTables) as RawTable[]) {
        const select = selectTable(table, config);
        yield {
          table,
          writeParquet: async (target) => {
            const last =
              table === "answers" && config.incremental ? await lastOf(config, context) : undefined;
            const said = await copyOut(db, table, select, target, context.signal, last);
            if (said) context.warn?.(`${db.where}: ${said}.`);
          },
        };
      }
    } finally {
      await db.close();
    }
  },
});

async function lastOf(
  { overlap_hours: overlapHours }: { readonly overlap_hours: number },
  { last }: SourceContext,
): Promise<LastAnswers | undefined> {
  const [answers, responses] = [await last?.("answers"), await last?.("responses")];
  return answers && responses ? { answers, responses, overlapHours } : undefined;
}

/** Gives what is to be warned of. */
async function copyOut(
  db: OpenDatabase,
  table: RawTable,
  select: string,
  target: string,
  signal: AbortSignal | undefined,
  last?: LastAnswers,
): Promise<string | null> {
  const landed = `${target}.landed.csv`;
  const write = async (connection: DuckDBConnection) => {
    const changed = last && (await selectChanged(connection, db, select, last, landed));
    if (!changed) await db.copy(Object.keys(rawTables[table]), `(${select}) held`, landed);
    const from = changed?.select ?? fromLandedCsv(landed, rawTables[table]);
    await writeRawTable(connection, table, from, target);
    return changed?.said ?? null;
  };
  try {
    return await withLanding(target, write, signal);
  } finally {
    await rm(landed, { force: true });
  }
}
