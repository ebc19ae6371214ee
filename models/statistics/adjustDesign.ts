import { EstimateError } from "../errors.ts";
import type { AuxiliaryCells } from "./auxiliaryCells.ts";
import { calibrationStep } from "./calibrationStep.ts";
import type { Design } from "./design.ts";

/**
 * A sample whose weights are multiplied by a factor for each cell of auxiliary values, with a record of it; replicates are each
 * adjusted from their own weights.
 *
 * @throws EstimateError when a subpopulation was already asked about: known totals are of the whole population
 */
export function adjustDesign<D extends Design>(
  design: D,
  auxiliary: AuxiliaryCells,
  findFactors: (weights: Float64Array) => Float64Array,
): D {
  if (design.domain !== null) {
    throw new EstimateError(
      "A subpopulation cannot be calibrated; calibrate the whole sample, then ask about the domain.",
    );
  }
  const adjust = (weights: Float64Array) => {
    const factors = findFactors(weights);
    return weights.map((weight, row) => weight * factors[auxiliary.cellOfRow[row]!]!);
  };
  const weights = adjust(design.weights);
  if (design.kind === "linearised") {
    return {
      ...design,
      weights,
      calibration: [...design.calibration, calibrationStep(auxiliary, design.weights)],
    };
  }
  return {
    ...design,
    weights,
    replicateWeights: design.replicateWeights.map((column, r) => inReplicate(r, () => adjust(column))),
  };
}

function inReplicate<T>(r: number, adjust: () => T): T {
  try {
    return adjust();
  } catch (error) {
    if (!(error instanceof EstimateError)) throw error;
    throw new EstimateError(`In replicate ${r + 1}: ${error.message}`, {
      cause: error,
      ...(error.hint ? { hint: error.hint } : {}),
    });
  }
}
