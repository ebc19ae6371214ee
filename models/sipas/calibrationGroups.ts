import { type AuxiliaryCells, auxiliaryGram } from "../statistics/auxiliaryCells.ts";
import { type CholeskyFactor, choleskyFactor, semidefiniteSolve } from "../statistics/semidefiniteSolve.ts";

/** A margin cell: the level of each margin, and the factor that raking gave it. */
export interface MarginCell {
  readonly levels: readonly string[];
  readonly factor: number;
}

/** Cells that were raked together, with what their errors need. */
export interface CalibrationGroup {
  readonly strata: readonly string[];
  /** The margin cells of the group, by the number that rows carry. */
  readonly cells: Int32Array;
  readonly auxiliary: AuxiliaryCells;
  readonly factors: Float64Array;
  readonly gram: CholeskyFactor;
}

/**
 * What calibration leaves behind for the variance of cells raked together: an indicator x of every level of every margin, and
 * the Cholesky factor of Σ d x x′, where d = w / factor is the weight that entered raking.
 *
 * @param weights Σ w of the respondents of each cell
 */
export function calibrationGroup(
  strata: readonly string[],
  cells: readonly number[],
  marginCells: readonly MarginCell[],
  weights: Float64Array,
): CalibrationGroup {
  const auxiliary = indicators(marginCells.map(({ levels }) => levels));
  const factors = Float64Array.from(marginCells, ({ factor }) => factor);
  const before = weights.map((weight, cell) => weight / factors[cell]!);
  return {
    strata,
    cells: Int32Array.from(cells),
    auxiliary,
    factors,
    gram: choleskyFactor(auxiliaryGram(auxiliary, before)),
  };
}

function indicators(levels: readonly (readonly string[])[]): AuxiliaryCells {
  const columns = new Map<string, number>();
  const column = levels.flatMap((own) =>
    own.map((level, margin) => {
      const name = `${margin}=${level}`;
      if (!columns.has(name)) columns.set(name, columns.size);
      return columns.get(name) as number;
    }),
  );
  const margins = levels[0]?.length ?? 0;
  return {
    cellOfRow: new Int32Array(0),
    cells: levels.length,
    columns: columns.size,
    start: Int32Array.from({ length: levels.length + 1 }, (_, cell) => cell * margins),
    column: Int32Array.from(column),
    value: new Float64Array(column.length).fill(1),
  };
}

/**
 * Coefficients of the regression of a linearised variable u on the margins, B = (Σ d x x′)⁻¹ Σ d x u.
 *
 * @param cells the cells of the group where u is not 0, by their place in it
 * @param totals Σ w u of each of these cells
 */
export function regressOnMargins(
  { auxiliary, factors, gram }: CalibrationGroup,
  cells: Int32Array,
  totals: Float64Array,
): Float64Array {
  const { start, column, value } = auxiliary;
  const sums = new Float64Array(auxiliary.columns);
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    const before = totals[index]! / factors[cell]!;
    for (let at = start[cell]!; at < start[cell + 1]!; at++) sums[column[at]!]! += before * value[at]!;
  }
  return semidefiniteSolve(gram, sums);
}

/** x′B of one cell of the group. */
export function fittedValue(
  { auxiliary }: CalibrationGroup,
  cell: number,
  coefficients: Float64Array,
): number {
  const { start, column, value } = auxiliary;
  let sum = 0;
  for (let at = start[cell]!; at < start[cell + 1]!; at++) sum += coefficients[column[at]!]! * value[at]!;
  return sum;
}
