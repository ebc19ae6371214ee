import { mean } from "./mean.ts";
import type { Statistic } from "./statistic.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * The population variance of a variable, with the factor n/(n−1), n the rows with an answer and a positive weight.
 *
 *     S² = n/(n−1) Σw(y − ȳ)²/Σw,   u = (n/(n−1) (y − ȳ)² − S²)/Σw
 *
 * The error of ȳ itself adds nothing to first order. Not defined for fewer than two rows.
 *
 * @example estimate(design, variance(hours))
 */
export function variance(variable: NumericColumn): Statistic {
  const values = toNumbers(variable);
  const average = mean(values);
  const meanOfSquares = (weights: Float64Array): Statistic | null => {
    const n = values.reduce(
      (count, _, row) => count + (average.rows[row] === 1 && weights[row] !== 0 ? 1 : 0),
      0,
    );
    const centre = average.estimate(weights);
    return centre === null || n < 2
      ? null
      : mean(values.map((value) => (n / (n - 1)) * (value - centre) ** 2));
  };
  return {
    rows: average.rows,
    estimate: (weights) => meanOfSquares(weights)?.estimate(weights) ?? null,
    scores: (weights) => meanOfSquares(weights)?.scores?.(weights) ?? new Float64Array(values.length),
  };
}
