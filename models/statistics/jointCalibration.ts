import type { AuxiliaryCells } from "./auxiliaryCells.ts";
import { auxiliaryTotals, linearPredictor } from "./auxiliaryCells.ts";
import { type CrossedCodes, crossCodes } from "./crossCodes.ts";
import { sumBy } from "./multistageCovariance.ts";
import { semidefiniteSolve } from "./semidefiniteSolve.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** All calibration steps of a design taken together. */
export interface JointCalibration {
  /** Auxiliary values of all steps side by side, on cells of rows with equal values in each. */
  readonly auxiliary: AuxiliaryCells;
  /** B of all steps side by side, for scores on some rows and 0 on the others. */
  readonly coefficients: (rows: Int32Array, scores: Float64Array) => Float64Array;
}

/**
 * The projection of `calibrationResidual` made for many domains: the residual of a row is u − x′B, with x and B of all steps side
 * by side, and B costs the rows of the domain and the cells.
 */
export function jointCalibration(design: SurveyDesign): JointCalibration {
  const cells = design.calibration.reduce<CrossedCodes>(
    (all, { auxiliary }) => crossCodes(all.codes, auxiliary.cellOfRow, auxiliary.cells),
    { codes: new Int32Array(design.rows), firstRows: new Int32Array(1) },
  );
  const auxiliary = joinSteps(
    design.calibration.map((step) => step.auxiliary),
    cells,
  );
  return { auxiliary, coefficients: coefficients(design, cells) };
}

/** The auxiliary values of all steps side by side, on cells of rows with equal values in each. */
function joinSteps(steps: readonly AuxiliaryCells[], cells: CrossedCodes): AuxiliaryCells {
  const start = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of cells.firstRows) {
    let offset = 0;
    for (const step of steps) {
      const cell = step.cellOfRow[row]!;
      for (let at = step.start[cell]!; at < step.start[cell + 1]!; at++) {
        column.push(offset + step.column[at]!);
        value.push(step.value[at]!);
      }
      offset += step.columns;
    }
    start.push(column.length);
  }
  return {
    cellOfRow: cells.codes,
    cells: cells.firstRows.length,
    columns: steps.reduce((sum, step) => sum + step.columns, 0),
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    value: Float64Array.from(value),
  };
}

/** B of every step side by side, found from the last step to the first as in `calibrationResidual`. */
function coefficients({ calibration }: SurveyDesign, cells: CrossedCodes) {
  const count = cells.firstRows.length;
  let columns = 0;
  const steps = calibration.map((step) => {
    const stepCell = cells.firstRows.map((row) => step.auxiliary.cellOfRow[row]!);
    const offset = columns;
    columns += step.auxiliary.columns;
    return { ...step, stepCell, offset, cellWeights: sumBy(step.weights, cells.codes, count) };
  });
  const backwards = [...steps.entries()].reverse();
  const left = new Float64Array(count);
  return (rows: Int32Array, scores: Float64Array): Float64Array => {
    const all = new Float64Array(columns);
    const fitted = new Float64Array(count);
    for (const [index, { auxiliary, gram, weights, stepCell, cellWeights, offset }] of backwards) {
      for (let cell = 0; cell < count; cell++) left[cell] = -cellWeights[cell]! * fitted[cell]!;
      for (let at = 0; at < rows.length; at++)
        left[cells.codes[rows[at]!]!]! += weights[rows[at]!]! * scores[rows[at]!]!;
      const b = semidefiniteSolve(gram, auxiliaryTotals(auxiliary, sumBy(left, stepCell, auxiliary.cells)));
      all.set(b, offset);
      if (index > 0) addByCell(fitted, linearPredictor(auxiliary, b), stepCell);
    }
    return all;
  };
}

function addByCell(fitted: Float64Array, step: Float64Array, stepCell: Int32Array): void {
  for (let cell = 0; cell < fitted.length; cell++) fitted[cell]! += step[stepCell[cell]!]!;
}
