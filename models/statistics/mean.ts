import { ratio } from "./ratio.ts";
import type { Statistic } from "./statistic.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * The weighted mean of a variable, over the rows with an answer; of a variable of 0 and 1, the proportion.
 *
 *     ȳ = Σwy / Σw,   u = (y − ȳ)/Σw
 *
 * @example estimate(design, mean(satisfied))
 */
export function mean(variable: NumericColumn): Statistic {
  const values = toNumbers(variable);
  return ratio(values, new Float64Array(values.length).fill(1));
}
