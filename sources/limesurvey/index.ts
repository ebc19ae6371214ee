import type { DuckDBConnection } from "@duckdb/node-api";
import { checkRights } from "../database/checkRights.ts";
import { readKeyedHash } from "../database/keyedHash.ts";
import { withLanding, writeRawTable } from "../database/landedTable.ts";
import { postgresGrants } from "../postgres/postgresGrants.ts";
import {
  type AnswerSheet,
  defineSource,
  type RawRow,
  type RawTable,
  rawTables,
  type SourceContext,
} from "../source.ts";
import { askedQuestions } from "./askedQuestions.ts";
import { type LimesurveyConfig, limesurveyConfig } from "./config.ts";
import { writeAnswers } from "./landAnswers.ts";
import { landParticipants, selectDeliveries, selectParticipants } from "./landParticipants.ts";
import { selectResponses } from "./landResponses.ts";
import { type LimeDatabase, openLimeDatabase } from "./limeDatabase.ts";
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
      for (const table of ["participants", "deliveries", "responses"] as const) {
        yield {
          table,
          writeParquet: (target) => writeTable(reader, surveys, config, table, target, context.signal),
        };
      }
      for (const open of surveys) yield* sheetsOf(db, open, config, context);
    } finally {
      await db.close();
    }
  },
});

type PersonTable = "participants" | "deliveries" | "responses";

async function writeTable(
  reader: LimeReader,
  surveys: readonly OpenSurvey[],
  config: LimesurveyConfig,
  table: PersonTable,
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  const file = `${target}.landed.csv`;
  await withLanding(
    target,
    async (connection) => {
      const parts: string[] = [];
      for (const open of surveys) {
        if (table !== "responses") await landParticipants(connection, reader, open, file);
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
  table: PersonTable,
  file: string,
): AsyncGenerator<string> {
  if (table === "participants" && open.participants) yield selectParticipants(open);
  if (table === "deliveries" && open.participants) yield await selectDeliveries(connection, open, config);
  if (table !== "responses") return;
  for (const responses of open.responses) {
    yield await selectResponses(connection, reader, open, responses, config, file);
  }
}

/** A sheet a table of responses: the one in use, those put aside, and that of the times. */
function* sheetsOf(
  db: LimeDatabase,
  open: OpenSurvey,
  { incremental, overlap_hours: overlapHours, zone }: LimesurveyConfig,
  context: SourceContext,
): Generator<AnswerSheet> {
  const { sid } = open.survey;
  const sheets = open.responses.map((table) => ({
    table,
    form: table.archived === null ? `${sid}` : `${sid}-${table.archived}`,
  }));
  if (open.timings) sheets.push({ table: open.timings, form: `${sid}-seconds` });
  for (const { table, form } of sheets) {
    const writeParquet = async (target: string) => {
      const sheet = incremental ? await context.last?.("answer_sheets", form) : undefined;
      const responses = sheet && (await context.last?.("responses"));
      const last = sheet && responses ? { sheet, responses, overlapHours, zone } : undefined;
      for (const said of await writeAnswers(db, open, table, target, { last, signal: context.signal })) {
        context.warn?.(`Survey ${sid}: ${said}.`);
      }
    };
    yield { table: "answer_sheets", form, writeParquet };
  }
}

function noRows(table: RawTable): string {
  return `select ${Object.keys(rawTables[table])
    .map((name) => `null as ${name}`)
    .join(", ")} where false`;
}

function grantsOf({ engine, schema, database }: LimesurveyConfig): string {
  return engine === "postgres"
    ? postgresGrants("thuocdo_reader", schema)
    : `grant select on \`${database}\`.* to 'thuocdo_reader'@'…';`;
}

/** In the order of the code's letters, as every store has it. */
function byQuestion(a: RawRow, b: RawRow): number {
  const key = (row: RawRow) => `${row["round_code"]} ${row["instrument_code"]} ${row["question_code"]}`;
  return key(a) < key(b) ? -1 : 1;
}

async function* inOneBatch<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}
