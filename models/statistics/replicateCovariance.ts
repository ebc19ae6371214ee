import type { ReplicateDesign } from "./replicateDesign.ts";
import type { Statistic } from "./statistic.ts";
import { weightsInDomain } from "./subpopulation.ts";

/** A covariance matrix from replicates, and how many replicates each quantity has no value in. */
export interface ReplicateCovariance {
  readonly covariance: number[][];
  readonly lost: readonly number[];
}

/**
 * Covariance matrix of quantities recomputed from each replicate's weights.
 *
 *     V_ab = scale Σ_r rscales_r (a_r − c_a)(b_r − c_b)
 *
 * c is the full-sample estimate or the mean of the replicates, as the design says. A replicate in which a quantity has no value
 * is left out of that quantity's sums, without rescaling (as R does), and counted.
 */
export function replicateCovariance(
  design: ReplicateDesign,
  statistics: readonly Statistic[],
): ReplicateCovariance {
  const columns = design.replicateWeights.map((column) => weightsInDomain(design, column));
  const full = weightsInDomain(design, design.weights);
  const values = statistics.map((statistic) => columns.map((weights) => statistic.estimate(weights)));
  const deviations = values.map((replicates, index) =>
    deviate(design, replicates, statistics[index]!.estimate(full)),
  );
  const covariance = deviations.map((a) => deviations.map((b) => sumOfProducts(design, a, b)));
  return {
    covariance,
    lost: values.map((replicates) => replicates.filter((value) => value === null).length),
  };
}

function deviate(
  design: ReplicateDesign,
  replicates: readonly (number | null)[],
  full: number | null,
): number[] {
  const centre = design.aroundEstimate ? full : meanOfUsed(design, replicates);
  return replicates.map((value) => (value === null || centre === null ? 0 : value - centre));
}

function meanOfUsed(
  { replicateScales }: ReplicateDesign,
  replicates: readonly (number | null)[],
): number | null {
  const used = replicates.filter((value, r) => value !== null && replicateScales[r]! > 0) as number[];
  return used.length === 0 ? null : used.reduce((sum, value) => sum + value, 0) / used.length;
}

function sumOfProducts(
  { scale, replicateScales }: ReplicateDesign,
  a: readonly number[],
  b: readonly number[],
): number {
  return scale * a.reduce((sum, value, r) => sum + replicateScales[r]! * value * b[r]!, 0);
}
