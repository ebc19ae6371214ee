import { EstimateError } from "../errors.ts";
import type { RankSet, RankSetOptions } from "./rankConfidenceSets.ts";
import type { ComparedUnits } from "./rankDraws.ts";
import { studentQuantile } from "./studentQuantile.ts";

/**
 * Klein, Wright and Wieczorek's joint confidence region for ranks: an interval for each unit such that all hold at once,
 * then low_j = 1 + the intervals wholly ahead of j's, high_j = p − the intervals wholly behind it.
 *
 * Each interval holds with probability coverage^(1/p), by t with the unit's own df, which makes them joint when the
 * estimates are independent; the covariances are not used. Simple, without draws, and wider than
 * {@link simultaneousRankSets}.
 *
 * Klein, Wright and Wieczorek (2020), A joint confidence region for an overall ranking of populations, J. R. Statist.
 * Soc. C 69, 589–606.
 *
 * @example kleinWrightWieczorekSets(compared)[0] // { low: 1, high: 9 }
 * @throws EstimateError when a unit has an error but no degree of freedom
 */
export function kleinWrightWieczorekSets(
  { units, estimates, covariance, df }: ComparedUnits,
  { coverage = 0.95, order = "largest first" }: Omit<RankSetOptions, "stepDown"> = {},
): RankSet[] {
  const p = units.length;
  const tail = (1 - coverage ** (1 / p)) / 2;
  const sign = order === "largest first" ? 1 : -1;
  const intervals = estimates.map((estimate, j) => {
    const se = Math.sqrt(covariance[j]![j]!);
    const critical = se === 0 ? 0 : studentQuantile(1 - tail, df[j]!);
    if (critical === null)
      throw new EstimateError(`Unit ${units[j]} has a standard error but no degree of freedom.`);
    return { low: sign * estimate - critical * se, high: sign * estimate + critical * se };
  });
  return intervals.map((own) => ({
    low: 1 + intervals.filter(({ low }) => low > own.high).length,
    high: p - intervals.filter(({ high }) => high < own.low).length,
  }));
}
