import { EstimateError } from "../errors.ts";
import { type CellMargin, fitInTurn, sumCategories } from "../statistics/iterativeProportionalFitting.ts";

export interface RakingProblem {
  /** Named in errors: "unit 01 of round 2022". */
  readonly unit: string;
  /** The margins in the order of the levels of a cell. */
  readonly marginCodes: readonly string[];
  readonly cells: readonly { readonly levels: readonly string[]; readonly weight: number }[];
  readonly targets: readonly {
    readonly marginCode: string;
    readonly level: string;
    readonly population: number;
  }[];
  /** Largest relative error of any margin that counts as met. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

export interface Raked {
  readonly factors: Float64Array;
  readonly iterations: number;
  readonly worstError: number;
}

/** A level of a margin that respondents did not answer. */
const unanswered = "-";

/**
 * Raking (iterative proportional fitting) on cells: a respondent's factor depends only on his cell, so the cell sums of
 * base weights are all that is needed. Respondents who left a margin's question blank keep their share of the total.
 *
 * Deming, Stephan (1940), Annals of Mathematical Statistics 11(4), 427–444; Deville, Särndal (1992), JASA 87, 376–382.
 *
 * Throws EstimateError when margins disagree on the total, when a category with a population has no respondent, and
 * when the margins are not met after `maxIterations`; it names the unit and the worst margin. Without any target every
 * factor is 1.
 */
export function rakeCells(problem: RakingProblem): Raked {
  return prepareRaking(problem)(Float64Array.from(problem.cells, (cell) => cell.weight));
}

/**
 * The same raking for any weights of the cells: what a replicate repeats.
 *
 * @example prepareRaking(problem)(weights).factors
 */
export function prepareRaking(problem: RakingProblem): (weights: Float64Array) => Raked {
  const margins = problem.marginCodes
    .map((code, index) => toMargin(problem, code, index))
    .filter((margin) => margin !== null);
  if (margins.length > 0) requireOneTotal(problem);
  return (weights) => fit(problem, margins, weights);
}

/** One margin over the cells, its categories ending with that of the blanks, and the population of those before it. */
interface KnownMargin extends Omit<CellMargin, "totals"> {
  readonly populations: readonly number[];
}

function toMargin({ cells, targets }: RakingProblem, code: string, index: number): KnownMargin | null {
  const own = targets.filter((target) => target.marginCode === code);
  if (own.length === 0) return null;
  const categories = [...own.map(({ level }) => level), unanswered];
  const number = new Map(categories.map((level, category) => [level, category]));
  return {
    name: code,
    categories,
    populations: own.map(({ population }) => population),
    codes: Int32Array.from(cells, (cell) => number.get(cell.levels[index] as string) ?? -1),
  };
}

function fit(problem: RakingProblem, margins: readonly KnownMargin[], weights: Float64Array): Raked {
  if (margins.length === 0)
    return { factors: new Float64Array(weights.length).fill(1), iterations: 0, worstError: 0 };
  const { tolerance, maxIterations } = problem;
  const known = margins.map((margin) => ({ ...margin, totals: totalsOf(problem, margin, weights) }));
  const { factors, rounds, error, worst } = fitInTurn(weights, known, { tolerance, rounds: maxIterations });
  if (error <= tolerance) return { factors, iterations: rounds, worstError: error };
  const name = worst && `${worst.margin.name} = ${worst.margin.categories[worst.category]}`;
  throw new EstimateError(
    `Raking ${problem.unit} did not meet its margins in ${maxIterations} rounds: ${name} is still off by ${(100 * error).toPrecision(3)} %.`,
    { hint: "Collapse a category of that margin, or look for a margin that contradicts the others." },
  );
}

/** What each category must add up to; the last is that of the blanks, which keep their share of the weights. */
function totalsOf({ unit }: RakingProblem, margin: KnownMargin, weights: Float64Array): Float64Array {
  const { name, categories, populations } = margin;
  const sums = sumCategories(weights, null, margin.codes, new Float64Array(categories.length));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const blankShare = (sums.at(-1) as number) / all;
  const population = populations.reduce((sum, one) => sum + one, 0);
  return sums.map((sum, category) => {
    const own = populations[category];
    if (own === undefined) return population * blankShare;
    if (sum > 0 || own === 0) return own * (1 - blankShare);
    throw new EstimateError(
      `Raking ${unit}: category ${categories[category]} of margin ${name} has a population of ${own} and no respondent.`,
      {
        hint: "Collapse the category with a neighbour by a written rule, or leave the margin out of the recipe.",
      },
    );
  });
}

/** Margins of one population may differ by rounding. */
const samePopulation = 1e-9;

function requireOneTotal(problem: RakingProblem): void {
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
