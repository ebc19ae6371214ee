import type { DuckDBConnection } from "@duckdb/node-api";
import { DriftError } from "../../models/errors.ts";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { landSelect } from "../database/landSelect.ts";
import type { LimesurveyConfig } from "./config.ts";
import { landHashes, landOffsets } from "./landing.ts";
import type { OpenSurvey } from "./openSurvey.ts";
import type { LimeReader } from "./reader.ts";

/**
 * Lands the participants of one survey as the table `people`. Names are never asked for; of an address only what
 * follows its @ leaves the server, and the token leaves this function as a keyed hash.
 */
export async function landParticipants(
  connection: DuckDBConnection,
  { db, hash }: LimeReader,
  { survey, form, participants }: OpenSurvey,
  file: string,
): Promise<void> {
  if (participants === null) return;
  const attributes = Object.values(survey.participants).filter((name) => name !== undefined);
  const missing = attributes.find((name) => !participants.columns.includes(name));
  if (missing) {
    throw new DriftError(`The participants of survey ${survey.sid} have no column ${missing}.`, {
      hint: "Correct `participants` of the survey in thuocdo.yaml.",
    });
  }
  const secret = attributes.find((name) => form.encryptedColumns.has(name));
  if (secret) {
    throw new DriftError(
      `The column ${secret} of the participants of survey ${survey.sid} is encrypted: it cannot be read.`,
      {
        hint: "Have LimeSurvey keep it in the clear, or leave it out of `participants` of the survey in thuocdo.yaml.",
      },
    );
  }
  const domain = `case when position('@' in email) > 0 then lower(substring(email from position('@' in email) + 1)) end`;
  const state = ["tid", "token", "emailstatus", "blacklisted", "sent", "remindersent", "completed"];
  const expressions = [...state.map(sqlIdentifier), domain, ...attributes.map(sqlIdentifier)];
  const names = [...state, "mail_domain", ...attributes.map((_, index) => `attribute${index}`)];
  await landSelect(connection, db, expressions, sqlIdentifier(participants.name), {
    file,
    table: "landed_people",
    columns: names,
  });
  const identity = identityOf(survey.sid);
  await landHashes(connection, `select ${identity} from landed_people`, hash);
  await connection.run(
    `create or replace table people as
     select landed_people.* exclude (token, tid), hashed as participant_key
     from landed_people join hashes on identity = ${identity}`,
  );
  await connection.run("drop table landed_people");
}

/** A person is their token in their survey; one who has none yet is their row. */
export function identityOf(sid: number): string {
  return `case when token <> '' then '${sid}:' || token else '${sid}#' || tid end`;
}

/** The SELECT of raw participants from `people`. */
export function selectParticipants({ survey }: OpenSurvey): string {
  const { participants } = survey;
  const roles = Object.entries(participants).filter(([, name]) => name !== undefined);
  const read = (role: keyof typeof participants) => {
    const index = roles.findIndex(([name]) => name === role);
    return index < 0 ? "null" : `nullif(attribute${index}, '')`;
  };
  return `select ${sqlLiteral(survey.round)} as round_code, ${sqlLiteral(survey.instrument)} as instrument_code, participant_key,
    ${read("sample_unit_key")} as sample_unit_key, ${read("unit_name")} as unit_name,
    ${read("respondent_group")} as respondent_group, null as registered_at from people`;
}

/**
 * The SELECT of raw deliveries from `people`. LimeSurvey keeps no log of mails: a person was invited or not, and their
 * address may have bounced, opted out, or be blocked.
 */
export async function selectDeliveries(
  connection: DuckDBConnection,
  { survey, form }: OpenSurvey,
  { zone }: LimesurveyConfig,
): Promise<string> {
  const utc = await landOffsets(connection, "people", ["sent", "remindersent"], zone);
  const status = `case
    when emailstatus ilike 'optout%' then 'opted_out'
    when emailstatus ilike 'bounced%' then 'bounced'
    when blacklisted not in ('', 'N') or ${form.encryptedColumns.has("email") ? "false" : "mail_domain is null"} or emailstatus not in ('', 'OK') then 'blocked'
    when sent in ('', 'N') then 'not_invited'
    else 'invited' end`;
  const head = `select ${sqlLiteral(survey.round)} as round_code, ${sqlLiteral(survey.instrument)} as instrument_code, participant_key`;
  return `${head}, 'email' as channel, ${utc("sent")} as sent_at, ${status} as delivery_status, mail_domain, null as status_at from people
    union all
    ${head}, 'email_reminder', ${utc("remindersent")}, ${status}, mail_domain, null from people where remindersent not in ('', 'N')`;
}
