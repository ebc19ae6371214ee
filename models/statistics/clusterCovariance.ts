import type { LonelyPsuRule } from "./groupCoefficients.ts";
import { multistageCovariance } from "./multistageCovariance.ts";
import { samplingStages } from "./samplingStages.ts";
import type { LabelColumn } from "./toCategories.ts";
import type { NumericColumn } from "./toNumbers.ts";

/** Totals of primary sampling units, a row each: also the PSUs without an answer, which stand there as zeros. */
export interface ClusterTotals {
  /** Stratum of each PSU; absent: one stratum. */
  readonly strata?: LabelColumn | undefined;
  /** Columns of PSU totals of z = w u. */
  readonly totals: readonly Float64Array[];
  /** PSUs in the population of each PSU's stratum; absent: drawn with replacement. */
  readonly populationCounts?: NumericColumn | undefined;
  readonly lonelyPsu?: LonelyPsuRule | undefined;
}

/**
 * Covariance matrix of estimated totals from already summed primary sampling units ("ultimate clusters").
 *
 *     V_ab = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_ahi − z̄_ah)(z_bhi − z̄_bh)
 *
 * With population counts it covers the first stage only, and is then too small for a sample of several stages: use
 * `multistageCovariance`. Without them it is the usual conservative estimator.
 *
 * Hansen, Hurwitz, Madow (1953), Sample Survey Methods and Theory.
 *
 * @example clusterCovariance({ totals: [Float64Array.of(1, 2, 3, 4)] }) // [[6.666…]]
 * @throws EstimateError as `samplingStages` does
 */
export function clusterCovariance({ totals, ...plan }: ClusterTotals): number[][] {
  const rows = totals[0]?.length ?? 0;
  const populationCounts = plan.populationCounts === undefined ? undefined : [plan.populationCounts];
  return multistageCovariance(samplingStages({ ...plan, populationCounts }, rows), totals);
}
