/** One independent variance estimate in a sum, with the degrees of freedom it was estimated on. */
export interface VarianceComponent {
  /** Already multiplied by the square of its coefficient in the sum or difference. */
  readonly variance: number;
  readonly df: number;
}

/**
 * Satterthwaite's degrees of freedom of a sum or difference of independent estimates:
 *
 *     df = (Σ v)² / Σ (v² / df)
 *
 * It lies between the smallest df among the components that vary and the sum of their df. Components without
 * variance (a census, a fixed score) add nothing; infinite df is a known variance. It assumes independent
 * components: for domains that share PSUs take the design's df of the contrast instead.
 *
 * Satterthwaite (1946), An approximate distribution of estimates of variance components, Biometrics Bull. 2, 110–114.
 *
 * @example satterthwaiteDf([{ variance: 1, df: 2 }, { variance: 1, df: 2 }]) // 4
 * @returns null when a component that varies has no degree of freedom; Infinity when nothing varies
 */
export function satterthwaiteDf(components: readonly VarianceComponent[]): number | null {
  const varying = components.filter(({ variance }) => variance > 0);
  if (varying.some(({ df }) => !(df > 0))) return null;
  const largest = varying.reduce((max, { variance }) => Math.max(max, variance), 0);
  if (largest === 0) return Number.POSITIVE_INFINITY;
  let total = 0;
  let spread = 0;
  for (const { variance, df } of varying) {
    const share = variance / largest; // keeps the squares of very small variances from vanishing
    total += share;
    spread += share ** 2 / df;
  }
  return total ** 2 / spread;
}
