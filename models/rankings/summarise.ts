import { confidenceInterval } from "../statistics/confidenceInterval.ts";
import { satterthwaiteDf, type VarianceComponent } from "../statistics/satterthwaiteDf.ts";
import type { RankedUnit } from "./rankUnits.ts";

export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly se: number;
  /** Infinity: nothing of it is estimated. */
  readonly df: number;
  readonly low: number;
  readonly high: number;
  readonly median: number;
  /** The unit with the highest value, first by code among equals; its error is its own. */
  readonly best: RankedUnit;
  readonly lowest: RankedUnit;
}

/**
 * The plain mean of units that are surveyed independently, with its error Σ se²/n², its median and its ends. The error
 * is that of these units' surveys: the units are all there are, not a sample.
 *
 * @example summarise([{ code: "a", percent: 90, se: 3, df: 9 }, { code: "b", percent: 70, se: 4, df: 9 }])?.se // 2.5
 * @returns null for no units, or where a unit that varies has no degree of freedom
 */
export function summarise(units: readonly RankedUnit[]): Summary | null {
  const n = units.length;
  if (n === 0) return null;
  const components = units.map(({ se, df }): VarianceComponent => ({ variance: (se / n) ** 2, df }));
  const df = satterthwaiteDf(components);
  if (df === null) return null;
  const mean = units.reduce((sum, { percent }) => sum + percent, 0) / n;
  const se = Math.sqrt(components.reduce((sum, { variance }) => sum + variance, 0));
  const { low, high } = confidenceInterval(mean, se, df);
  const sorted = [...units].sort((a, b) => b.percent - a.percent || (a.code < b.code ? -1 : 1));
  const middle = [sorted[Math.floor((n - 1) / 2)]!, sorted[Math.ceil((n - 1) / 2)]!];
  return {
    n,
    mean,
    se,
    df,
    low: Math.max(0, low as number),
    high: Math.min(100, high as number),
    median: (middle[0]!.percent + middle[1]!.percent) / 2,
    best: sorted[0]!,
    lowest: sorted.at(-1)!,
  };
}
