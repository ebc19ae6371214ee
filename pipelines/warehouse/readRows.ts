import { type DuckDBConnection, type DuckDBType, DuckDBTypeId, type DuckDBValue } from "@duckdb/node-api";
import type { Row, Value } from "../../sql/table.ts";

/**
 * The one way rows leave DuckDB. INTEGER and BIGINT that fit become numbers, HUGEINT and larger BIGINT stay bigint,
 * DECIMAL becomes its exact text, TIMESTAMP a Date (UTC). A DOUBLE that is NaN or infinite is refused. Equal texts are held
 * once: most columns of words have few of them, and the marts of a release some two million.
 */
export async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.columnNames();
  const types = reader.columnTypes();
  const kept = new Map<string, string>();
  const convert = types.map((type, index) => converter(type, names[index] ?? "", kept));
  const shape = emptyRow(names);
  return reader.getRows().map((values) => {
    const row: Record<string, Value> = { ...shape };
    for (let index = 0; index < names.length; index += 1) {
      const value = values[index] ?? null;
      row[names[index] as string] = value === null ? null : (convert[index] as Converter)(value);
    }
    return row;
  });
}

/** Parsed, so that all rows made of it share one shape: built up by computed names they would each be a hash table. */
export function emptyRow(names: readonly string[]): Row {
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))));
}

type Converter = (value: DuckDBValue) => Value;

function converter(type: DuckDBType, column: string, kept: Map<string, string>): Converter {
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
      return (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : (value as bigint));
    case DuckDBTypeId.HUGEINT:
      return (value) => value as bigint;
    case DuckDBTypeId.DECIMAL:
    case DuckDBTypeId.DATE:
      return (value) => once(String(value), kept);
    case DuckDBTypeId.VARCHAR:
      return (value) => once(value as string, kept);
    case DuckDBTypeId.TIMESTAMP:
      return (value) => new Date(Number((value as { micros: bigint }).micros / 1000n));
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.FLOAT:
      return (value) => finite(value as number, column);
    default:
      return (value) => (typeof value === "object" ? String(value) : (value as Value));
  }
}

/** Texts that are all different, as those of an open question, would only fill the map. */
const mostKept = 65_536;

/** Equal texts are held once. */
export function once(text: string, kept: Map<string, string>): string {
  const found = kept.get(text);
  if (found !== undefined) return found;
  if (kept.size < mostKept) kept.set(text, text);
  return text;
}

function finite(value: number, column: string): number {
  if (!Number.isFinite(value))
    throw new Error(`The column ${column} holds ${value}, which no table may hold.`);
  return value;
}
