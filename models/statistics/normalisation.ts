import { EstimateError } from "../errors.ts";

/** Whether more of an indicator is better (a benefit) or worse (a cost). */
export type Direction = "benefit" | "cost";

/**
 * Min-max normalisation over the units at hand: worst 0, best 100.
 *
 * Each unit's value depends on all the others, so neither a margin of error of one unit nor a comparison of years holds
 * on it; for those use {@link goalpostScores}.
 *
 * Nardo et al. (2008), Handbook on Constructing Composite Indicators, OECD/JRC, step 5.
 *
 * @example minMaxScores([10, 20, 15]) // [0, 100, 50]
 * @throws EstimateError when all units are equal: there is no range to place them in
 */
export function minMaxScores(values: readonly number[], direction: Direction = "benefit"): number[] {
  return goalpostScores(values, { low: Math.min(...values), high: Math.max(...values) }, direction);
}

/**
 * Normalisation between two fixed goalposts: the low one 0, the high one 100, whatever the other units do.
 * Values beyond the goalposts are carried beyond 0 and 100, not cut; a cut is a rule of its own.
 *
 * @example goalpostScores([1, 3, 5], { low: 1, high: 5 }) // [0, 50, 100]
 * @throws EstimateError when the goalposts do not differ
 */
export function goalpostScores(
  values: readonly number[],
  { low, high }: { low: number; high: number },
  direction: Direction = "benefit",
): number[] {
  if (!(high > low)) {
    throw new EstimateError(`The goalposts ${low} and ${high} leave no range to normalise in.`, {
      hint: "An indicator on which all units are equal tells nothing apart; leave it out or fix its goalposts.",
    });
  }
  return values.map((value) => (100 * (direction === "benefit" ? value - low : high - value)) / (high - low));
}

/**
 * z-scores over the units at hand: mean 0, standard deviation 1 (with n − 1); a cost is turned round.
 *
 * @example zScores([1, 2, 3]) // [-1, 0, 1]
 * @throws EstimateError when all units are equal
 */
export function zScores(values: readonly number[], direction: Direction = "benefit"): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  if (!(sd > 0)) throw new EstimateError("All units have the same value, so z-scores are not defined.");
  return values.map((value) => ((direction === "benefit" ? 1 : -1) * (value - mean)) / sd);
}
