import {
  type AuxiliaryCells,
  auxiliaryGram,
  auxiliaryTotals,
  linearPredictor,
} from "../statistics/auxiliaryCells.ts";
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

/** The regression of a linearised variable on the margins: coefficients, and the fitted value of each cell of the group. */
export interface Fitted {
  readonly coefficients: Float64Array;
  readonly values: Float64Array;
}

/**
 * B = (Σ d x x′)⁻¹ Σ d x u and x′B of each cell.
 *
 * @param totals Σ w u of each cell of the group
 */
export function fitOnMargins({ auxiliary, factors, gram }: CalibrationGroup, totals: Float64Array): Fitted {
  const before = new Float64Array(totals.length);
  for (let cell = 0; cell < before.length; cell++) before[cell] = totals[cell]! / factors[cell]!;
  const coefficients = semidefiniteSolve(gram, auxiliaryTotals(auxiliary, before));
  return { coefficients, values: linearPredictor(auxiliary, coefficients) };
}
