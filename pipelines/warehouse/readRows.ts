import { type DuckDBConnection, type DuckDBType, DuckDBTypeId, type DuckDBValue } from "@duckdb/node-api";
import type { Row, Value } from "../../sql/table.ts";

/**
 * The one way rows leave DuckDB. INTEGER and BIGINT that fit become numbers, HUGEINT and larger BIGINT stay bigint,
 * DECIMAL becomes its exact text, TIMESTAMP a Date (UTC). A DOUBLE that is NaN or infinite is refused.
 */
export async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.columnNames();
  const types = reader.columnTypes();
  const convert = types.map((type, index) => converter(type, names[index] ?? ""));
  return reader.getRows().map((values) => {
    const row: Record<string, Value> = {};
    for (let index = 0; index < names.length; index += 1) {
      const value = values[index] ?? null;
      row[names[index] as string] = value === null ? null : (convert[index] as Converter)(value);
    }
    return row;
  });
}

type Converter = (value: DuckDBValue) => Value;

function converter(type: DuckDBType, column: string): Converter {
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
      return (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : (value as bigint));
    case DuckDBTypeId.HUGEINT:
      return (value) => value as bigint;
    case DuckDBTypeId.DECIMAL:
    case DuckDBTypeId.DATE:
      return (value) => String(value);
    case DuckDBTypeId.TIMESTAMP:
      return (value) => new Date(Number((value as { micros: bigint }).micros / 1000n));
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.FLOAT:
      return (value) => finite(value as number, column);
    default:
      return (value) => (typeof value === "object" ? String(value) : (value as Value));
  }
}

function finite(value: number, column: string): number {
  if (!Number.isFinite(value))
    throw new Error(`The column ${column} holds ${value}, which no table may hold.`);
  return value;
}
