import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { fromLandedCsv, streamParquet, withLanding } from "../database/landedTable.ts";
import { readWhileWritten } from "../database/readWhileWritten.ts";
import { sheetColumn, sheetKeys } from "../source.ts";
import { type LastSheet, selectChanged } from "./changedAnswers.ts";
import { keyOf } from "./landResponses.ts";
import type { LimeDatabase } from "./limeDatabase.ts";
import type { OpenSurvey } from "./openSurvey.ts";
import type { ResponseTable } from "./responseTable.ts";
import type { SheetPlan } from "./sheetPlan.ts";
import { longest, toAnswer, toExpression } from "./storedAnswer.ts";

/**
 * Writes the answers of one table of responses as a sheet, in the order of its ids. NULL is "not shown"; an empty answer
 * stays one. Yes and ticks become 1 and 0, decimals lose their zeros, codes are translated where the store says. Nothing
 * is held in memory: lines go from the server to a file and from there to Parquet.
 *
 * @returns what is to be warned of
 */
export async function writeAnswers(
  db: LimeDatabase,
  open: OpenSurvey,
  table: ResponseTable,
  target: string,
  { last, signal }: { readonly last?: LastSheet | undefined; readonly signal?: AbortSignal | undefined },
): Promise<string[]> {
  const plan = planSheet(db, open, table);
  const file = `${target}.landed.csv`;
  const write = async (connection: DuckDBConnection) => {
    const changed = last && (await selectChanged(connection, plan, last, file));
    const toParquet = (select: string) => streamParquet(connection, select, target, plan.columns.length);
    if (changed) await toParquet(changed.select);
    else {
      const copy = () => db.copy(plan.expressions, `${sqlIdentifier(table.name)} order by id`, file);
      await readWhileWritten(connection, file, copy, () => toParquet(selectLanded(plan, file)));
    }
    const cut = await cutAnswers(connection, plan, target);
    return [
      ...(changed?.said ? [changed.said] : []),
      ...(cut.length > 0
        ? [`answers to ${cut.join(", ")} are longer than ${longest} characters, and were cut there`]
        : []),
    ];
  };
  try {
    return await withLanding(target, write, signal, "230MB");
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}

function planSheet(db: LimeDatabase, open: OpenSurvey, table: ResponseTable): SheetPlan {
  const { readable } = table.map;
  const landed = ["id", ...readable.map((_, index) => `c${index}`)];
  const answers = readable.map(
    (mapped, index) =>
      `${toAnswer(mapped, `c${index}`, open.survey)} as ${sqlIdentifier(sheetColumn(mapped.questionCode))}`,
  );
  const keys = [`${sqlLiteral(open.survey.round)} as round_code`, `${keyOf(open, table)} as response_key`];
  return {
    db,
    open,
    table,
    columns: [...sheetKeys, ...readable.map(({ questionCode }) => sheetColumn(questionCode))],
    expressions: [sqlIdentifier("id"), ...readable.map(toExpression)],
    landed,
    select: (from) => `select ${[...keys, ...answers].join(", ")} from ${from}`,
  };
}

function selectLanded({ landed, select }: SheetPlan, file: string): string {
  const types = Object.fromEntries(landed.map((name) => [name, "VARCHAR"]));
  return select(`(${fromLandedCsv(file, types, true)})`);
}

/** The questions of which some answer was too long. */
async function cutAnswers(
  connection: DuckDBConnection,
  { table }: SheetPlan,
  target: string,
): Promise<string[]> {
  const texts = table.map.readable
    .filter(({ field }) => field.reading === "text")
    .map((mapped) => mapped.questionCode);
  if (texts.length === 0) return [];
  const lengths = texts.map((code) => `max(length(${sqlIdentifier(sheetColumn(code))}))`);
  const [row = []] = (
    await connection.runAndReadAll(`select ${lengths.join(", ")} from ${sqlLiteral(target)}`)
  ).getRows();
  return texts.filter((_, index) => Number(row[index] ?? 0) === longest);
}
