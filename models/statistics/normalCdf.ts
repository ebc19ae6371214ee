import cdf from "@stdlib/stats-base-dists-normal-cdf";

/**
 * Distribution function of the standard normal distribution.
 *
 * @example normalCdf(0) // 0.5
 */
export function normalCdf(value: number): number {
  return cdf(value, 0, 1);
}
