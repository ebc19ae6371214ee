import { EstimateError } from "../errors.ts";
import {
  type Calibrated,
  type CalibrationProblem,
  calibrateCells,
  cellName,
  prepareCalibration,
  unanswered,
} from "./calibrateCells.ts";

/** Respondents of one cell with one weight that enters calibration. */
export interface WeightedRow {
  readonly cell: number;
  /** Whose median the cap is a multiple of. */
  readonly unit: string;
  readonly weight: number;
  readonly responses: number;
}

export interface TrimmingRule {
  readonly aboveMedian: number;
  readonly maxRounds: number;
}

export interface Trimmed extends Calibrated {
  /** Per cell, what a weight that enters is cut at; Infinity where none is. */
  readonly limits: Float64Array;
  /** Factors before anything was cut. */
  readonly firstFactors: Float64Array;
  readonly rounds: number;
  readonly cutResponses: number;
}

/** A weight above its cap by no more than this share is at its cap. */
const atTheCap = 1e-9;

/**
 * Cuts large weights and keeps the margins: a calibrated weight above `aboveMedian` times the median of its unit is brought to that
 * cap by cutting the weight that *enters*, and all are calibrated again, until no weight is above its cap and every margin is met.
 *
 *     w = min(d, cap / g) · g,   Σ w x = T
 *
 * The caps are made once, from the weights before anything was cut. The cut is taken as fixed by the errors: its bias is in none.
 *
 * @throws EstimateError as `calibrateCells` does; when the caps leave a category less than its total; and when both do not hold
 *   after `maxRounds`
 */
export function trimCells(
  problem: CalibrationProblem,
  rows: readonly WeightedRow[],
  { aboveMedian, maxRounds }: TrimmingRule,
): Trimmed {
  const calibrate = prepareCalibration(problem);
  const limits = new Float64Array(problem.cells.length).fill(Infinity);
  const entering = () => {
    const weights = new Float64Array(problem.cells.length);
    for (const { cell, weight, responses } of rows)
      weights[cell]! += responses * Math.min(weight, limits[cell]!);
    return weights;
  };
  const first = calibrateCells(problem);
  const caps = capsOf(rows, first.factors, aboveMedian);
  requireRoom(problem, rows, caps);
  let now: Calibrated = first;
  for (let round = 0; ; round++) {
    const { ratio, cell } = worstOf(rows, now.factors, limits, caps);
    if (ratio <= 1 + atTheCap)
      return {
        ...{ ...now, limits, firstFactors: first.factors, rounds: round },
        cutResponses: rows.reduce(
          (sum, row) => sum + (row.weight > limits[row.cell]! ? row.responses : 0),
          0,
        ),
      };
    if (round === maxRounds)
      throw new EstimateError(
        `Trimming of ${problem.unit} at ${aboveMedian} times the median did not come to rest in ${maxRounds} rounds: a weight of ${cellName(problem, problem.cells[cell]!.levels)} is still ${ratio.toPrecision(4)} times its cap.`,
        { hint: "Allow a higher cap or more rounds, or collapse a small category." },
      );
    limits.fill(Infinity);
    for (const row of rows) {
      const cap = caps.get(row.unit)! / now.factors[row.cell]!;
      if (row.weight > cap) limits[row.cell] = cap;
    }
    now = calibrate(entering());
  }
}

/** The weight that is furthest above its cap. */
function worstOf(
  rows: readonly WeightedRow[],
  factors: Float64Array,
  limits: Float64Array,
  caps: ReadonlyMap<string, number>,
): { ratio: number; cell: number } {
  let worst = { ratio: 0, cell: 0 };
  for (const row of rows) {
    const ratio = final(row, factors, limits) / caps.get(row.unit)!;
    if (ratio > worst.ratio) worst = { ratio, cell: row.cell };
  }
  return worst;
}

function final({ cell, weight }: WeightedRow, factors: Float64Array, limits: Float64Array): number {
  return Math.min(weight, limits[cell]!) * factors[cell]!;
}

function capsOf(
  rows: readonly WeightedRow[],
  factors: Float64Array,
  aboveMedian: number,
): Map<string, number> {
  const caps = new Map<string, number>();
  for (const unit of new Set(rows.map((row) => row.unit))) {
    const own = rows
      .filter((row) => row.unit === unit)
      .map(({ cell, weight, responses }) => ({ value: weight * factors[cell]!, responses }))
      .sort((a, b) => a.value - b.value);
    const half = own.reduce((sum, { responses }) => sum + responses, 0) / 2;
    let below = 0;
    const middle = own.find(({ responses }) => {
      below += responses;
      return below >= half;
    });
    caps.set(unit, aboveMedian * middle!.value);
  }
  return caps;
}

/** With everybody at his cap a category must still reach its total. */
function requireRoom(
  { unit, marginCodes, targets, cells }: CalibrationProblem,
  rows: readonly WeightedRow[],
  caps: ReadonlyMap<string, number>,
): void {
  for (const { marginCode, level, name, population } of targets) {
    const index = marginCodes.indexOf(marginCode);
    const most = rows.reduce(
      (sum, row) =>
        sum + (cells[row.cell]!.levels[index] === level ? row.responses * caps.get(row.unit)! : 0),
      0,
    );
    const blanks = rows.some((row) => cells[row.cell]!.levels[index] === unanswered);
    if (most >= population || blanks) continue;
    throw new EstimateError(
      `Trimming of ${unit}: with every weight at its cap, category ${name ?? level} of margin ${marginCode} comes to ${Math.floor(most)} of ${population}.`,
      { hint: "Allow a higher cap, or collapse the category." },
    );
  }
}
