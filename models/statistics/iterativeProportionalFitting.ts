import { EstimateError } from "../errors.ts";
import { misfitError } from "./marginMisfit.ts";

/** One margin over cells: the category of each cell (−1 for a cell that the margin leaves alone) and the total of each category. */
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

/** Where fitting stopped, be it met or not. */
export interface Fitting {
  readonly factors: Float64Array;
  readonly rounds: number;
  /** Relative error of the worst category in the last round, before its margin was met once more. */
  readonly error: number;
  /** The worst category; null when all were met to the last bit. */
  readonly worst: Worst | null;
}

interface Worst {
  readonly margin: CellMargin;
  readonly category: number;
  readonly reached: number;
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
  options: FittingOptions = {},
): Float64Array {
  for (const margin of margins) checkReachable(weights, margin);
  const { factors, error, worst } = fitInTurn(weights, margins, options);
  if (error <= (options.tolerance ?? TOLERANCE) || worst === null) return factors;
  const { margin, category, reached } = worst;
  const name = `${margin.name} = ${margin.categories[category]}`;
  throw misfitError("Raking", name, reached, margin.totals[category]!);
}

const TOLERANCE = 1e-12;

/**
 * The rounds of {@link iterativeProportionalFitting}, whatever they come to: for callers with words of their own for a margin
 * that cannot be met.
 */
export function fitInTurn(
  weights: Float64Array,
  margins: readonly CellMargin[],
  { tolerance = TOLERANCE, rounds = 1000 }: FittingOptions = {},
): Fitting {
  const factors = new Float64Array(weights.length).fill(1);
  const sums = margins.map(({ totals }) => new Float64Array(totals.length));
  let worst: Worst | null = null;
  let error = Infinity;
  let round = 0;
  for (; round < rounds && !(error <= tolerance); round++) {
    error = 0;
    worst = null;
    for (let index = 0; index < margins.length; index++) {
      const margin = margins[index]!;
      const reached = sumCategories(weights, factors, margin.codes, sums[index]!);
      const category = worseThan(error, margin, reached);
      if (category >= 0) {
        error = offBy(margin, reached, category);
        worst = { margin, category, reached: reached[category]! };
      }
      scaleCategories(factors, margin, reached);
    }
  }
  return { factors, rounds: round, error, worst };
}

/** The category that is furthest off, by more than some error; −1 when there is none. */
function worseThan(error: number, margin: CellMargin, reached: Float64Array): number {
  let most = error;
  let worst = -1;
  for (let category = 0; category < reached.length; category++) {
    const off = offBy(margin, reached, category);
    if (off <= most || Number.isNaN(most)) continue;
    most = off;
    worst = category;
  }
  return worst;
}

function offBy({ totals }: CellMargin, reached: Float64Array, category: number): number {
  if (totals[category] === 0 && reached[category] === 0) return 0;
  return Math.abs(reached[category]! / totals[category]! - 1);
}

function scaleCategories(factors: Float64Array, { codes, totals }: CellMargin, sums: Float64Array): void {
  for (let category = 0; category < sums.length; category++)
    sums[category] = sums[category] === 0 ? 1 : totals[category]! / sums[category]!;
  for (let cell = 0; cell < factors.length; cell++) {
    if (codes[cell]! >= 0) factors[cell]! *= sums[codes[cell]!]!;
  }
}

/** Σ weight × factor of each category, written to `sums`; without factors Σ weight. */
export function sumCategories(
  weights: Float64Array,
  factors: Float64Array | null,
  codes: Int32Array,
  sums: Float64Array,
): Float64Array {
  sums.fill(0);
  for (let cell = 0; cell < weights.length; cell++) {
    const category = codes[cell]!;
    if (category >= 0) sums[category]! += factors === null ? weights[cell]! : weights[cell]! * factors[cell]!;
  }
  return sums;
}

function checkReachable(weights: Float64Array, margin: CellMargin): void {
  const sums = sumCategories(weights, null, margin.codes, new Float64Array(margin.totals.length));
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
