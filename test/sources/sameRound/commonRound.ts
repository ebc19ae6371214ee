import { createHmac } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { rawTables } from "../../../sources/source.ts";
import { query } from "../scratchStore.ts";

export const sid = 12345;
/** Persons who are planted in every kind of store, and may never be found outside. */
export const planted = {
  name: "Nguyễn Thị Bí Mật",
  address: "bi.mat@example.org",
  interviewer: "Phạm Thị Điều Tra",
};
export const tokenKey = "a key that is long enough";

type Row = Readonly<Record<string, unknown>>;

/** A round that every kind of store can hold, and what is needed to write it into them. */
export interface CommonRound {
  /** The embedded store that holds it. */
  readonly path: string;
  /** A response a row, with the number, token and interviewer that became its keys; times in seconds, of UTC. */
  readonly responses: readonly Row[];
  readonly persons: readonly Row[];
  /** Answers by response key and question code. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const hashed = (identity: string) =>
  createHmac("sha256", tokenKey).update(identity).digest("hex").slice(0, 32);

/**
 * Rewrites a demo store so that no kind of store says more of it than another: responses and persons have the keys that a
 * LimeSurvey would give them, times are whole seconds, and nobody knows when a person was registered or a form was opened.
 */
export async function commonRound(demo: string, folder: string): Promise<CommonRound> {
  const path = join(folder, "common.duckdb");
  copyFileSync(demo, path);
  const citizens = "instrument_code like 'sipas-%'"; // officials are asked online, by forms that only the embedded store has here
  await query(
    path,
    `delete from answers where response_key not in (select response_key from responses where ${citizens})`,
    ...["responses", "participants", "instrument_questions", "instruments"].map(
      (table) => `delete from ${table} where not (${citizens})`,
    ),
  );
  const keys = async (select: string) =>
    (await query(path, `select distinct k from (${select}) t(k) order by k`)).map(({ k }) => String(k));
  const persons = await keys(
    "select participant_key from responses union all select participant_key from participants",
  );
  const visitors = await keys("select interviewer_key from responses where interviewer_key is not null");
  const values = (rows: string[][]) =>
    `values ${rows.map((row) => `(${row.map(text).join(", ")})`).join(", ")}`;
  await query(
    path,
    `create table tokens(participant_key, token, hashed) as ${values(persons.map((key, n) => [key, `token${n}`, hashed(`${sid}:token${n}`)]))}`,
    `create table visitors(interviewer_key, name, hashed) as ${values(visitors.map((key, n) => [key, `visitor ${n}`, hashed(`submitter:visitor ${n}`)]))}`,
    "create table ids as select response_key, row_number() over (order by response_key) as id from responses",
    ...["responses", "answers", "rechecks"].map(
      (table) =>
        `update ${table} t set response_key = '${sid}-' || id from ids where ids.response_key = t.response_key`,
    ),
    `update responses t set interviewer_key = hashed from visitors v where v.interviewer_key = t.interviewer_key`,
    ...["responses", "participants", "deliveries"].map(
      (table) =>
        `update ${table} t set participant_key = hashed from tokens k where k.participant_key = t.participant_key`,
    ),
    "update participants set registered_at = null",
    "delete from deliveries",
    `insert into deliveries select round_code, instrument_code, participant_key, 'email', timestamp '2022-12-01 01:00:00', 'invited', 'example.org', null
     from participants`,
    `update responses set opened_at = null, team_key = null, device_key = null, submitted_at = date_trunc('second', submitted_at),
       edited_at = date_trunc('second', edited_at)`,
  );
  const answers = new Map<string, Map<string, string>>();
  for (const { response_key, question_code, answer_value } of await query(
    path,
    "from answers where answer_value is not null",
  )) {
    const own = answers.get(String(response_key)) ?? new Map();
    answers.set(String(response_key), own.set(String(question_code), String(answer_value)));
  }
  return {
    path,
    answers,
    responses: await query(
      path,
      `select r.*, substr(response_key, ${String(sid).length + 2})::integer as id, token, name as visitor,
         epoch(submitted_at)::bigint as submitted, epoch(edited_at)::bigint as edited
       from responses r join tokens k on k.hashed = r.participant_key left join visitors v on v.hashed = r.interviewer_key order by id`,
    ),
    persons: await query(
      path,
      "select p.*, token from participants p join tokens k on k.hashed = p.participant_key order by token",
    ),
  };
}

/** A copy of the common store without what another store gives. */
export async function withoutTables(
  round: CommonRound,
  path: string,
  tables: readonly (keyof typeof rawTables)[],
): Promise<string> {
  copyFileSync(round.path, path);
  await query(path, ...tables.map((table) => `delete from ${table}`), "checkpoint");
  return path;
}

/** A text as an SQL literal. */
export function text(value: unknown): string {
  return value === null || value === undefined ? "null" : `'${String(value).replaceAll("'", "''")}'`;
}
