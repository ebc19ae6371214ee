import { EstimateError } from "../errors.ts";

/**
 * The linear composite: the weighted sum of a unit's normalised indicators. Full compensation: a low score in one
 * indicator is made good by a high one in another.
 *
 * @param indicators one array of unit scores per indicator
 * @param weights one per indicator, summing to 1 (an index) or to the maximum points
 * @example arithmeticIndex([[0, 100], [50, 50]], [0.6, 0.4]) // [20, 80]
 */
export function arithmeticIndex(
  indicators: readonly (readonly number[])[],
  weights: readonly number[],
): number[] {
  return weightedSums(indicators, weights);
}

/**
 * The geometric composite: the weighted geometric mean of a unit's normalised indicators, which rewards balance.
 *
 *     exp(Σ w ln max(x, floor))
 *
 * The logarithm needs a floor above zero; the floor decides how hard a zero is punished, so it is stated, not hidden.
 *
 * @example geometricIndex([[0, 100], [100, 100]], [0.5, 0.5], 1) // [10.0…, 100.0…]
 * @throws EstimateError when the floor is not positive or the weights do not sum to 1
 */
export function geometricIndex(
  indicators: readonly (readonly number[])[],
  weights: readonly number[],
  floor: number,
): number[] {
  if (!(floor > 0))
    throw new EstimateError(`The floor of a geometric mean must be above zero, not ${floor}.`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 1e-9) {
    throw new EstimateError(`The weights of a geometric mean must sum to 1; these sum to ${total}.`);
  }
  const logs = indicators.map((scores) => scores.map((score) => Math.log(Math.max(score, floor))));
  return weightedSums(logs, weights).map(Math.exp);
}

/**
 * The variance of a linear composite whose parts carry sampling error: Σ_jk w_j w_k V_jk. Fixed points add nothing;
 * blocks of independent surveys have V_jk = 0 between them. Exact for sums and products with constants only: bands,
 * caps and rounding need replicates of the whole computation.
 *
 * @param covariance of the parts of one unit
 * @example compositeVariance([2, 1], [[1, 0.5], [0.5, 4]]) // 10
 */
export function compositeVariance(
  weights: readonly number[],
  covariance: readonly (readonly number[])[],
): number {
  let variance = 0;
  weights.forEach((wj, j) => {
    weights.forEach((wk, k) => {
      variance += wj * wk * covariance[j]![k]!;
    });
  });
  return Math.max(0, variance);
}

function weightedSums(indicators: readonly (readonly number[])[], weights: readonly number[]): number[] {
  if (indicators.length !== weights.length) {
    throw new EstimateError(`There are ${indicators.length} indicators and ${weights.length} weights.`);
  }
  return indicators[0]!.map((_, unit) =>
    indicators.reduce((sum, scores, indicator) => sum + weights[indicator]! * scores[unit]!, 0),
  );
}
