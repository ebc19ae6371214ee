import { competitionRanks, type RankOrder } from "./competitionRanks.ts";
import { quantileType7 } from "./quantileType7.ts";
import type { ComparedUnits, RankDraws } from "./rankDraws.ts";

/** How a unit's rank moves when the estimates are shaken by their errors. A description, not a confidence statement. */
export interface SimulatedRank {
  readonly meanRank: number;
  /** Share of draws in which the unit is among the first k, and among the last k. */
  readonly topShare: number;
  readonly bottomShare: number;
  /** 2.5th and 97.5th percentile of the simulated ranks: a "simulated rank range". */
  readonly low: number;
  readonly high: number;
  readonly basis: "description";
}

/**
 * Ranks of estimates shaken by draws of their errors: mean rank, share of draws among the first or last k, and the
 * simulated rank range of Goldstein and Spiegelhalter.
 *
 * Shaking estimates adds their errors a second time, and the range does not cover the true rank with a known
 * probability where units are close, just where it matters: use {@link simultaneousRankSets} for that.
 *
 * Goldstein and Spiegelhalter (1996), League tables and their limitations, J. R. Statist. Soc. A 159, 385–443.
 *
 * @param k how many units count as the top and as the bottom
 * @example simulatedRanks(compared, draws, 3)[0].topShare // 0.992
 */
export function simulatedRanks(
  { units, estimates }: ComparedUnits,
  { draws, deviations }: RankDraws,
  k: number,
  order: RankOrder = "largest first",
): SimulatedRank[] {
  const ranks = units.map(() => new Float64Array(draws));
  for (let d = 0; d < draws; d++) {
    const shaken = estimates.map((estimate, j) => estimate + deviations[j * draws + d]!);
    competitionRanks(shaken, order).forEach((rank, j) => {
      ranks[j]![d] = rank!;
    });
  }
  return ranks.map((own) => {
    const sorted = own.slice().sort();
    return {
      meanRank: own.reduce((sum, rank) => sum + rank, 0) / draws,
      topShare: own.filter((rank) => rank <= k).length / draws,
      bottomShare: own.filter((rank) => rank > units.length - k).length / draws,
      low: quantileType7(sorted, 0.025),
      high: quantileType7(sorted, 0.975),
      basis: "description",
    };
  });
}
