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
  readonly worst: { readonly margin: CellMargin; readonly category: number; readonly reached: number } | null;
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
  let fitting: Fitting = { factors, rounds: 0, error: Infinity, worst: null };
  while (fitting.rounds < rounds && !(fitting.error <= tolerance)) {
    fitting = { factors, rounds: fitting.rounds + 1, error: 0, worst: null };
    margins.forEach((margin, index) => {
      sumCategories(weights, factors, margin.codes, sums[index]!);
      fitting = worse(fitting, margin, sums[index]!);
      scaleCategories(factors, margin, sums[index]!);
    });
  }
  return fitting;
}

/** The category that is furthest off, among those found before and those of one margin. */
function worse(found: Fitting, margin: CellMargin, sums: Float64Array): Fitting {
  let [error, category] = [found.error, -1];
  for (let own = 0; own < sums.length; own++) {
    if (margin.totals[own] === 0 && sums[own] === 0) continue;
    const off = Math.abs(sums[own]! / margin.totals[own]! - 1);
    if (off <= error || Number.isNaN(error)) continue;
    [error, category] = [off, own];
  }
  return category < 0 ? found : { ...found, error, worst: { margin, category, reached: sums[category]! } };
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
