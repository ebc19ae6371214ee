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
  readonly factors: readonly number[];
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
  const margins = problem.marginCodes
    .map((code, index) => ({ code, index, groups: groupsOf(problem, code, index) }))
    .filter((margin) => margin.groups.length > 0);
  const factors = problem.cells.map(() => 1);
  if (margins.length === 0) return { factors, iterations: 0, worstError: 0 };
  requireOneTotal(problem);

  let worst = { error: Number.POSITIVE_INFINITY, margin: "" };
  for (let iteration = 1; iteration <= problem.maxIterations; iteration += 1) {
    for (const { groups } of margins) {
      for (const group of groups) {
        const scale = group.target / weightOf(problem, factors, group.members);
        for (const member of group.members) factors[member] = (factors[member] as number) * scale;
      }
    }
    worst = worstMargin(problem, margins, factors);
    if (worst.error <= problem.tolerance) return { factors, iterations: iteration, worstError: worst.error };
  }
  throw new EstimateError(
    `Raking ${problem.unit} did not meet its margins in ${problem.maxIterations} rounds: ${worst.margin} is still off by ${(100 * worst.error).toPrecision(3)} %.`,
    { hint: "Collapse a category of that margin, or look for a margin that contradicts the others." },
  );
}

interface Group {
  readonly level: string;
  readonly target: number;
  readonly members: readonly number[];
}

/** The cells of each category of one margin, with the population they must add up to. */
function groupsOf(problem: RakingProblem, code: string, index: number): Group[] {
  const targets = problem.targets.filter((target) => target.marginCode === code);
  if (targets.length === 0) return [];
  const total = targets.reduce((sum, target) => sum + target.population, 0);
  const membersOf = (level: string) =>
    problem.cells.flatMap((cell, cellIndex) => (cell.levels[index] === level ? [cellIndex] : []));
  const blank = membersOf(unanswered);
  const blankShare = baseWeight(problem, blank) / baseWeight(problem, [...problem.cells.keys()]);
  const groups = targets.map(({ level, population }) => {
    const members = membersOf(level);
    if (members.length === 0 && population > 0) {
      throw new EstimateError(
        `Raking ${problem.unit}: category ${level} of margin ${code} has a population of ${population} and no respondent.`,
        {
          hint: "Collapse the category with a neighbour by a written rule, or leave the margin out of the recipe.",
        },
      );
    }
    return { level, target: population * (1 - blankShare), members };
  });
  const asked =
    blank.length > 0
      ? [...groups, { level: unanswered, target: total * blankShare, members: blank }]
      : groups;
  return asked.filter((group) => group.members.length > 0);
}

function requireOneTotal(problem: RakingProblem): void {
  const totals = new Map<string, number>();
  for (const { marginCode, population } of problem.targets) {
    totals.set(marginCode, (totals.get(marginCode) ?? 0) + population);
  }
  if (new Set(totals.values()).size > 1) {
    const list = [...totals].map(([code, total]) => `${code} ${total}`).join(", ");
    throw new EstimateError(`The margins of ${problem.unit} add up to different populations: ${list}.`, {
      hint: "Correct margins.csv of the round.",
    });
  }
}

function worstMargin(
  problem: RakingProblem,
  margins: readonly { readonly code: string; readonly groups: readonly Group[] }[],
  factors: readonly number[],
): { error: number; margin: string } {
  let worst = { error: 0, margin: "" };
  for (const { code, groups } of margins) {
    for (const group of groups) {
      const error = Math.abs(weightOf(problem, factors, group.members) / group.target - 1);
      if (!(error <= worst.error)) worst = { error, margin: `${code} = ${group.level}` };
    }
  }
  return worst;
}

function weightOf(problem: RakingProblem, factors: readonly number[], members: readonly number[]): number {
  let sum = 0;
  for (const member of members) sum += (problem.cells[member]?.weight ?? 0) * (factors[member] as number);
  return sum;
}

function baseWeight(problem: RakingProblem, members: readonly number[]): number {
  return weightOf(
    problem,
    problem.cells.map(() => 1),
    members,
  );
}
