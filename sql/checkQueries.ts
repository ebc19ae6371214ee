import { sqlIdentifier } from "../models/text/sqlIdentifier.ts";
import { sqlLiteral } from "../models/text/sqlLiteral.ts";
import type { Checks, TableHead } from "./tableHead.ts";

/** One promise of a table as a query that returns the rows that break it. */
export interface CheckQuery {
  readonly table: string;
  readonly check: string;
  readonly severity: "stop" | "warn";
  readonly sql: string;
}

/** Every promise of a head as queries. `this` is a view of the table that the caller creates. */
export function checkQueries(table: string, head: TableHead): CheckQuery[] {
  const key = head.grain.map(sqlIdentifier).join(", ");
  const grain: CheckQuery[] = [
    {
      table,
      check: `one row for each ${head.grain.join(", ")}`,
      severity: "stop",
      sql: `select ${key}, count(*) as n_rows from this group by ${key} having count(*) > 1`,
    },
    {
      table,
      check: `${head.grain.join(", ")} never empty`,
      severity: "stop",
      sql: `select * from this where ${head.grain.map((column) => `${sqlIdentifier(column)} is null`).join(" or ")}`,
    },
  ];
  return [...grain, ...ofChecks(table, head.checks, "stop"), ...ofChecks(table, head.warnings, "warn")];
}

function ofChecks(table: string, checks: Checks | undefined, severity: "stop" | "warn"): CheckQuery[] {
  const query = (check: string, sql: string): CheckQuery => ({ table, check, severity, sql });
  return [
    ...Object.entries(checks?.between ?? {}).map(([column, [low, high]]) =>
      query(
        `${column} between ${low} and ${high}`,
        `select * from this where ${sqlIdentifier(column)} is not null and not (${sqlIdentifier(column)} between ${low} and ${high})`,
      ),
    ),
    ...Object.entries(checks?.["one of"] ?? {}).map(([column, values]) =>
      query(
        `${column} one of ${values.join(", ")}`,
        `select * from this where ${sqlIdentifier(column)} is not null and ${sqlIdentifier(column)} not in (${values.map(literal).join(", ")})`,
      ),
    ),
    ...Object.entries(checks?.["refers to"] ?? {}).map(([column, target]) => {
      const [schema, name, targetColumn] = target.split(".") as [string, string, string];
      return query(
        `${column} refers to ${target}`,
        `select * from this where ${sqlIdentifier(column)} is not null and ${sqlIdentifier(column)} not in ` +
          `(select ${sqlIdentifier(targetColumn)} from ${sqlIdentifier(schema)}.${sqlIdentifier(name)} where ${sqlIdentifier(targetColumn)} is not null)`,
      );
    }),
    ...Object.entries(checks?.["no rows"] ?? {}).map(([sentence, sql]) => query(sentence, sql)),
  ];
}

function literal(value: string | number | boolean): string {
  return typeof value === "string" ? sqlLiteral(value) : String(value);
}
