import type { DuckDBConnection } from "@duckdb/node-api";
import { quoted } from "../database/landedTable.ts";
import type { LimesurveyConfig } from "./config.ts";
import { column, landHashes, landOffsets, landSelect, utc, values } from "./landing.ts";
import type { OpenSurvey, ResponseTable } from "./openSurvey.ts";
import type { LimeReader } from "./reader.ts";

const metaColumns = ["id", "submitdate", "token", "startdate", "datestamp", "quota_exit"];

/**
 * The SELECT of the raw responses of one table. Not submitted: no date, or ended by a quota (LimeSurvey itself counts
 * these as completed). 1980-01-01 is "submitted, and no dates are kept": it stays as it is.
 */
export async function selectResponses(
  connection: DuckDBConnection,
  { db, hash }: LimeReader,
  open: OpenSurvey,
  table: ResponseTable,
  config: LimesurveyConfig,
  file: string,
): Promise<string> {
  const { survey } = open;
  const read = metaColumns.map((name) => (table.columns.includes(name) ? column(name) : "null"));
  await landSelect(connection, db, `select ${read.join(", ")} from ${column(table.name)}`, metaColumns, {
    file,
    table: "landed",
  });
  await landHashes(connection, `select '${survey.sid}:' || token from landed where token <> ''`, hash);
  await landOffsets(connection, "landed", ["submitdate", "startdate", "datestamp"], config.zone);
  const byQuota = open.participants
    ? "quota_exit is not null or coalesce(hashed in (select participant_key from people where completed = 'Q'), false)"
    : "quota_exit is not null";
  await connection.run(
    `create or replace table meta as
     select ${keyOf(open, table)} as response_key, hashed as participant_key, ${utc("startdate")} as opened_at,
       case when ${byQuota} then null when submitdate < '1981' then timestamp '1980-01-01' else ${utc("submitdate")} end as submitted_at,
       case when datestamp > submitdate and submitdate >= '1981' then ${utc("datestamp")} end as edited_at
     from landed left join hashes on identity = '${survey.sid}:' || token`,
  );
  return `select ${quoted(survey.round)} as round_code, ${quoted(survey.instrument)} as instrument_code, response_key,
    participant_key, opened_at, submitted_at, edited_at, false as is_test, null as interviewer_key,
    null as team_key, null as device_key from meta`;
}

/**
 * The SELECT of the raw answers of one table: a row an answer that was shown. NULL is "not shown" and no row; an empty
 * answer stays one. Yes and ticks become 1 and 0, decimals lose their zeros, codes are translated where the store says.
 */
export async function selectAnswers(
  connection: DuckDBConnection,
  { db }: LimeReader,
  open: OpenSurvey,
  table: ResponseTable,
  file: string,
): Promise<string> {
  const { survey } = open;
  const { readable } = table.map;
  const names = readable.map((_, index) => `c${index}`);
  const select = ["id", ...readable.map((mapped) => mapped.column)].map(column).join(", ");
  await landSelect(connection, db, `select ${select} from ${column(table.name)}`, ["id", ...names], {
    file,
    table: "landed",
  });
  const fields = values(
    "fields",
    ["field", "question_code", "reading"],
    readable.map(({ field, questionCode }, index) => [`c${index}`, questionCode, field.reading]),
  );
  const translations = values(
    "translations",
    ["question_code", "stored", "meant"],
    Object.entries(survey.answers).flatMap(([question, codes]) =>
      Object.entries(codes).map(([stored, meant]) => [question, stored, meant]),
    ),
  );
  if (names.length === 0)
    return "select null as round_code, null as response_key, null as question_code, null as answer_value where false";
  return `with ${fields}, ${translations},
    long as (unpivot landed on columns(* exclude id) into name field value stored)
    select ${quoted(survey.round)} as round_code, ${keyOf(open, table)} as response_key, question_code,
      coalesce(meant, case
        when reading in ('yes_no', 'tick') and stored = 'Y' then '1'
        when reading = 'yes_no' and stored = 'N' or reading = 'tick' and stored in ('', 'N') then '0'
        when reading = 'number' and contains(stored, '.') then rtrim(rtrim(stored, '0'), '.')
        else stored end) as answer_value
    from long join fields using (field) left join translations using (question_code, stored)`;
}

/** Ids start anew after a survey was put aside: the key of such a response says when that was. */
function keyOf({ survey }: OpenSurvey, { archived }: ResponseTable): string {
  return `'${survey.sid}-${archived === null ? "" : `${archived}-`}' || id`;
}
