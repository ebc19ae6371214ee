import { auxiliaryTotals, linearPredictor } from "./auxiliaryCells.ts";
import type { AuxiliaryCells } from "./calibrationStep.ts";
import { type CrossedCodes, crossCodes } from "./crossCodes.ts";
import { multistageCovariance, sumBy } from "./multistageCovariance.ts";
import { semidefiniteSolve } from "./semidefiniteSolve.ts";
import type { SummedDesign, SummedPart } from "./summedDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** What calibration makes of one domain's linearised variable. */
export interface CalibratedDomain {
  /** u − x′B on the rows of the domain. */
  readonly residuals: Float64Array;
  /** Variance from the strata that the domain does not touch, where the residual is −x′B. */
  readonly varianceElsewhere: number;
}

/** What rows outside a domain add to its variance after calibration. */
export interface CalibratedOutside {
  /** Adds −w x′B of the rows outside the domain to the sums of the units in the strata it touches. */
  readonly prepare: (
    domain: number,
    scores: Float64Array,
    touched: readonly number[],
    totals: Float64Array,
    squares: Float64Array,
  ) => CalibratedDomain;
}

/**
 * Outside a domain u is 0, but its calibration residual −x′B is not. In the strata it touches, rows of equal auxiliary values
 * enter as Σw and Σw² by unit; a stratum that it does not touch adds B′MB, M the covariance matrix of its Σwx.
 */
export function calibratedOutside(
  design: SurveyDesign,
  summed: SummedDesign,
  rowsOfDomain: readonly Int32Array[],
): CalibratedOutside {
  const steps = design.calibration;
  const cells = steps.reduce<CrossedCodes>(
    (all, { auxiliary }) => crossCodes(all.codes, auxiliary.cellOfRow, auxiliary.cells),
    { codes: new Int32Array(design.rows), firstRows: new Int32Array(1) },
  );
  const joint = joinSteps(
    steps.map((step) => step.auxiliary),
    cells,
  );
  const solve = coefficients(design, cells);
  const blocks = blocksOfUnits(design, summed, cells, rowsOfDomain);
  const matrices = summed.parts.map((part) => partMatrix(part, blocks, joint));
  const residuals = new Float64Array(design.rows);
  return {
    prepare(domain, scores, touched, totals, squares) {
      const rows = rowsOfDomain[domain]!;
      const b = solve(rows, scores);
      const fitted = linearPredictor(joint, b);
      for (const part of touched) addBlocks(blocks, summed.parts[part]!, fitted, domain, totals, squares);
      for (let at = 0; at < rows.length; at++)
        residuals[rows[at]!] = scores[rows[at]!]! - fitted[cells.codes[rows[at]!]!]!;
      const varianceElsewhere = matrices.reduce(
        (sum, matrix, part) => (touched.includes(part) ? sum : sum + quadraticForm(matrix, b)),
        0,
      );
      return { residuals, varianceElsewhere };
    },
  };
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

/** Sums over rows of one unit, cell and domain, in the order of the units. */
export interface Blocks {
  /** Blocks of unit u stand at start[u] … start[u + 1] − 1. */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly domain: Int32Array;
  readonly weight: Float64Array;
  readonly squaredWeight: Float64Array;
}

function blocksOfUnits(
  { weights, rows }: SurveyDesign,
  { unitOfRow, partOfUnit }: SummedDesign,
  cells: CrossedCodes,
  rowsOfDomain: readonly Int32Array[],
): Blocks {
  const domainOfRow = new Int32Array(rows).fill(rowsOfDomain.length);
  rowsOfDomain.forEach((members, domain) => {
    for (const row of members) domainOfRow[row] = domain;
  });
  const inDomain = crossCodes(cells.codes, domainOfRow, rowsOfDomain.length + 1);
  const { codes, firstRows } = crossCodes(unitOfRow, inDomain.codes, inDomain.firstRows.length);
  const unit = (block: number) => unitOfRow[firstRows[block]!]!;
  const order = Int32Array.from(firstRows.keys()).sort((a, b) => unit(a) - unit(b) || a - b);
  const sums = sumBy(weights, codes, order.length);
  const squares = sumBy(
    weights.map((weight) => weight * weight),
    codes,
    order.length,
  );
  const start = new Int32Array(partOfUnit.length + 1);
  for (const block of order) start[unit(block) + 1]! += 1;
  for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!;
  return {
    start,
    cell: order.map((block) => cells.codes[firstRows[block]!]!),
    domain: order.map((block) => domainOfRow[firstRows[block]!]!),
    weight: Float64Array.from(order, (block) => sums[block]!),
    squaredWeight: Float64Array.from(order, (block) => squares[block]!),
  };
}

function addBlocks(
  blocks: Blocks,
  { from, to }: SummedPart,
  fitted: Float64Array,
  domain: number,
  totals: Float64Array,
  squares: Float64Array,
): void {
  for (let unit = from; unit < to; unit++) {
    for (let block = blocks.start[unit]!; block < blocks.start[unit + 1]!; block++) {
      if (blocks.domain[block] === domain) continue;
      const value = fitted[blocks.cell[block]!]!;
      totals[unit]! -= blocks.weight[block]! * value;
      squares[unit]! += blocks.squaredWeight[block]! * value * value;
    }
  }
}

/** Covariance matrix of Σwx within one stratum, over the columns that occur there. */
export interface PartMatrix {
  readonly columns: Int32Array;
  readonly covariance: Float64Array;
}

/**
 * The covariance matrix of Σwx within one part of a sample.
 *
 * @param joint auxiliary values of the cells that the blocks name
 */
export function partMatrix(
  { from, to, stages, respondents }: SummedPart,
  blocks: Omit<Blocks, "domain">,
  joint: AuxiliaryCells,
): PartMatrix {
  const number = new Map<number, number>();
  const entries: { unit: number; block: number; x: Map<number, number> }[] = [];
  for (let unit = from; unit < to; unit++) {
    for (let block = blocks.start[unit]!; block < blocks.start[unit + 1]!; block++) {
      const cell = blocks.cell[block]!;
      const x = new Map<number, number>();
      for (let at = joint.start[cell]!; at < joint.start[cell + 1]!; at++) {
        const column = joint.column[at]!;
        if (!number.has(column)) number.set(column, number.size);
        x.set(number.get(column)!, joint.value[at]!);
      }
      entries.push({ unit: unit - from, block, x });
    }
  }
  const column = () => new Float64Array(to - from);
  const totals = Array.from(number, column);
  const crossProducts = Array.from(number, () => Array.from(number, column));
  for (const { unit, block, x } of entries) {
    for (const [a, value] of x) {
      totals[a]![unit]! += blocks.weight[block]! * value;
      for (const [b, other] of x)
        crossProducts[a]![b]![unit]! += blocks.squaredWeight[block]! * value * other;
    }
  }
  const within = respondents === null ? undefined : { ...respondents, crossProducts };
  return {
    columns: Int32Array.from(number.keys()),
    covariance: Float64Array.from(multistageCovariance(stages, totals, within).flat()),
  };
}

/** B′MB: the variance of Σw x′B within the part. */
export function quadraticForm({ columns, covariance }: PartMatrix, b: Float64Array): number {
  const size = columns.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let part = 0;
    for (let j = 0; j < size; j++) part += covariance[i * size + j]! * b[columns[j]!]!;
    sum += part * b[columns[i]!]!;
  }
  return Math.max(0, sum);
}
