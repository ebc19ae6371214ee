/** A value of a specification table. DECIMAL, DATE and TIMESTAMP (UTC) columns hold text, exact to the digit. */
export type SpecValue = string | number | bigint | boolean | null;
export type SpecType =
  | "VARCHAR"
  | "INTEGER"
  | "BIGINT"
  | "DOUBLE"
  | "BOOLEAN"
  | "DATE"
  | "TIMESTAMP"
  | "DECIMAL(18,9)";

/** One table of the schema `spec`, with the DuckDB type of each column; every row has exactly these columns. */
export interface SpecTable {
  readonly name: `spec.${string}`;
  readonly columns: Readonly<Record<string, SpecType>>;
  readonly rows: readonly Readonly<Record<string, SpecValue>>[];
}

/** A table whose rows are checked against its columns by the compiler. */
export function specTable<Columns extends Record<string, SpecType>>(
  name: SpecTable["name"],
  columns: Columns,
  rows: readonly { readonly [Column in keyof Columns]: SpecValue }[],
): SpecTable {
  const names = Object.keys(columns);
  return {
    name,
    columns,
    rows: rows.map((row) => Object.fromEntries(names.map((column) => [column, row[column] ?? null]))),
  };
}
