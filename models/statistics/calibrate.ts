import { EstimateError } from "../errors.ts";
import { adjustDesign } from "./adjustDesign.ts";
import { aggregateAuxiliary } from "./aggregateAuxiliary.ts";
import { type CalibrationDistance, calibrationFactors } from "./calibrationFactors.ts";
import type { Design } from "./design.ts";
import { sumBy } from "./multistageCovariance.ts";
import { auxiliaryTargets, type PopulationTargets } from "./populationTargets.ts";

/** How calibration may change the weights. */
export interface CalibrationOptions {
  readonly distance?: CalibrationDistance | undefined;
  /** Least and greatest factor; required by `logit`. */
  readonly bounds?: readonly [number, number] | undefined;
  /** Stage (from 1) within whose units all rows get the same factor. */
  readonly equalWithinStage?: number | undefined;
  /** Linear calibration without bounds may make weights negative; it is refused unless this is true. */
  readonly allowNegative?: boolean | undefined;
}

/**
 * Calibrates a sample to known margins and totals (Deville–Särndal): the new weights w = d F(x′λ) meet Σ w x = T and stay as
 * near to d as the distance says. `linear` is the generalised regression estimator. The design remembers it, and errors use the
 * residuals of linearised variables on x. Replicates are each calibrated.
 *
 * With `equalWithinStage` x is first replaced by its weighted mean in the unit, so that respondents of one cluster keep equal
 * factors.
 *
 * Deville, Särndal (1992), Calibration estimators in survey sampling, JASA 87, 376–382.
 *
 * @example calibrate(design, { margins: { type: { labels, totals } }, totals: { api99: { values, total: 3914069 } } })
 * @throws EstimateError for missing values, categories without a total, margins of unequal sums, bounds that cannot be met
 *   (names the worst margin) and weights below zero
 */
export function calibrate<D extends Design>(
  design: D,
  population: PopulationTargets,
  { distance = "linear", bounds, equalWithinStage, allowNegative = false }: CalibrationOptions = {},
): D {
  const { auxiliary: byRow, targets, names } = auxiliaryTargets(population, design.rows);
  const auxiliary =
    equalWithinStage === undefined ? byRow : aggregateAuxiliary(byRow, design, equalWithinStage);
  return adjustDesign(design, auxiliary, (weights) => {
    const cellWeights = sumBy(weights, auxiliary.cellOfRow, auxiliary.cells);
    const factors = calibrationFactors(cellWeights, { auxiliary, targets, names }, distance, bounds);
    const least = Math.min(...factors.filter((_, cell) => cellWeights[cell]! > 0));
    if (least < 0 && !allowNegative) {
      throw new EstimateError(
        `Linear calibration gives a factor of ${least}; weights must not become negative.`,
        {
          hint: "Give bounds, or use the raking or logit distance.",
        },
      );
    }
    return factors;
  });
}
