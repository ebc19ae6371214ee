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
  /** The estimates of each replicate; null for one in which the recipe stopped. */
  readonly replicateEstimates: readonly ((number | null)[] | null)[];
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
  const replicateEstimates: ((number | null)[] | null)[] = [];
  let reason: string | null = null;
  for (let r = 0; r < factors.replicates; r++) {
    const attempt = tryRecipe(recipe, factors.of(r));
    if (attempt instanceof EstimateError) {
      reason ??= `Replicate ${r}: ${attempt.message}`;
      replicateEstimates.push(null);
      continue;
    }
    if (attempt.length !== estimates.length) {
      throw new EstimateError(
        `Replicate ${r} gave ${attempt.length} estimates, the full sample ${estimates.length}.`,
      );
    }
    replicateEstimates.push(Array.from(attempt, toFinite));
  }
  const finished = replicateEstimates.filter((one) => one !== null);
  const spread = estimates.map((estimate, k) =>
    spreadOf(
      estimate,
      finished.map((one) => one[k]!),
    ),
  );
  return {
    estimates,
    standardErrors: spread.map(({ standardError }) => standardError),
    used: spread.map(({ used }) => used),
    replicateEstimates,
    replicates: factors.replicates,
    df: factors.df,
    stopped: { count: factors.replicates - finished.length, reason },
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

function spreadOf(centre: number | null, values: readonly (number | null)[]) {
  let used = 0;
  let squares = 0;
  for (const value of values) {
    if (centre === null || value === null) continue;
    used += 1;
    squares += (value - centre) ** 2;
  }
  return { used, standardError: used >= 2 ? Math.sqrt(squares / used) : null };
}
