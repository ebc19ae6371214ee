import type { DuckDBConnection } from "@duckdb/node-api";
import { checkRights } from "../database/checkRights.ts";
import { readKeyedHash } from "../database/keyedHash.ts";
import { withLanding, writeRawTable } from "../database/landedTable.ts";
import { postgresGrants } from "../postgres/postgresGrants.ts";
import { defineSource, type RawRow, type RawTable, rawTables } from "../source.ts";
import { askedQuestions } from "./askedQuestions.ts";
import { type LimesurveyConfig, limesurveyConfig } from "./config.ts";
import { landParticipants, selectDeliveries, selectParticipants } from "./landParticipants.ts";
import { selectAnswers, selectResponses } from "./landResponses.ts";
import { openLimeDatabase } from "./limeDatabase.ts";
import { type OpenSurvey, openSurvey } from "./openSurvey.ts";
import type { LimeReader } from "./reader.ts";

/**
 * Surveys in a LimeSurvey's own database, PostgreSQL or MySQL, of any version from 3: questions are known by their codes,
 * never by ids. It has no sample: another store gives the frame. Tokens become keyed hashes; names are not read.
 */
export default defineSource({
  kind: "limesurvey",
  config: limesurveyConfig,

  async *extract(config, context) {
    const key = { file: config.token_key_file, env: config.token_key_env };
    const hash = await readKeyedHash(key, context);
    const db = await openLimeDatabase(config, context);
    try {
      await checkRights(db, { isStrict: config.strict, grants: grantsOf(config) }, context);
      const surveys: OpenSurvey[] = [];
      for (const survey of config.surveys) surveys.push(await openSurvey(db, config, survey, context));
      const reader = { db, hash };
      yield {
        table: "instrument_questions",
        batches: inOneBatch(surveys.flatMap(askedQuestions).sort(byQuestion)),
      };
      for (const table of ["participants", "deliveries", "responses", "answers"] as const) {
        yield {
          table,
          writeParquet: (target) => writeTable(reader, surveys, config, table, target, context.signal),
        };
      }
    } finally {
      await db.close();
    }
  },
});

async function writeTable(
  reader: LimeReader,
  surveys: readonly OpenSurvey[],
  config: LimesurveyConfig,
  table: RawTable,
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  const file = `${target}.landed.csv`;
  await withLanding(
    target,
    async (connection) => {
      const parts: string[] = [];
      for (const open of surveys) {
        if (table !== "answers") await landParticipants(connection, reader, open, file);
        for await (const select of selectsOf(connection, reader, open, config, table, file)) {
          const part = `part_${parts.length}`;
          await connection.run(`create table ${part} as ${select}`);
          parts.push(`select * from ${part}`);
        }
      }
      const all = parts.length > 0 ? parts.join(" union all by name ") : noRows(table);
      await writeRawTable(connection, table, all, target);
    },
    signal,
  );
}

async function* selectsOf(
  connection: DuckDBConnection,
  reader: LimeReader,
  open: OpenSurvey,
  config: LimesurveyConfig,
  table: RawTable,
  file: string,
): AsyncGenerator<string> {
  if (table === "participants" && open.participants) yield selectParticipants(open);
  if (table === "deliveries" && open.participants) yield await selectDeliveries(connection, open, config);
  for (const responses of open.responses) {
    if (table === "responses") yield await selectResponses(connection, reader, open, responses, config, file);
    if (table === "answers") yield await selectAnswers(connection, reader, open, responses, file);
  }
}

function noRows(table: RawTable): string {
  return `select ${Object.keys(rawTables[table])
    .map((name) => `null as ${name}`)
    .join(", ")} where false`;
}

function grantsOf({ engine, user, schema, database }: LimesurveyConfig): string {
  return engine === "postgres"
    ? postgresGrants(user, schema)
    : `grant select on \`${database}\`.* to '${user}'@'…';`;
}

/** In the order of the code's letters, as every store has it. */
function byQuestion(a: RawRow, b: RawRow): number {
  const key = (row: RawRow) => `${row["round_code"]} ${row["instrument_code"]} ${row["question_code"]}`;
  return key(a) < key(b) ? -1 : 1;
}

async function* inOneBatch<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}
