import type { TableHead } from "./tableHead.ts";

export type { TableHead } from "./tableHead.ts";

/** The layers in the direction the data walks: a table reads its own layer or one to its left. */
export const layers = ["raw", "spec", "staging", "clean", "weights", "estimates", "scores", "marts"] as const;
export type Layer = (typeof layers)[number];

/** A column type of a table whose rows are made in TypeScript. */
export type ColumnType =
  | "VARCHAR"
  | "INTEGER"
  | "BIGINT"
  | "HUGEINT"
  | "DOUBLE"
  | "BOOLEAN"
  | "TIMESTAMP"
  | `DECIMAL(${number},${number})`;
export type Value = string | number | bigint | boolean | Date | null;
export type Row = Readonly<Record<string, Value>>;

/** Many rows, column by column and without NULL: numbers as a typed array (INTEGER or DOUBLE), texts as a list. */
export interface Columns {
  readonly length: number;
  readonly numbers: (column: string) => Int32Array | Float64Array;
  readonly texts: (column: string) => readonly string[];
}

/** A table that needs a loop or a distribution: the rows of its inputs in, rows out. Pure. */
export interface RowsTable {
  readonly head: TableHead;
  /** Each input is one SELECT; its edges are parsed like those of any SQL file. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Inputs of many rows, which come by columns. */
  readonly wide?: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly rows: (
    inputs: Readonly<Record<string, readonly Row[]>>,
    wide: Readonly<Record<string, Columns>>,
  ) => Iterable<Row>;
}

/** A table whose SQL is shaped by the specification (the items of an instrument, say): spec rows in, one SELECT out. Pure. */
export interface SelectTable {
  readonly head: TableHead;
  readonly inputs: Readonly<Record<string, string>>;
  readonly select: (inputs: Readonly<Record<string, readonly Row[]>>) => string;
}

/** Declares a table of TypeScript; `sql/<schema>/<table>.ts` default-exports it. */
export function defineRows(table: RowsTable): RowsTable {
  return table;
}

/** Declares a table whose SELECT is written by TypeScript; `sql/<schema>/<table>.ts` default-exports it. */
export function defineSelect(table: SelectTable): SelectTable {
  return table;
}
