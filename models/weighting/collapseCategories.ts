import type { CalibrationProblem, CategoryTarget } from "./calibrateCells.ts";
import { mergeNeighbours } from "./mergeNeighbours.ts";

/** Which margins may lose categories, and how few respondents make a category small. */
export interface CollapseRule {
  readonly below: number;
  readonly marginCodes: readonly string[];
}

/** What became of a category: the log of collapsing. */
export interface CollapsedCategory {
  readonly marginCode: string;
  readonly level: string;
  readonly name: string;
  readonly responses: number;
  /** The level that it has become a part of: `1+2`. */
  readonly mergedLevel: string;
  readonly mergedName: string;
  readonly mergedResponses: number;
}

/**
 * Merges small categories of a margin by a written rule: the smallest (of equals the first) with the next in the order of the
 * form, the last with the one before it, until all have as many respondents as asked or one is left. The population goes with
 * them. A respondent who left the question blank stays as he is.
 *
 * @example collapseCategories(problem, { below: 30, marginCodes: ["age"] }).problem
 */
export function collapseCategories(
  problem: CalibrationProblem,
  { below, marginCodes }: CollapseRule,
): { readonly problem: CalibrationProblem; readonly log: readonly CollapsedCategory[] } {
  let { cells, targets } = problem;
  const log: CollapsedCategory[] = [];
  for (const marginCode of marginCodes) {
    const index = problem.marginCodes.indexOf(marginCode);
    const own = problem.targets.filter((target) => target.marginCode === marginCode);
    if (index < 0 || own.length === 0) continue;
    const groups = mergeNeighbours<Member>(
      own.map((target) => [{ ...target, responses: responsesOf(problem, index, target.level) }]),
      (members) => sizeOf(members) >= below,
      sizeOf,
    ).map((members) => ({ members, merged: toTarget(members) }));
    const merged = groups.filter(({ members }) => members.length > 1);
    const levelOf = new Map(
      groups.flatMap(({ members, merged: { level } }) => members.map((one) => [one.level, level])),
    );
    cells = cells.map((cell) => {
      const level = levelOf.get(cell.levels[index] as string);
      return level === undefined ? cell : { ...cell, levels: cell.levels.with(index, level) };
    });
    targets = [
      ...targets.filter((target) => target.marginCode !== marginCode),
      ...groups.map(({ merged: target }) => target),
    ];
    log.push(
      ...merged.flatMap(({ members, merged: target }) => members.map((one) => toLog(one, target, members))),
    );
  }
  return { problem: { ...problem, cells, targets }, log };
}

interface Member extends CategoryTarget {
  readonly responses: number;
}

function responsesOf({ cells }: CalibrationProblem, index: number, level: string): number {
  return cells.reduce((sum, cell) => sum + (cell.levels[index] === level ? cell.responses : 0), 0);
}

function sizeOf(members: readonly Member[]): number {
  return members.reduce((sum, { responses }) => sum + responses, 0);
}

function toTarget(members: readonly Member[]): CategoryTarget {
  return {
    marginCode: members[0]!.marginCode,
    level: members.map(({ level }) => level).join("+"),
    name: members.map(({ level, name }) => name ?? level).join("+"),
    population: members.reduce((sum, { population }) => sum + population, 0),
  };
}

function toLog(
  { marginCode, level, name, responses }: Member,
  merged: CategoryTarget,
  members: readonly Member[],
): CollapsedCategory {
  return {
    ...{ marginCode, level, name: name ?? level, responses },
    mergedLevel: merged.level,
    mergedName: merged.name ?? merged.level,
    mergedResponses: sizeOf(members),
  };
}
