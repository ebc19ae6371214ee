import { EstimateError } from "../errors.ts";
import { hadamardMatrix } from "./hadamardMatrix.ts";
import { refuseCalibrated } from "./jackknife.ts";
import { type ReplicateDesign, replicateDesign } from "./replicateDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/**
 * Balanced repeated replication of a design with two PSUs in every stratum: each replicate takes one PSU of each stratum, in
 * the pattern of a Hadamard matrix (its constant column is not used).
 *
 *     factors 2 − ρ and ρ,   V = Σ_r (θ_r − θ̄)² / (R (1 − ρ)²)
 *
 * ρ = 0: BRR with half-samples; 0 < ρ < 1: Fay's method, in which no row loses its weight. Population counts are not used.
 *
 * Judkins (1990), Fay's method for variance estimation, J. Official Statistics 6, 223–239.
 *
 * @example estimate(balancedReplicates(design, 0.3), ratio(alive, arrests))
 * @throws EstimateError when a stratum has another number of PSUs, ρ is outside 0 … 1, or the weights are calibrated
 */
export function balancedReplicates(design: SurveyDesign, rho = 0): ReplicateDesign {
  refuseCalibrated(design);
  const { unitOfRow, groupOfUnit, sampleCounts } = design.stages[0]!;
  if (!(rho >= 0 && rho < 1))
    throw new EstimateError(`Fay's coefficient is ${rho}; it must be at least 0 and below 1.`);
  const wrong = sampleCounts.find((n) => n !== 2);
  if (wrong !== undefined) {
    throw new EstimateError(`A stratum has ${wrong} PSUs; balanced replicates need exactly two in each.`);
  }
  const signs = hadamardMatrix(sampleCounts.length + 1);
  const isFirst = groupOfUnit.map((stratum, unit) => Number(groupOfUnit.indexOf(stratum) === unit));
  const replicateWeights = signs.map((row) =>
    design.weights.map((weight, index) => {
      const unit = unitOfRow[index]!;
      const chosen = row[groupOfUnit[unit]! + 1] === (isFirst[unit] === 1 ? 1 : -1);
      return weight * (chosen ? 2 - rho : rho);
    }),
  );
  const scale = 1 / (signs.length * (1 - rho) ** 2);
  const df = sampleCounts.length;
  return {
    ...replicateDesign({ weights: design.weights, replicateWeights, scale, df }),
    domain: design.domain,
  };
}
