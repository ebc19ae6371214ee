import { completeCases } from "./completeCases.ts";
import type { Statistic } from "./statistic.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";
import { type QuantileRule, weightedQuantile } from "./weightedQuantile.ts";

/**
 * A quantile as a quantity for replicate weights. It has no linearised variable: under linearisation use `estimateQuantile`.
 * Bootstrap replicates suit it; the jackknife does not.
 *
 * @example estimate(bootstrapDesign, quantile(hours, 0.5))
 */
export function quantile(
  variable: NumericColumn,
  probability: number,
  rule: QuantileRule = "math",
): Statistic {
  const values = toNumbers(variable);
  return {
    rows: completeCases(values),
    estimate: (weights) => weightedQuantile(values, weights, probability, rule),
  };
}
