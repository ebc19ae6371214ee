import { auxiliaryTotals, linearPredictor } from "./auxiliaryCells.ts";
import type { CalibrationStep } from "./calibrationStep.ts";
import { semidefiniteSolve } from "./semidefiniteSolve.ts";

/**
 * What calibration leaves of a linearised variable: its least-squares residual on the auxiliary variables, with the weights
 * that entered the step; for several steps, from the last back to the first.
 *
 *     e = u − x′B,   B = (Σ d x x′)⁻¹ Σ d x u
 *
 * Deville, Särndal (1992), Calibration estimators in survey sampling, JASA 87, 376–382.
 */
export function calibrationResidual(steps: readonly CalibrationStep[], score: Float64Array): Float64Array {
  return steps.reduceRight((residual, step) => residualOnStep(step, residual), score);
}

function residualOnStep({ auxiliary, weights, gram }: CalibrationStep, score: Float64Array): Float64Array {
  const { cellOfRow } = auxiliary;
  const cellTotals = new Float64Array(auxiliary.cells);
  for (let row = 0; row < score.length; row++) cellTotals[cellOfRow[row]!]! += weights[row]! * score[row]!;
  const coefficients = semidefiniteSolve(gram, auxiliaryTotals(auxiliary, cellTotals));
  const predictor = linearPredictor(auxiliary, coefficients);
  return score.map((value, row) => value - predictor[cellOfRow[row]!]!);
}
