import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { landSelect } from "../database/landSelect.ts";
import { findChanges, hashedPart, inPieces, requireCount, sayChanges } from "../database/mergeChanged.ts";
import { offsetAt } from "../database/toUtc.ts";
import type { SheetPlan } from "./sheetPlan.ts";
import { toAnswer, toExpression } from "./storedAnswer.ts";

/** What the last snapshot holds of a survey: its sheet, and its responses. */
export interface LastSheet {
  readonly sheet: string;
  readonly responses: string;
  readonly overlapHours: number;
  readonly zone: string;
}

/** A response's id, from its key. */
const idOf = "regexp_extract(response_key, '[0-9]+$')";

/**
 * The SELECT of a sheet of which only what changed is read anew: first the rows that are as new as the last snapshot, less
 * an overlap; then those older ones whose content is not what the last snapshot holds. Every row that is kept has the
 * server's own hash, so that the sheet is the one that reading everything would give.
 *
 * @returns null when the last sheet is of no use: it has other columns, or too much is different
 */
export async function selectChanged(
  connection: DuckDBConnection,
  plan: SheetPlan,
  last: LastSheet,
  file: string,
): Promise<{ readonly select: string; readonly said: string | null } | null> {
  const { db, table, open, expressions, landed } = plan;
  if (!(await isLike(connection, plan, last.sheet))) return null;
  const from = sqlIdentifier(table.name);
  const recent = await recentRows(connection, plan, last);
  await landSelect(connection, db, expressions, `${from} where ${recent}`, {
    file,
    table: "fresh",
    columns: landed,
  });
  const older = { file, table: "older", columns: ["id", "content"] };
  await landSelect(
    connection,
    db,
    [sqlIdentifier("id"), contentAt(plan)],
    `${from} where not (${recent})`,
    older,
  );
  const held = plan.columns.slice(2).map((name) => hashedPart(sqlIdentifier(name)));
  await connection.run(
    `create table known as select ${idOf} as id, md5(${held.join(" || ")}) as content from ${sqlLiteral(last.sheet)}`,
  );
  const changes = await findChanges(connection);
  if (changes === null) return null;
  for (const ids of inPieces(changes.toRead)) {
    const some = { file, table: "some_rows", columns: landed };
    await landSelect(connection, db, expressions, `${from} where id in (${ids.join(", ")})`, some);
    await connection.run("insert into fresh from some_rows");
  }
  await connection.run("create table kept as select id from older semi join known using (id, content)");
  const [counted] = await db.rows(`select count(*) as n from ${from}`);
  const [[found] = []] = (
    await connection.runAndReadAll("select (select count(*) from kept) + (select count(*) from fresh)")
  ).getRows();
  requireCount(`Survey ${open.survey.sid}`, Number(counted?.["n"]), Number(found));
  const kept = `select * from ${sqlLiteral(last.sheet)} where ${idOf} in (from kept)`;
  return {
    select: `select * from (${kept} union all by name ${plan.select("fresh")}) order by ${idOf}::bigint`,
    said: sayChanges(changes),
  };
}

/** Whether the last sheet has the columns of this one, in their order. Ranks out of a list are compared nowhere. */
async function isLike(
  connection: DuckDBConnection,
  { columns, table }: SheetPlan,
  sheet: string,
): Promise<boolean> {
  if (columns.length === 2 || table.map.readable.some(({ rank }) => rank !== undefined)) return false;
  const held = (await connection.runAndReadAll(`describe from ${sqlLiteral(sheet)}`)).getRows();
  return JSON.stringify(held.map(([name]) => name)) === JSON.stringify(columns);
}

/** The rows as new as the newest of the last snapshot, less the overlap. Without times none is: contents are compared. */
async function recentRows(
  connection: DuckDBConnection,
  { open, table }: SheetPlan,
  { responses, overlapHours, zone }: LastSheet,
): Promise<string> {
  const none = "1 = 0";
  if (!table.columns.includes("datestamp")) return none;
  const [[newest] = []] = (
    await connection.runAndReadAll(
      `select max(greatest(opened_at, submitted_at, edited_at))::varchar from ${sqlLiteral(responses)}
       where response_key like '${open.survey.sid}-%'`,
    )
  ).getRows();
  if (typeof newest !== "string") return none;
  const ahead = offsetAt(newest.slice(0, 13), zone) - overlapHours * 3600;
  const since = new Date(Date.parse(`${newest.replace(" ", "T")}Z`) + ahead * 1000).toISOString();
  return `datestamp is not null and datestamp >= '${since.slice(0, 19).replace("T", " ")}'`;
}

/** The hash of a row's answers, as the server computes it. */
function contentAt({ db, table, open }: SheetPlan): string {
  const parts = table.map.readable.map((mapped) =>
    hashedPart(db.text(toAnswer(mapped, db.text(toExpression(mapped)), open.survey))),
  );
  return `md5(${parts.join(" || ")})`;
}
