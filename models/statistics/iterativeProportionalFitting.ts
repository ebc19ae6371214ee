import { EstimateError } from "../errors.ts";
import { misfitError } from "./marginMisfit.ts";

/** One margin over cells: the category of each cell and the total of each category. */
export interface CellMargin {
  readonly name: string;
  readonly categories: readonly string[];
  readonly codes: Int32Array;
  readonly totals: Float64Array;
}

/** When fitting stops. */
export interface FittingOptions {
  /** Largest relative error of a margin; 1e-12 when absent. */
  readonly tolerance?: number | undefined;
  /** Rounds over all margins; 1,000 when absent. */
  readonly rounds?: number | undefined;
}

/**
 * Factors of cells whose weighted sums meet every margin (raking): the margins are met in turn until all hold at once.
 *
 * Rows of equal categories may be summed to a cell first: the factor is the same. One margin is met at once (post-stratification).
 *
 * Deming, Stephan (1940), Ann. Math. Statist. 11, 427–444.
 *
 * @example
 * iterativeProportionalFitting(Float64Array.of(1, 3), [
 *   { name: "sex", categories: ["F", "M"], codes: Int32Array.of(0, 1), totals: Float64Array.of(2, 2) },
 * ]) // Float64Array [2, 0.666…]
 * @throws EstimateError for a category with a total but no weight, a total of 0 over a positive weight, and margins that are not
 *   met after all rounds (names the worst)
 */
export function iterativeProportionalFitting(
  weights: Float64Array,
  margins: readonly CellMargin[],
  { tolerance = 1e-12, rounds = 1000 }: FittingOptions = {},
): Float64Array {
  for (const margin of margins) checkReachable(weights, margin);
  const factors = new Float64Array(weights.length).fill(1);
  let worst = { error: Infinity, margin: margins[0]!, category: 0, reached: 0 };
  for (let round = 0; round < rounds && worst.error > tolerance; round++) {
    worst = { ...worst, error: 0 };
    for (const margin of margins) {
      const reached = sumCategories(weights, factors, margin);
      const steps = margin.totals.map((total, category) =>
        reached[category] === 0 ? 1 : total / reached[category]!,
      );
      steps.forEach((step, category) => {
        const error = Math.abs(1 / step - 1);
        if (error > worst.error) worst = { error, margin, category, reached: reached[category]! };
      });
      for (let cell = 0; cell < factors.length; cell++) factors[cell]! *= steps[margin.codes[cell]!]!;
    }
  }
  if (worst.error <= tolerance) return factors;
  const { margin, category, reached } = worst;
  throw misfitError(
    "Raking",
    `${margin.name} = ${margin.categories[category]}`,
    reached,
    margin.totals[category]!,
  );
}

function sumCategories(
  weights: Float64Array,
  factors: Float64Array,
  { codes, totals }: CellMargin,
): Float64Array {
  const sums = new Float64Array(totals.length);
  for (let cell = 0; cell < weights.length; cell++) sums[codes[cell]!]! += weights[cell]! * factors[cell]!;
  return sums;
}

function checkReachable(weights: Float64Array, margin: CellMargin): void {
  const sums = sumCategories(weights, new Float64Array(weights.length).fill(1), margin);
  margin.totals.forEach((total, category) => {
    if (total > 0 === sums[category]! > 0) return;
    const name = `${margin.name} = ${margin.categories[category]}`;
    throw new EstimateError(
      `${name} has a total of ${total} and a sample weight of ${sums[category]}; no factor can join them.`,
      {
        hint: "Merge the category with another, or leave its rows out of the population.",
      },
    );
  });
}
