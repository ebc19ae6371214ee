/** The simple random sample that a design effect compares with. */
export type SrsComparison = "without_replacement" | "with_replacement";

/**
 * Variance that a simple random sample of as many rows would give a quantity with linearised variable u: the denominator of
 * the design effect.
 *
 *     V_srs = N² S_u²/n (1 − n/N),   S_u² = n/(n − 1) Σw(u − ū)²/N,   N = Σw
 *
 * with replacement: without the factor 1 − n/N. For a mean N² S_u² is the variance of y itself.
 *
 * Kish (1965), Survey Sampling, section 8.2.
 *
 * @returns null when n < 2, when u does not vary, or when the weights do not sum to more than n (they are then no population counts)
 */
export function srsVariance(
  scores: Float64Array,
  rows: Uint8Array,
  weights: Float64Array,
  comparedWith: SrsComparison = "without_replacement",
): number | null {
  let [n, population, sum] = [0, 0, 0];
  for (let row = 0; row < scores.length; row++) {
    if (rows[row] !== 1 || weights[row] === 0) continue;
    n += 1;
    population += weights[row]!;
    sum += weights[row]! * scores[row]!;
  }
  let squares = 0;
  for (let row = 0; row < scores.length; row++) {
    if (rows[row] === 1) squares += weights[row]! * (scores[row]! - sum / population) ** 2;
  }
  const variance = (population * squares) / (n - 1);
  const finite = comparedWith === "with_replacement" ? 1 : 1 - n / population;
  return n < 2 || variance === 0 || finite <= 0 ? null : variance * finite;
}
