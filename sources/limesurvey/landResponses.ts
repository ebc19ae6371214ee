import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { interviewerOf } from "../database/keyedHash.ts";
import { landSelect } from "../database/landSelect.ts";
import type { LimesurveyConfig } from "./config.ts";
import { landHashes, landOffsets } from "./landing.ts";
import type { OpenSurvey } from "./openSurvey.ts";
import type { LimeReader } from "./reader.ts";
import type { ResponseTable } from "./responseTable.ts";

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
  const read = metaColumns.map((name) => (table.columns.includes(name) ? sqlIdentifier(name) : "null"));
  read.push(table.map.interviewer ? sqlIdentifier(table.map.interviewer.column) : "null");
  const target = { file, table: "landed", columns: [...metaColumns, "interviewer"] };
  await landSelect(connection, reader.db, read, sqlIdentifier(table.name), target);
  await landMarked(connection, reader, open, file);
  const person = `'${survey.sid}:' || landed.token`;
  const visitor = interviewerOf("interviewer");
  await landHashes(
    connection,
    `select ${person} from landed where token <> '' union select ${visitor} from landed where interviewer <> ''`,
    reader.hash,
  );
  const utc = await landOffsets(connection, "landed", ["submitdate", "startdate", "datestamp"], config.zone);
  return `select ${sqlLiteral(survey.round)} as round_code, ${sqlLiteral(survey.instrument)} as instrument_code,
    ${keyOf(open, table)} as response_key, p.hashed as participant_key, ${utc("startdate")} as opened_at,
    case when quota_exit is not null or is_stopped then null
      when submitdate < '1981' then timestamp '1980-01-01' else ${utc("submitdate")} end as submitted_at,
    case when datestamp > submitdate and submitdate >= '1981' then ${utc("datestamp")} end as edited_at,
    coalesce(is_test, false) as is_test, i.hashed as interviewer_key, null as team_key, null as device_key
    from landed left join hashes p on p.identity = ${person}
      left join hashes i on i.identity = ${visitor} and interviewer <> ''
      left join marked on marked.token = landed.token`;
}

/** The table `marked`: tokens of those whom a quota ended, or who try the form out, as the list of participants has it. */
async function landMarked(
  connection: DuckDBConnection,
  { db }: LimeReader,
  { survey, participants }: OpenSurvey,
  file: string,
): Promise<void> {
  if (participants === null) {
    await connection.run(
      "create or replace table marked(token varchar, is_stopped boolean, is_test boolean)",
    );
    return;
  }
  const marker = survey.participants.is_test ? sqlIdentifier(survey.participants.is_test) : "''";
  const from = `${sqlIdentifier(participants.name)} where token <> '' and (completed = 'Q' or ${marker} not in ('', 'N', '0'))`;
  const target = { file, table: "landed_marks", columns: ["token", "completed", "marker"] };
  await landSelect(connection, db, [sqlIdentifier("token"), "completed", marker], from, target);
  await connection.run(
    `create or replace table marked as
     select token, bool_or(completed = 'Q') as is_stopped, bool_or(marker not in ('', 'N', '0')) as is_test
     from landed_marks group by token`,
  );
}

/** Ids start anew after a survey was put aside: the key of such a response says when that was. */
export function keyOf({ survey }: OpenSurvey, { archived }: Pick<ResponseTable, "archived">): string {
  return `'${survey.sid}-${archived === null ? "" : `${archived}-`}' || id`;
}
