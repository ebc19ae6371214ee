import { EstimateError } from "../errors.ts";

/** How evenly a population responded, judged by its estimated propensities. */
export interface Representativeness {
  /** R = 1 − 2 S(p): 1 when all respond alike. */
  readonly indicator: number;
  /** S(p) / mean(p): times S(y), the largest bias that nonresponse can have left in a mean of y. */
  readonly coefficientOfVariation: number;
}

/**
 * The R-indicator: one less twice the standard deviation of the response propensities (weighted, with N − 1).
 *
 * The deviation is inflated by the estimation of p; never compare surveys whose models hold other variables.
 *
 * Schouten, Cobben and Bethlehem (2009), Indicators for the representativeness of survey response, Survey Methodology 35, 101–113.
 *
 * @param weights all 1 when absent
 * @example responseRepresentativeness([0.5, 0.5, 0.5]).indicator // 1
 * @throws EstimateError when the weights sum to one or less
 */
export function responseRepresentativeness(
  propensities: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Representativeness {
  const w = Float64Array.from(propensities, (_, row) => weights?.[row] ?? 1);
  const total = w.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 1))
    throw new EstimateError(`The weights sum to ${total}; the indicator needs a population above one.`);
  const mean = w.reduce((sum, weight, row) => sum + weight * propensities[row]!, 0) / total;
  const squares = w.reduce((sum, weight, row) => sum + weight * (propensities[row]! - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (total - 1));
  return { indicator: 1 - 2 * deviation, coefficientOfVariation: deviation / mean };
}

/**
 * The unconditional partial R-indicator of a classification: the square root of the variance of propensities between its
 * classes. Zero when the classes responded alike; it names the variable along which response was uneven.
 *
 * @example partialRepresentativeness([0.2, 0.2, 0.6, 0.6], ["a", "a", "b", "b"]) // 0.1999…
 */
export function partialRepresentativeness(
  propensities: ArrayLike<number>,
  classes: ArrayLike<string | number>,
  weights?: ArrayLike<number>,
): number {
  const sums = new Map<string | number, { weight: number; total: number }>();
  let weight = 0;
  let total = 0;
  for (let row = 0; row < propensities.length; row++) {
    const own = sums.get(classes[row]!) ?? { weight: 0, total: 0 };
    const w = weights?.[row] ?? 1;
    own.weight += w;
    own.total += w * propensities[row]!;
    sums.set(classes[row]!, own);
    weight += w;
    total += w * propensities[row]!;
  }
  let between = 0;
  for (const own of sums.values()) {
    if (own.weight > 0) between += own.weight * (own.total / own.weight - total / weight) ** 2;
  }
  return Math.sqrt(between / weight);
}
