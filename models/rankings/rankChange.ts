import { competitionRanks } from "../statistics/competitionRanks.ts";

export interface RankChange {
  /** New rank less the old one: below zero is a rise. */
  readonly change: number;
  /** What the unit's own change moved, and what the change of the others moved; they add to the change. */
  readonly own: number;
  readonly others: number;
}

/**
 * Why a unit's rank changed between two comparable rounds: because it changed, or because the others did.
 *
 * With r(x, Y) the rank of value x among values Y of the others, the own part is the mean of r(new, Old) − r(old, Old) and
 * r(new, New) − r(old, New): whichever of the two is changed first, so that neither order is privileged (Shapley). Halves
 * may come out. Units must be the same in both rounds, measured by the same framework.
 *
 * @example rankChange([90, 80, 70], [60, 80, 70], 0) // { change: 2, own: 2, others: 0 }
 */
export function rankChange(before: readonly number[], after: readonly number[], unit: number): RankChange {
  const rank = (own: number, others: readonly number[]): number =>
    competitionRanks(others.map((value, i) => (i === unit ? own : value)))[unit]!;
  const [old, now] = [before[unit]!, after[unit]!];
  const first = rank(old, before);
  const last = rank(now, after);
  const own = (rank(now, before) - first + (last - rank(old, after))) / 2;
  return { change: last - first, own, others: last - first - own };
}
