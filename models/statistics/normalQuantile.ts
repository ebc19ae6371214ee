import quantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * Quantile of the standard normal distribution.
 *
 * @example normalQuantile(0.975) // 1.95996398454…
 */
export function normalQuantile(probability: number): number {
  return quantile(probability, 0, 1);
}
