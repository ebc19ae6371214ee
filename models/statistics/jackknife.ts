import { EstimateError } from "../errors.ts";
import { type ReplicateDesign, replicateDesign } from "./replicateDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/**
 * Jackknife replicates of a design: each leaves one PSU out and weights up the others of its stratum by n_h/(n_h − 1).
 *
 *     V = Σ_h (1 − f_h) (n_h − 1)/n_h Σ_i (θ_hi − θ̄)²
 *
 * With one stratum this is JK1, with several JKn. Strata taken whole (f = 1) and, under the rules `remove` and `certainty`,
 * strata of one PSU give no replicate. For linear statistics without population counts it equals linearisation; not for
 * quantiles. Start from weights before calibration and calibrate the result, so that every replicate is calibrated.
 *
 * Rust, Rao (1996), Variance estimation for complex surveys using replication techniques, Stat. Methods Med. Res. 5, 283–310.
 *
 * @example estimate(jackknife(design), ratio(hours, visits))
 * @throws EstimateError for calibrated weights, and for single PSUs under `average` or `adjust`
 */
export function jackknife(design: SurveyDesign): ReplicateDesign {
  refuseCalibrated(design);
  const { unitOfRow, groupOfUnit, sampleCounts, populationCounts, centredOnGrandMean } = design.stages[0]!;
  if (centredOnGrandMean.length > 0) {
    throw new EstimateError(
      "A stratum has a single PSU: the jackknife cannot centre it on a grand mean; combine strata first.",
    );
  }
  const units = Array.from(groupOfUnit, (stratum, unit) => ({
    stratum,
    unit,
    n: sampleCounts[stratum]!,
  })).filter(({ stratum, n }) => n > 1 && n < populationCounts[stratum]!);
  const replicateWeights = units.map(({ stratum, unit, n }) =>
    design.weights.map((weight, row) => {
      if (unitOfRow[row] === unit) return 0;
      return groupOfUnit[unitOfRow[row]!] === stratum ? (weight * n) / (n - 1) : weight;
    }),
  );
  const replicateScales = units.map(({ stratum, n }) => ((n - 1) / n) * (1 - n / populationCounts[stratum]!));
  const { weights } = design;
  const df = groupOfUnit.length - sampleCounts.length;
  return {
    ...replicateDesign({ weights, replicateWeights, scale: 1, replicateScales, df }),
    domain: design.domain,
  };
}

/** Replicates of calibrated weights with the factors kept fixed give a wrong error. */
export function refuseCalibrated({ calibration }: SurveyDesign): void {
  if (calibration.length === 0) return;
  throw new EstimateError(
    "These weights are already calibrated; make the replicates first and calibrate them.",
  );
}
