import { type AuxiliaryCells, auxiliaryGram } from "./auxiliaryCells.ts";
import { sumBy } from "./multistageCovariance.ts";
import { type CholeskyFactor, choleskyFactor } from "./semidefiniteSolve.ts";

/** What one adjustment of the weights leaves behind for the variance. */
export interface CalibrationStep {
  readonly auxiliary: AuxiliaryCells;
  /** Weights that entered the step. */
  readonly weights: Float64Array;
  /** Cholesky factor of Σ d x x′. */
  readonly gram: CholeskyFactor;
}

/** The record of a calibration on these auxiliary variables of these weights. */
export function calibrationStep(auxiliary: AuxiliaryCells, weights: Float64Array): CalibrationStep {
  const cellWeights = sumBy(weights, auxiliary.cellOfRow, auxiliary.cells);
  return { auxiliary, weights, gram: choleskyFactor(auxiliaryGram(auxiliary, cellWeights)) };
}
