import { completeCases, mean, type Statistic, total } from "../../models/statistics/index.ts";
import type { Table } from "./table.ts";

/** How a column becomes a statistic. */
export type MakeStatistic = (column: Float64Array) => Statistic;

/** The estimator that a request names. */
export function statisticOf(estimator: string): MakeStatistic {
  return estimator.includes("total") ? total : mean;
}

/** A statistic for each variable, all on the rows without a missing value in any of them. */
export function listwise(
  table: Table,
  names: readonly string[],
  make: MakeStatistic,
): Record<string, Statistic> {
  const columns = names.flatMap((name) => expandFactor(table, name));
  const complete = completeCases(...columns.map(([, column]) => column));
  return Object.fromEntries(columns.map(([name, column]) => [name, make(restrict(column, complete))]));
}

/** A numeric variable as it is; a text variable as one 0/1 column a level, named variable + level. */
function expandFactor(table: Table, name: string): [string, Float64Array][] {
  if (!table.names.includes(name)) return [[name, readLevel(table, name)]];
  if (table.isNumeric(name)) return [[name, table.numbers(name)]];
  const levels = [...new Set(table.labels(name))].filter((level) => level !== null).sort();
  return levels.map((level) => [`${name}${level}`, readLevel(table, `${name}${level}`)]);
}

/** The 0/1 column of `sexF`: variable and level written together. */
function readLevel(table: Table, name: string): Float64Array {
  const variable = table.names.filter((one) => name.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  if (variable === undefined) throw new Error(`There is no column ${name}.`);
  const level = name.slice(variable.length);
  return Float64Array.from(table.labels(variable), (label) =>
    label === null ? Number.NaN : Number(label === level),
  );
}

/** A column with the other rows missing. */
export function restrict(column: Float64Array, rows: Uint8Array): Float64Array {
  return column.map((value, row) => (rows[row] === 1 ? value : Number.NaN));
}
