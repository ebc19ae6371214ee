import quantile from "@stdlib/stats-base-dists-beta-quantile";

/**
 * Quantile of the beta distribution; with a shape of 0 its whole mass stands at that end.
 *
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(probability: number, first: number, second: number): number {
  if (first === 0) return 0;
  if (second === 0) return 1;
  return quantile(probability, first, second);
}
