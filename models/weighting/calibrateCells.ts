import { EstimateError } from "../errors.ts";
import type { AuxiliaryCells } from "../statistics/auxiliaryCells.ts";
import { type CalibrationDistance, fitByNewton } from "../statistics/calibrationFactors.ts";
import { type CellMargin, fitInTurn, sumCategories } from "../statistics/iterativeProportionalFitting.ts";

/** A population total of one category of a margin. */
export interface CategoryTarget {
  readonly marginCode: string;
  readonly level: string;
  /** What the category is called in errors; its level when absent. */
  readonly name?: string;
  readonly population: number;
}

export interface CalibrationProblem {
  /** Named in errors: "unit 01 of round 2022". */
  readonly unit: string;
  readonly method: CalibrationDistance;
  /** Least and greatest factor; null leaves raking and linear calibration without. */
  readonly bounds: readonly [number, number] | null;
  /** The margins in the order of the levels of a cell. */
  readonly marginCodes: readonly string[];
  readonly cells: readonly {
    readonly levels: readonly string[];
    readonly weight: number;
    readonly responses: number;
  }[];
  readonly targets: readonly CategoryTarget[];
  /** Largest relative error of any margin that counts as met. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

export interface Calibrated {
  readonly factors: Float64Array;
  readonly iterations: number;
  readonly worstError: number;
}

/** A level of a margin that respondents did not answer. */
export const unanswered = "-";

/**
 * Calibration on cells: a respondent's factor depends only on his cell, so the cell sums of the weights that enter are all that
 * is needed. Respondents who left a margin's question blank keep their share of the total.
 *
 * `raking` without bounds is iterative proportional fitting; all others, and raking with bounds, are Newton's method.
 *
 * Deming, Stephan (1940), Annals of Mathematical Statistics 11(4), 427–444; Deville, Särndal (1992), JASA 87, 376–382.
 *
 * Throws EstimateError, naming the unit, the margin and its category: when margins disagree on the total, when a category with a
 * population has no respondent, or one with respondents no population or no total, when a weight that enters or leaves is not
 * positive, and when the margins are not met after `maxIterations`. Without any target every factor is 1.
 */
export function calibrateCells(problem: CalibrationProblem): Calibrated {
  for (const { levels, weight } of problem.cells)
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new EstimateError(
        `Calibration of ${problem.unit}: the weights of ${cellName(problem, levels)} that enter add to ${weight}; they must be positive numbers.`,
        { hint: "Look at the selection probabilities of the sample, and at the steps before calibration." },
      );
  return prepareCalibration(problem)(Float64Array.from(problem.cells, (cell) => cell.weight));
}

/**
 * The same calibration for any weights of the cells: what a replicate repeats.
 *
 * @example prepareCalibration(problem)(weights).factors
 */
export function prepareCalibration(problem: CalibrationProblem): (weights: Float64Array) => Calibrated {
  const margins = problem.marginCodes
    .map((code, index) => toMargin(problem, code, index))
    .filter((margin) => margin !== null);
  if (margins.length > 0) requireOneTotal(problem);
  for (const margin of margins) requireTargets(problem, margin);
  return (weights) => fit(problem, margins, weights);
}

/** One margin over the cells, its categories ending with that of the blanks, and the population of those before it. */
interface KnownMargin extends Omit<CellMargin, "totals"> {
  readonly index: number;
  readonly names: readonly string[];
  readonly populations: readonly number[];
}

function toMargin({ cells, targets }: CalibrationProblem, code: string, index: number): KnownMargin | null {
  const own = targets.filter((target) => target.marginCode === code);
  if (own.length === 0) return null;
  const categories = [...own.map(({ level }) => level), unanswered];
  const number = new Map(categories.map((level, category) => [level, category]));
  return {
    name: code,
    index,
    categories,
    names: [...own.map(({ level, name }) => name ?? level), "blank"],
    populations: own.map(({ population }) => population),
    codes: Int32Array.from(cells, (cell) => number.get(cell.levels[index] as string) ?? -1),
  };
}

/** Every category that respondents have has a total. */
function requireTargets({ unit, cells }: CalibrationProblem, { name, index, codes }: KnownMargin): void {
  const cell = cells[codes.indexOf(-1)];
  if (cell === undefined) return;
  const level = cell.levels[index] as string;
  const n = cells.reduce((sum, one) => sum + (one.levels[index] === level ? one.responses : 0), 0);
  throw new EstimateError(
    `Calibration of ${unit}: category ${level} of margin ${name} has respondents (${n}) and no population total.`,
    { hint: "Add the category to margins.csv of the round." },
  );
}

function fit(
  problem: CalibrationProblem,
  margins: readonly KnownMargin[],
  weights: Float64Array,
): Calibrated {
  if (margins.length === 0)
    return { factors: new Float64Array(weights.length).fill(1), iterations: 0, worstError: 0 };
  const known = margins.map((margin) => ({ ...margin, totals: totalsOf(problem, margin, weights) }));
  const { method, bounds, tolerance } = problem;
  const found =
    method === "raking" && bounds === null ? rake(problem, known, weights) : solve(problem, known, weights);
  if (!(found.worstError <= tolerance)) throw notMet(problem, found);
  requirePositive(problem, weights, found.factors);
  return { factors: found.factors, iterations: found.iterations, worstError: found.worstError };
}

type TotalledMargin = KnownMargin & CellMargin;

interface Found extends Calibrated {
  /** The worst category: `age = age_18_24`. */
  readonly worst: string | null;
}

function rake(
  { tolerance, maxIterations }: CalibrationProblem,
  margins: readonly TotalledMargin[],
  weights: Float64Array,
): Found {
  const { factors, rounds, error, worst } = fitInTurn(weights, margins, { tolerance, rounds: maxIterations });
  const margin = worst && margins.find(({ name }) => name === worst.margin.name);
  return {
    ...{ factors, iterations: rounds, worstError: error },
    worst: worst && margin ? `${margin.name} = ${margin.names[worst.category]}` : null,
  };
}

function solve(
  { method, bounds, tolerance, maxIterations }: CalibrationProblem,
  margins: readonly TotalledMargin[],
  weights: Float64Array,
): Found {
  const { auxiliary, targets, names } = toAuxiliary(margins, weights.length);
  const { factors, steps, error, column } = fitByNewton(
    weights,
    { auxiliary, targets },
    method,
    bounds ?? undefined,
    { tolerance, steps: maxIterations },
  );
  return { factors, iterations: steps, worstError: error, worst: names[column] ?? null };
}

/** An indicator of every category of every margin, with its total. */
function toAuxiliary(margins: readonly TotalledMargin[], cells: number) {
  const offsets = margins.map((_, k) =>
    margins.slice(0, k).reduce((sum, { categories }) => sum + categories.length, 0),
  );
  const names = margins.flatMap(({ name, names }) => names.map((category) => `${name} = ${category}`));
  const auxiliary: AuxiliaryCells = {
    cellOfRow: new Int32Array(0),
    cells,
    columns: names.length,
    start: Int32Array.from({ length: cells + 1 }, (_, cell) => cell * margins.length),
    column: Int32Array.from(
      Array.from({ length: cells }, (_, cell) =>
        margins.map(({ codes }, k) => offsets[k]! + codes[cell]!),
      ).flat(),
    ),
    value: new Float64Array(cells * margins.length).fill(1),
  };
  return { auxiliary, names, targets: Float64Array.from(margins.flatMap(({ totals }) => [...totals])) };
}

function notMet({ unit, method, bounds, maxIterations }: CalibrationProblem, found: Found): EstimateError {
  const how = bounds === null ? method : `${method}, factors from ${bounds[0]} to ${bounds[1]}`;
  const isSpent = found.iterations >= maxIterations;
  const rounds = isSpent ? ` in ${maxIterations} round${maxIterations === 1 ? "" : "s"}` : "";
  return new EstimateError(
    `Calibration of ${unit} (${how}) did not meet its margins${rounds}: ${found.worst} is still off by ${(100 * found.worstError).toPrecision(3)} %.`,
    {
      hint: `${isSpent ? "Raise max_iterations, collapse" : "Collapse"} a category of that margin, allow wider bounds, or look for a margin that contradicts the others.`,
    },
  );
}

function requirePositive(problem: CalibrationProblem, weights: Float64Array, factors: Float64Array): void {
  const bad = factors.findIndex((factor, cell) => weights[cell]! > 0 && !(factor > 0 && factor < Infinity));
  if (bad < 0) return;
  throw new EstimateError(
    `Calibration of ${problem.unit} (${problem.method}) gives ${cellName(problem, problem.cells[bad]!.levels)} a factor of ${factors[bad]!.toPrecision(4)}; a weight must be positive.`,
    { hint: "Give bounds, use raking, or collapse a small category." },
  );
}

/** `cell gender = male, age = age_18_24`, for errors. */
export function cellName({ marginCodes, targets }: CalibrationProblem, levels: readonly string[]): string {
  const name = (code: string, level: string) =>
    targets.find((target) => target.marginCode === code && target.level === level)?.name ?? level;
  return `cell ${marginCodes.map((code, index) => `${code} = ${name(code, levels[index] as string)}`).join(", ")}`;
}

/** What each category must add up to; the last is that of the blanks, which keep their share of the weights. */
function totalsOf({ unit }: CalibrationProblem, margin: KnownMargin, weights: Float64Array): Float64Array {
  const { name, names, categories, populations } = margin;
  const sums = sumCategories(weights, null, margin.codes, new Float64Array(categories.length));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const blankShare = (sums.at(-1) as number) / all;
  const population = populations.reduce((sum, one) => sum + one, 0);
  return sums.map((sum, category) => {
    const own = populations[category];
    if (own === undefined) return population * blankShare;
    if (sum > 0 === own > 0) return own * (1 - blankShare);
    const has = own > 0 ? `a population of ${own} and no respondent` : "respondents and a population of 0";
    throw new EstimateError(
      `Calibration of ${unit}: category ${names[category]} of margin ${name} has ${has}.`,
      {
        hint: "Collapse the category with a neighbour by a written rule, or leave the margin out of the recipe.",
      },
    );
  });
}

/** Margins of one population may differ by rounding. */
const samePopulation = 1e-9;

function requireOneTotal(problem: CalibrationProblem): void {
  const totals = new Map<string, number>();
  for (const { marginCode, population } of problem.targets) {
    totals.set(marginCode, (totals.get(marginCode) ?? 0) + population);
  }
  const sums = [...totals.values()];
  if (Math.max(...sums) > Math.min(...sums) * (1 + samePopulation)) {
    const list = [...totals].map(([code, total]) => `${code} ${total}`).join(", ");
    throw new EstimateError(`The margins of ${problem.unit} add up to different populations: ${list}.`, {
      hint: "Correct margins.csv of the round.",
    });
  }
}
