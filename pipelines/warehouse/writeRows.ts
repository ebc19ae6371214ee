import {
  type DuckDBConnection,
  DuckDBDataChunkWriter,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import { Big } from "big.js";
import type { Row, Value } from "../../sql/table.ts";

const millisecondsPerDay = 86_400_000;

/** Creates a table and fills it with rows made in TypeScript, each value brought to its column's declared type. */
export async function writeRows(
  connection: DuckDBConnection,
  name: string,
  columns: Readonly<Record<string, string>>,
  rows: Iterable<Row>,
): Promise<number> {
  const list = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
  await connection.run(`create table ${name} (${list.join(", ")})`);
  const [schema, table] = name.split(".") as [string, string];
  const appender = await connection.createAppender(table, schema);
  const writer = DuckDBDataChunkWriter.forAppender(appender);
  const entries = Object.entries(columns);
  let count = 0;
  for (const row of rows) {
    writer.appendRow(entries.map(([column, type]) => toDuck(row[column] ?? null, type, `${name}.${column}`)));
    count += 1;
  }
  writer.flush();
  appender.closeSync();
  return count;
}

function toDuck(value: Value, type: string, column: string): DuckDBValue {
  if (value === null) return null;
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error(`${column} was given ${value}; a table never holds it.`);
  }
  if (type === "BIGINT" || type === "HUGEINT") return BigInt(value as number | bigint);
  if (type === "TIMESTAMP") return new DuckDBTimestampValue(BigInt(toTime(value, column)) * 1000n);
  if (type === "DATE") return new DuckDBDateValue(Math.floor(toTime(value, column) / millisecondsPerDay));
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal) {
    const scale = Number(decimal[2]);
    const scaled = new Big(String(value)).times(new Big(10).pow(scale));
    return new DuckDBDecimalValue(BigInt(scaled.toFixed(0)), Number(decimal[1]), scale);
  }
  return value as DuckDBValue;
}

/** Milliseconds of a Date or of its text in UTC ("2022-10-01" or "2022-10-01 17:00:00"). */
function toTime(value: Value, column: string): number {
  const time = value instanceof Date ? value.getTime() : Date.parse(asUtc(String(value)));
  if (Number.isNaN(time)) throw new Error(`${column} was given "${String(value)}", which is no date.`);
  return time;
}

function asUtc(text: string): string {
  return text.length === 10 || text.endsWith("Z") ? text : `${text.replace(" ", "T")}Z`;
}
