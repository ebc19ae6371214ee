import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { maybeQuestionOf, rawTables, sheetKeys } from "../../sources/source.ts";

/** A SELECT of the rows of `answers` that a sheet (a table, or a Parquet file in quotes) stands for. */
export async function rowsOfSheet(connection: DuckDBConnection, sheet: string): Promise<string> {
  const columns = (await connection.runAndReadAll(`describe from ${sheet}`))
    .getRows()
    .map(([name]) => String(name));
  const pairs = columns.flatMap((column) => {
    const question = maybeQuestionOf(column);
    return question === null
      ? []
      : [`{'question_code': ${sqlLiteral(question)}, 'answer_value': ${sqlIdentifier(column)}}`];
  });
  if (pairs.length === 0) {
    return `select ${Object.keys(rawTables.answers)
      .map((name) => `null::varchar as ${name}`)
      .join(", ")} where false`;
  }
  return `select * from (
      select ${sheetKeys.join(", ")}, unnest([${pairs.join(", ")}], recursive := true) from ${sheet})
    where answer_value is not null`;
}
