import type { DuckDBConnection } from "@duckdb/node-api";
import { CheckError } from "../../models/errors.ts";
import { type CheckQuery, checkQueries } from "../../sql/checkQueries.ts";
import type { Row } from "../../sql/table.ts";
import { readRows } from "./readRows.ts";
import type { Table } from "./tables.ts";

export interface CheckResult {
  readonly table: string;
  readonly check: string;
  readonly severity: "stop" | "warn";
  readonly n_failing: number;
}

const shownRows = 5;

/** Runs every promise of a table's head on the table as built. Throws CheckError at the first broken one that stops. */
export async function runChecks(connection: DuckDBConnection, table: Table): Promise<CheckResult[]> {
  await connection.run(`create or replace temp view this as from ${table.name}`);
  const results: CheckResult[] = [];
  for (const query of checkQueries(table.name, table.head)) {
    const failing = await readRows(connection, query.sql);
    results.push({
      table: table.name,
      check: query.check,
      severity: query.severity,
      n_failing: failing.length,
    });
    if (failing.length > 0 && query.severity === "stop") throw broken(query, failing);
  }
  return results;
}

function broken(query: CheckQuery, failing: readonly Row[]): CheckError {
  const rows = failing.slice(0, shownRows).map((row) => `  ${describe(row)}`);
  const more = failing.length > shownRows ? [`  … and ${failing.length - shownRows} more`] : [];
  return new CheckError([`${query.table} broke its promise "${query.check}":`, ...rows, ...more].join("\n"), {
    hint: "The build was dropped and the last release stays. Mend the source or the specification and build again.",
  });
}

function describe(row: Row): string {
  return Object.entries(row)
    .slice(0, 8)
    .map(([column, value]) => `${column} = ${value === null ? "NULL" : String(value)}`)
    .join(", ");
}
