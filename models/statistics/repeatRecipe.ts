import { EstimateError } from "../errors.ts";
import type { ReplicateFactors } from "./replicateFactors.ts";

/**
 * All the work from factors to estimates: multiply the weights of units or cells, repeat every weighting step, estimate.
 * Null is an estimate that this replicate cannot give, such as a domain that lost all its units.
 */
export type Recipe = (factors: Float64Array) => ArrayLike<number | null>;

/** Estimates with the spread that repeating the whole recipe gave them. */
export interface RepeatedRecipe {
  /** From the full sample, all factors 1. */
  readonly estimates: readonly (number | null)[];
  /** Null where the full sample or all but one replicate gave no estimate. */
  readonly standardErrors: readonly (number | null)[];
  /** How many replicates gave each estimate. */
  readonly used: readonly number[];
  /** Estimate k of replicate r at `r * estimates.length + k`; NaN marks a missing one and is never counted. */
  readonly replicateEstimates: Float64Array;
  readonly replicates: number;
  readonly df: number;
  /** Replicates in which the recipe stopped, and why the first did. */
  readonly stopped: { readonly count: number; readonly reason: string | null };
}

/**
 * Repeats a recipe in every replicate: standard errors by √(mean of (θ_r − θ)²), about the full-sample estimate.
 *
 * Because the recipe holds every weighting step, the errors count what those steps add and take away; fixed g-weights
 * would not. A replicate that the recipe cannot finish (an {@link EstimateError}, say raking without convergence) is left
 * out and counted in `stopped`; the full sample must finish.
 *
 * @example repeatRecipe(factors, (f) => [ratio(cells, f)]).standardErrors[0]
 * @throws EstimateError what the recipe throws on the full sample, or when its number of estimates changes
 */
export function repeatRecipe(factors: ReplicateFactors, recipe: Recipe): RepeatedRecipe {
  const estimates = Array.from(recipe(new Float64Array(factors.units).fill(1)), toFinite);
  const replicateEstimates = new Float64Array(factors.replicates * estimates.length).fill(Number.NaN);
  let count = 0;
  let reason: string | null = null;
  for (let r = 0; r < factors.replicates; r++) {
    const attempt = tryRecipe(recipe, factors.of(r));
    if (attempt instanceof EstimateError) {
      count += 1;
      reason ??= `Replicate ${r}: ${attempt.message}`;
      continue;
    }
    if (attempt.length !== estimates.length) {
      throw new EstimateError(
        `Replicate ${r} gave ${attempt.length} estimates, the full sample ${estimates.length}.`,
      );
    }
    for (let k = 0; k < attempt.length; k++) {
      replicateEstimates[r * estimates.length + k] = attempt[k] ?? Number.NaN;
    }
  }
  const spread = estimates.map((estimate, k) => spreadOf(estimate, k, estimates.length, replicateEstimates));
  return {
    estimates,
    standardErrors: spread.map(({ standardError }) => standardError),
    used: spread.map(({ used }) => used),
    replicateEstimates,
    replicates: factors.replicates,
    df: factors.df,
    stopped: { count, reason },
  };
}

function tryRecipe(recipe: Recipe, factors: Float64Array): ArrayLike<number | null> | EstimateError {
  try {
    return recipe(factors);
  } catch (error) {
    if (error instanceof EstimateError) return error;
    throw error;
  }
}

function toFinite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function spreadOf(centre: number | null, k: number, width: number, replicateEstimates: Float64Array) {
  let used = 0;
  let squares = 0;
  for (let at = k; at < replicateEstimates.length; at += width) {
    const value = replicateEstimates[at]!;
    if (centre === null || !Number.isFinite(value)) continue;
    used += 1;
    squares += (value - centre) ** 2;
  }
  return { used, standardError: used >= 2 ? Math.sqrt(squares / used) : null };
}
