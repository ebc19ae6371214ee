import type { DuckDBConnection } from "@duckdb/node-api";
import { quoted } from "../database/landedTable.ts";
import type { LimesurveyConfig } from "./config.ts";
import { column, landHashes, landOffsets, landSelect, utc } from "./landing.ts";
import type { OpenSurvey, ResponseTable } from "./openSurvey.ts";
import type { LimeReader } from "./reader.ts";

const metaColumns = ["id", "submitdate", "token", "startdate", "datestamp", "quota_exit"];

/**
 * The SELECT of the raw responses of one table. Not submitted: no date, or ended by a quota (LimeSurvey itself counts
 * these as completed). 1980-01-01 is "submitted, and no dates are kept": it stays as it is.
 */
export async function selectResponses(
  connection: DuckDBConnection,
  reader: LimeReader,
  open: OpenSurvey,
  table: ResponseTable,
  config: LimesurveyConfig,
  file: string,
): Promise<string> {
  const { survey } = open;
  const read = metaColumns.map((name) => (table.columns.includes(name) ? column(name) : "null"));
  const target = { file, table: "landed", columns: metaColumns };
  await landSelect(connection, reader.db, read, column(table.name), target);
  await landStopped(connection, reader, open, file);
  await landHashes(connection, `select '${survey.sid}:' || token from landed where token <> ''`, reader.hash);
  await landOffsets(connection, "landed", ["submitdate", "startdate", "datestamp"], config.zone);
  await connection.run(
    `create or replace table meta as
     select ${keyOf(open, table)} as response_key, hashed as participant_key, ${utc("startdate")} as opened_at,
       case when quota_exit is not null or coalesce(token in (select token from stopped), false) then null
         when submitdate < '1981' then timestamp '1980-01-01' else ${utc("submitdate")} end as submitted_at,
       case when datestamp > submitdate and submitdate >= '1981' then ${utc("datestamp")} end as edited_at
     from landed left join hashes on identity = '${survey.sid}:' || token`,
  );
  return `select ${quoted(survey.round)} as round_code, ${quoted(survey.instrument)} as instrument_code, response_key,
    participant_key, opened_at, submitted_at, edited_at, false as is_test, null as interviewer_key from meta`;
}

/** The table `stopped`: tokens of those whom a quota ended, as the list of participants has it. */
async function landStopped(
  connection: DuckDBConnection,
  { db }: LimeReader,
  { participants }: OpenSurvey,
  file: string,
): Promise<void> {
  if (participants === null)
    return void (await connection.run("create or replace table stopped(token varchar)"));
  const from = `${column(participants.name)} where completed = 'Q' and token <> ''`;
  await landSelect(connection, db, [column("token")], from, { file, table: "stopped", columns: ["token"] });
}

/** Ids start anew after a survey was put aside: the key of such a response says when that was. */
export function keyOf({ survey }: OpenSurvey, { archived }: Pick<ResponseTable, "archived">): string {
  return `'${survey.sid}-${archived === null ? "" : `${archived}-`}' || id`;
}
