import { EstimateError } from "../errors.ts";

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

/** One margin over the cells: the category of each cell, and the population of each category. */
interface CellMargin {
  readonly code: string;
  readonly levels: readonly string[];
  readonly populations: readonly number[];
  readonly categoryOfCell: Int32Array;
}

function toMargin({ cells, targets }: RakingProblem, code: string, index: number): CellMargin | null {
  const own = targets.filter((target) => target.marginCode === code);
  if (own.length === 0) return null;
  const levels = [...own.map(({ level }) => level), unanswered];
  const number = new Map(levels.map((level, category) => [level, category]));
  return {
    code,
    levels,
    populations: own.map(({ population }) => population),
    categoryOfCell: Int32Array.from(cells, (cell) => number.get(cell.levels[index] as string) ?? -1),
  };
}

function fit(problem: RakingProblem, margins: readonly CellMargin[], weights: Float64Array): Raked {
  const factors = new Float64Array(weights.length).fill(1);
  if (margins.length === 0) return { factors, iterations: 0, worstError: 0 };
  const wanted = margins.map((margin) => ({
    margin,
    targets: targetsOf(problem, margin, weights),
    sums: new Float64Array(margin.levels.length),
  }));
  let worst = { error: Number.POSITIVE_INFINITY, margin: "" };
  for (let iteration = 1; iteration <= problem.maxIterations; iteration += 1) {
    worst = { error: 0, margin: "" };
    for (const one of wanted) {
      addUp(one.margin, weights, factors, one.sums);
      const own = worstCategory(one);
      if (!(own.error <= worst.error)) worst = own;
      scaleTo(one, factors);
    }
    if (worst.error <= problem.tolerance) return { factors, iterations: iteration, worstError: worst.error };
  }
  throw new EstimateError(
    `Raking ${problem.unit} did not meet its margins in ${problem.maxIterations} rounds: ${worst.margin} is still off by ${(100 * worst.error).toPrecision(3)} %.`,
    { hint: "Collapse a category of that margin, or look for a margin that contradicts the others." },
  );
}

/** A margin, what its categories must add up to, and what they add up to. */
interface WantedMargin {
  readonly margin: CellMargin;
  readonly targets: Float64Array;
  readonly sums: Float64Array;
}

/** How far a margin is off before it is met; that it was met a round ago shows in the others. */
function worstCategory({ margin, targets, sums }: WantedMargin): { error: number; margin: string } {
  let error = 0;
  let worst = -1;
  for (let category = 0; category < sums.length; category += 1) {
    if (targets[category] === 0 && sums[category] === 0) continue;
    const own = Math.abs(sums[category]! / targets[category]! - 1);
    if (own <= error) continue;
    error = own;
    worst = category;
  }
  return { error, margin: `${margin.code} = ${margin.levels[worst]}` };
}

function scaleTo({ margin, targets, sums }: WantedMargin, factors: Float64Array): void {
  const { categoryOfCell } = margin;
  for (let category = 0; category < sums.length; category += 1)
    sums[category] = sums[category] === 0 ? 1 : targets[category]! / sums[category]!;
  for (let cell = 0; cell < factors.length; cell += 1) {
    const category = categoryOfCell[cell]!;
    if (category >= 0) factors[cell]! *= sums[category]!;
  }
}

/** What each category must add up to; the last is that of the blanks, which keep their share of the weights. */
function targetsOf({ unit }: RakingProblem, margin: CellMargin, weights: Float64Array): Float64Array {
  const sums = addUp(margin, weights, null, new Float64Array(margin.levels.length));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const blankShare = (sums.at(-1) as number) / all;
  const population = margin.populations.reduce((sum, one) => sum + one, 0);
  return sums.map((sum, category) => {
    const own = margin.populations[category];
    if (own === undefined) return population * blankShare;
    if (sum > 0 || own === 0) return own * (1 - blankShare);
    throw new EstimateError(
      `Raking ${unit}: category ${margin.levels[category]} of margin ${margin.code} has a population of ${own} and no respondent.`,
      {
        hint: "Collapse the category with a neighbour by a written rule, or leave the margin out of the recipe.",
      },
    );
  });
}

function addUp(
  { categoryOfCell }: CellMargin,
  weights: Float64Array,
  factors: Float64Array | null,
  sums: Float64Array,
): Float64Array {
  sums.fill(0);
  for (let cell = 0; cell < weights.length; cell += 1) {
    const category = categoryOfCell[cell]!;
    if (category >= 0) sums[category]! += factors === null ? weights[cell]! : weights[cell]! * factors[cell]!;
  }
  return sums;
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
