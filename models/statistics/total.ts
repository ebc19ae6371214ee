import { completeCases } from "./completeCases.ts";
import { weightedTotal } from "./ratio.ts";
import type { Statistic } from "./statistic.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * The estimated population total of a variable, over the rows with an answer: missing answers count as absent persons, not as
 * average ones.
 *
 *     Y = Σwy,   u = y
 *
 * @example estimate(design, total(visits))
 */
export function total(variable: NumericColumn): Statistic {
  const values = toNumbers(variable);
  const rows = completeCases(values);
  return {
    rows,
    estimate: (weights) => weightedTotal(values, rows, weights),
    scores: () => values.map((value, row) => (rows[row] === 1 ? value : 0)),
  };
}
