import { chiSquareUpperTail } from "./tailProbabilities.ts";

/** Whether variance estimates that were pooled look like estimates of one variance. */
export interface PoolingFit {
  /** Bartlett's test of equal variances; null with fewer than two units, or where a unit's variance is exactly zero. */
  readonly homogeneityP: number | null;
  /** τ²: relative variance of the true variances between units beyond what their df explain; 0 when they look equal. */
  readonly extraSpread: number;
  /** 2 / (2 / Σ df + τ²): degrees of freedom of the pooled variance as a statement about one unit. */
  readonly df: number;
}

/**
 * Checks the pooling of variance estimates that ought to share a level.
 *
 * Were they equal, their relative variance would be 2 / df each; what is seen beyond it is τ². The pooled variance then
 * misses a unit's own by τ² even when it is estimated without error, so τ² enters its degrees of freedom: heterogeneous
 * units cannot gain many by pooling.
 *
 * Bartlett (1937), Proc. R. Soc. A 160, 268–282. Its p-value takes variances as multiples of chi-square, which nearly
 * constant or skewed items are not: read it as a warning light.
 *
 * @param ratios variance over yardstick, one a unit
 * @param dfs positive degrees of freedom of each
 * @param level their pooled value, positive
 * @example poolingFit([1, 1.2, 0.8], [2, 2, 2], 1).extraSpread // 0
 */
export function poolingFit(ratios: readonly number[], dfs: readonly number[], level: number): PoolingFit {
  const units = ratios.length;
  const totalDf = dfs.reduce((sum, df) => sum + df, 0);
  const seen = ratios.reduce((sum, ratio, u) => sum + dfs[u]! * (ratio / level - 1) ** 2, 0) / totalDf;
  const byChance = (2 * (units - 1)) / totalDf;
  const extraSpread = Math.max(0, (seen - byChance) / (1 + byChance));
  return { homogeneityP: bartlettP(ratios, dfs, level), extraSpread, df: 2 / (2 / totalDf + extraSpread) };
}

function bartlettP(ratios: readonly number[], dfs: readonly number[], level: number): number | null {
  const units = ratios.length;
  if (units < 2 || ratios.some((ratio) => ratio === 0)) return null;
  const totalDf = dfs.reduce((sum, df) => sum + df, 0);
  const gap = ratios.reduce((sum, ratio, u) => sum - dfs[u]! * Math.log(ratio / level), 0);
  const correction = 1 + (dfs.reduce((sum, df) => sum + 1 / df, 0) - 1 / totalDf) / (3 * (units - 1));
  return chiSquareUpperTail(gap / correction, units - 1);
}
