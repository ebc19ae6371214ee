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
  /** The estimates of each replicate, made when asked for; null for one in which the recipe stopped. */
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
  const kept: (Float64Array | null)[] = []; // NaN where a replicate gave no estimate
  const used = new Int32Array(estimates.length);
  const squares = new Float64Array(estimates.length);
  let reason: string | null = null;
  for (let r = 0; r < factors.replicates; r++) {
    const attempt = tryRecipe(recipe, factors.of(r));
    if (attempt instanceof EstimateError) {
      reason ??= `Replicate ${r}: ${attempt.message}`;
      kept.push(null);
      continue;
    }
    if (attempt.length !== estimates.length) {
      throw new EstimateError(
        `Replicate ${r} gave ${attempt.length} estimates, the full sample ${estimates.length}.`,
      );
    }
    const own = new Float64Array(estimates.length);
    for (let k = 0; k < own.length; k++) {
      const value = toFinite(attempt[k]!);
      own[k] = value ?? Number.NaN;
      const centre = estimates[k]!;
      if (value === null || centre === null) continue;
      used[k]! += 1;
      squares[k]! += (value - centre) ** 2;
    }
    kept.push(own);
  }
  return {
    estimates,
    standardErrors: estimates.map((_, k) => (used[k]! >= 2 ? Math.sqrt(squares[k]! / used[k]!) : null)),
    used: [...used],
    get replicateEstimates() {
      return kept.map((own) => own && Array.from(own, toFinite));
    },
    replicates: factors.replicates,
    df: factors.df,
    stopped: { count: kept.filter((own) => own === null).length, reason },
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
