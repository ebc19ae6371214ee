import { rm } from "node:fs/promises";
import { fromLandedCsv, quoted, streamParquet, withLanding } from "../database/landedTable.ts";
import { sheetColumn } from "../source.ts";
import type { SurveyConfig } from "./config.ts";
import type { FieldReading } from "./fieldsOf.ts";
import { column } from "./landing.ts";
import { keyOf } from "./landResponses.ts";
import type { LimeDatabase } from "./limeDatabase.ts";
import type { MappedColumn } from "./mapColumns.ts";
import type { OpenSurvey, ResponseTable } from "./openSurvey.ts";

/** The most characters that are kept of one text. */
export const longest = 100_000;

/**
 * Writes the answers of one table of responses as a sheet, in the order of its ids. NULL is "not shown"; an empty answer
 * stays one. Yes and ticks become 1 and 0, decimals lose their zeros, codes are translated where the store says. Nothing
 * is held in memory: lines go from the server to a file and from there to Parquet.
 *
 * @returns the questions of which some answer was too long, and was cut
 */
export async function writeAnswers(
  db: LimeDatabase,
  open: OpenSurvey,
  table: Pick<ResponseTable, "name" | "archived" | "map">,
  target: string,
): Promise<string[]> {
  const { readable } = table.map;
  const landed = `${target}.landed.csv`;
  const names = ["id", ...readable.map((_, index) => `c${index}`)];
  try {
    await db.copy([column("id"), ...readable.map(toExpression)], `${column(table.name)} order by id`, landed);
    return await withLanding(target, async (connection) => {
      const types = Object.fromEntries(names.map((name) => [name, "VARCHAR"]));
      const answers = readable.map(
        (mapped, index) =>
          `${toAnswer(mapped, `c${index}`, open.survey)} as ${column(sheetColumn(mapped.questionCode))}`,
      );
      const keys = [`${quoted(open.survey.round)} as round_code`, `${keyOf(open, table)} as response_key`];
      const select = `select ${[...keys, ...answers].join(", ")} from (${fromLandedCsv(landed, types, db.csv)})`;
      await streamParquet(connection, select, target, names.length);
      const texts = readable
        .filter(({ field }) => field.reading === "text")
        .map((mapped) => mapped.questionCode);
      if (texts.length === 0) return [];
      const lengths = texts.map((code) => `max(length(${column(sheetColumn(code))}))`);
      const [row = []] = (
        await connection.runAndReadAll(`select ${lengths.join(", ")} from ${quoted(target)}`)
      ).getRows();
      return texts.filter((_, index) => Number(row[index] ?? 0) === longest);
    });
  } finally {
    await rm(landed, { force: true });
  }
}

/** A text leaves the server at most so long that its cut can be told. */
function toExpression({ column: name, field }: MappedColumn): string {
  return field.reading === "text" ? `left(${column(name)}, ${longest})` : column(name);
}

/** The answer that a stored value is, as SQL. */
function toAnswer(
  { field, questionCode, rank }: MappedColumn,
  held: string,
  { answers }: SurveyConfig,
): string {
  const stored = rank === undefined ? held : ranked(held, rank);
  const cases = Object.entries(answers[questionCode] ?? {}).map(
    ([code, meaning]) => `when ${stored} = ${quoted(code)} then ${quoted(meaning)}`,
  );
  const reading = readings[field.reading]?.(stored);
  if (reading !== undefined) cases.push(reading);
  return cases.length === 0 ? stored : `case ${cases.join(" ")} else ${stored} end`;
}

const readings: Readonly<Partial<Record<FieldReading, (stored: string) => string>>> = {
  yes_no: (stored) => `when ${stored} = 'Y' then '1' when ${stored} = 'N' then '0'`,
  tick: (stored) => `when ${stored} = 'Y' then '1' when ${stored} in ('', 'N') then '0'`,
  number: (stored) => `when contains(${stored}, '.') then rtrim(rtrim(${stored}, '0'), '.')`,
};

/** One rank of a list in JSON; a rank that nothing was given is empty, as in a column of its own. */
function ranked(list: string, rank: number): string {
  return `(case when ${list} is null then null when json_valid(${list})
    then coalesce(json_extract_string(${list}, '$[${rank}]'), '') else '' end)`;
}
