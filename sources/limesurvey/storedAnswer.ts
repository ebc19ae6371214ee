import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { SurveyConfig } from "./config.ts";
import type { FieldReading } from "./fieldsOf.ts";
import type { MappedColumn } from "./mapColumns.ts";

/** The most characters that are kept of one text. */
export const longest = 100_000;

/** What is asked of the server for a column: a text at most so long that its cut can be told. */
export function toExpression({ column: name, field }: MappedColumn): string {
  return field.reading === "text" ? `left(${sqlIdentifier(name)}, ${longest})` : sqlIdentifier(name);
}

/** The answer that a stored value is, as SQL. */
export function toAnswer(
  { field, questionCode, rank }: MappedColumn,
  held: string,
  { answers }: SurveyConfig,
): string {
  const stored = rank === undefined ? held : ranked(held, rank);
  const cases = Object.entries(answers[questionCode] ?? {}).map(
    ([code, meaning]) => `when ${stored} = ${sqlLiteral(code)} then ${sqlLiteral(meaning)}`,
  );
  const reading = readings[field.reading]?.(stored);
  if (reading !== undefined) cases.push(reading);
  return cases.length === 0 ? stored : `case ${cases.join(" ")} else ${stored} end`;
}

/** In SQL that DuckDB, PostgreSQL and MySQL read alike. */
const readings: Readonly<Partial<Record<FieldReading, (stored: string) => string>>> = {
  yes_no: (stored) => `when ${stored} = 'Y' then '1' when ${stored} = 'N' then '0'`,
  tick: (stored) => `when ${stored} = 'Y' then '1' when ${stored} in ('', 'N') then '0'`,
  number: (stored) =>
    `when position('.' in ${stored}) > 0 then trim(trailing '.' from trim(trailing '0' from ${stored}))`,
};

/** One rank of a list in JSON; a rank that nothing was given is empty, as in a column of its own. */
function ranked(list: string, rank: number): string {
  return `(case when ${list} is null then null when json_valid(${list})
    then coalesce(json_extract_string(${list}, '$[${rank}]'), '') else '' end)`;
}
