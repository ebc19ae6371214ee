import type { DuckDBConnection } from "@duckdb/node-api";
import { maybeQuestionOf, rawTables, sheetKeys } from "../../sources/source.ts";

/** A SELECT of the rows of `answers` that a sheet (a table, or a Parquet file in quotes) stands for. */
export async function rowsOfSheet(connection: DuckDBConnection, sheet: string): Promise<string> {
  const columns = (await connection.runAndReadAll(`describe from ${sheet}`))
    .getRows()
    .map(([name]) => String(name));
  const answers = columns.filter((column) => maybeQuestionOf(column) !== null);
  if (answers.length === 0) {
    return `select ${Object.keys(rawTables.answers)
      .map((name) => `null::varchar as ${name}`)
      .join(", ")} where false`;
  }
  const pairs = answers.map(
    (column) => `{'question_code': ${text(maybeQuestionOf(column))}, 'answer_value': ${name(column)}}`,
  );
  return `select * from (
      select ${sheetKeys.join(", ")}, unnest([${pairs.join(", ")}], recursive := true) from ${sheet})
    where answer_value is not null`;
}

function text(value: string | null): string {
  return `'${value?.replaceAll("'", "''")}'`;
}

function name(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
