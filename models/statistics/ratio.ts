import { completeCases } from "./completeCases.ts";
import type { Statistic } from "./statistic.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * The ratio of two totals, over the rows with an answer to both.
 *
 *     R = Σwy / Σwx,   u = (y − R x)/Σwx
 *
 * Not defined when Σwx is zero.
 *
 * @example estimate(design, ratio(hours, visits))
 */
export function ratio(numerator: NumericColumn, denominator: NumericColumn): Statistic {
  const y = toNumbers(numerator, "The numerator");
  const x = toNumbers(denominator, "The denominator");
  const rows = completeCases(y, x);
  return {
    rows,
    estimate(weights) {
      const total = weightedTotal(x, rows, weights);
      return total === 0 ? null : weightedTotal(y, rows, weights) / total;
    },
    scores(weights) {
      const total = weightedTotal(x, rows, weights);
      const value = total === 0 ? 0 : weightedTotal(y, rows, weights) / total;
      return y.map((one, row) => (rows[row] === 1 && total !== 0 ? (one - value * x[row]!) / total : 0));
    },
  };
}

/** Σ w y over the rows that take part. */
export function weightedTotal(values: Float64Array, rows: Uint8Array, weights: Float64Array): number {
  let total = 0;
  for (let row = 0; row < values.length; row++) if (rows[row] === 1) total += weights[row]! * values[row]!;
  return total;
}
