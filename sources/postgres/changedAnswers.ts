import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { landSelect } from "../database/landSelect.ts";
import {
  findChanges,
  hashedPart,
  inPieces,
  partMark,
  requireCount,
  sayChanges,
} from "../database/mergeChanged.ts";
import type { OpenDatabase } from "../database/openDatabase.ts";
import { rawTables } from "../source.ts";

/** What the last snapshot holds of a store. */
export interface LastAnswers {
  readonly answers: string;
  readonly responses: string;
  readonly overlapHours: number;
}

const columns = Object.keys(rawTables.answers);
/** A form, as one text: its round and its key. */
const idOf = `round_code || '${partMark}' || response_key`;
const contentOf = `md5(string_agg(${hashedPart("question_code")} || ${hashedPart("answer_value")}, '' order by question_code, answer_value))`;

/**
 * The SELECT of all answers, of which only those of changed forms are read anew: first the forms that are as new as the
 * last snapshot, less an overlap; then those older ones whose answers are not what the last snapshot holds. Every form
 * that is kept has the server's own hash. Null when too much is different.
 */
export async function selectChanged(
  connection: DuckDBConnection,
  db: OpenDatabase,
  select: string,
  last: LastAnswers,
  file: string,
): Promise<{ readonly select: string; readonly said: string | null } | null> {
  const recent = await recentForms(connection, last);
  const fresh = { file, table: "fresh_answers", columns };
  await landSelect(connection, db, columns, `(${select}) a where ${recent}`, fresh);
  await connection.run(`create table fresh as select distinct ${idOf} as id from fresh_answers`);
  // the server puts texts in the order of their bytes, as DuckDB does
  const inBytes = contentOf.replace(
    "question_code, answer_value)",
    'question_code collate "C", answer_value collate "C")',
  );
  await landSelect(
    connection,
    db,
    [idOf, inBytes],
    `(${select}) a where not (${recent}) group by round_code, response_key`,
    {
      file,
      table: "older",
      columns: ["id", "content"],
    },
  );
  await connection.run(
    `create table known as select ${idOf} as id, ${contentOf} as content from ${sqlLiteral(last.answers)} group by all`,
  );
  const changes = await findChanges(connection);
  if (changes === null) return null;
  for (const ids of inPieces(changes.toRead)) {
    const some = { ...fresh, table: "some_answers" };
    await landSelect(
      connection,
      db,
      columns,
      `(${select}) a where ${idOf} in (${ids.map(sqlLiteral).join(", ")})`,
      some,
    );
    await connection.run("insert into fresh_answers from some_answers");
  }
  const kept = `select * from ${sqlLiteral(last.answers)} where ${idOf} in (select id from older semi join known using (id, content))`;
  const merged = `${kept} union all by name select * from fresh_answers`;
  const [counted] = await db.rows(`select count(*) as n from (${select}) a`);
  const [[found] = []] = (await connection.runAndReadAll(`select count(*) from (${merged})`)).getRows();
  requireCount(db.where, Number(counted?.["n"]), Number(found));
  return { select: merged, said: sayChanges(changes) };
}

/** The forms as new as the newest of the last snapshot, less the overlap. */
async function recentForms(
  connection: DuckDBConnection,
  { responses, overlapHours }: LastAnswers,
): Promise<string> {
  const [[since] = []] = (
    await connection.runAndReadAll(
      `select (max(greatest(opened_at, submitted_at, edited_at)) - to_seconds(${overlapHours * 3600}))::varchar from ${sqlLiteral(responses)}`,
    )
  ).getRows();
  if (typeof since !== "string") return "false";
  return `exists (select 1 from responses r where r.round_code = a.round_code and r.response_key = a.response_key
    and greatest(r.opened_at, r.submitted_at, r.edited_at) >= timestamp ${sqlLiteral(since)})`;
}
