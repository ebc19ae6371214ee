import { z } from "zod";

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

const checks = z.strictObject({
  /** column: [lowest, highest] */
  between: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
  /** column: the values it may hold */
  "one of": z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()]))).optional(),
  /** column: schema.table.column in which every value must stand */
  "refers to": z.record(z.string(), z.string().regex(/^\w+\.\w+\.\w+$/)).optional(),
  /** a sentence that holds: the SELECT of what would break it; `this` is the table itself */
  "no rows": z.record(z.string(), z.string()).optional(),
});

export type Checks = z.infer<typeof checks>;

/**
 * The promises in the head of a table: what it is, what one row is, what always holds.
 * `grain` implies unique and not null. `checks` stop the run; `warnings` (the same kinds) are only recorded.
 */
export const tableHead = z.strictObject({
  summary: z.string().min(1),
  grain: z.array(z.string()).min(1),
  columns: z.record(z.string(), z.string()).optional(),
  checks: checks.optional(),
  warnings: checks.optional(),
});

export type TableHead = z.infer<typeof tableHead>;

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
