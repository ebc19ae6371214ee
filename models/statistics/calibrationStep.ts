import { auxiliaryGram } from "./auxiliaryCells.ts";
import { sumBy } from "./multistageCovariance.ts";
import { type CholeskyFactor, choleskyFactor } from "./semidefiniteSolve.ts";

/** Rows with equal auxiliary values, and those values: sparse rows of the auxiliary matrix X, one a cell. */
export interface AuxiliaryCells {
  readonly cellOfRow: Int32Array;
  readonly cells: number;
  readonly columns: number;
  /** Entries of cell c stand at start[c] … start[c + 1] − 1. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

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
