/**
 * The sample quantile by linear interpolation between order statistics (Hyndman and Fan's type 7, R's default).
 *
 * For simulated draws of equal weight; survey quantiles of weighted data are another matter.
 *
 * Hyndman and Fan (1996), Sample quantiles in statistical packages, Am. Stat. 50(4), 361–365.
 *
 * @param sorted in ascending order, not empty
 * @example quantileType7([1, 2, 4], 0.75) // 3
 */
export function quantileType7(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
