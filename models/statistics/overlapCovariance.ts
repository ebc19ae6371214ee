import { quadraticFormTraces } from "./quadraticFormTraces.ts";

/** A stratum that two samples have in common, by its first-stage units. */
export interface OverlappingStratum {
  /** Σ w·u of each first-stage unit of the earlier and of the later sample, u the linearised variable. */
  readonly earlier: ArrayLike<number>;
  readonly later: ArrayLike<number>;
  /** Units that lie in both: their places in `earlier` and in `later`. */
  readonly shared: readonly (readonly [earlier: number, later: number])[];
  /** First-stage units of the stratum in the population; Infinity when they were drawn with replacement. */
  readonly population: number;
}

/** What shared first-stage units do to the difference of two estimates. */
export interface OverlapCovariance {
  readonly covariance: number;
  /** Satterthwaite's degrees of freedom of V₁ + V₂ − 2C; 0 where no stratum has two units. */
  readonly df: number;
}

/**
 * The covariance of two estimates whose samples share first-stage units and are drawn independently below them, and the degrees
 * of freedom of their difference. In each stratum, with z = Σ w·u of a unit, n₁ and n₂ units drawn, m of them shared, of N:
 *
 *     C = Σ_h (m − n₁n₂/N) s₁₂,   s₁₂ = Σ_shared (z₁ − z̄₁)(z₂ − z̄₂) / (m (1 − 1/n₁ − 1/n₂ + m/(n₁n₂)))
 *
 * Means are over all units of each sample; s₁₂ is then unbiased, also with one shared unit, and C is the first stage of the
 * variance when both samples are the same. The sum is held within what the spreads of both samples allow (|s₁₂| ≤ s₁s₂), so that
 * the variance of the difference cannot be negative. A stratum without a shared unit, or with one unit in a sample, adds nothing.
 *
 * With m of three units shared s₁₂ has few degrees of freedom itself; the quadratic form of the whole variance says how many.
 *
 * Tam (1984), On covariances from overlapping samples, The American Statistician 38, 288–289.
 *
 * @example overlapCovariance([{ earlier: [1, 2, 3], later: [1, 2, 3], shared: [[0, 0], [1, 1], [2, 2]], population: Infinity }]).covariance // 3
 */
export function overlapCovariance(strata: readonly OverlappingStratum[]): OverlapCovariance {
  let [covariance, bound, trace, squareTrace] = [0, 0, 0, 0];
  for (const stratum of strata) {
    if (stratum.earlier.length < 2 || stratum.later.length < 2) continue;
    const own = ofStratum(stratum);
    covariance += own.factor * own.covariance;
    bound += Math.abs(own.factor) * Math.sqrt(own.earlierVariance * own.laterVariance);
    const traces = quadraticFormTraces(formOf(stratum, own), covarianceOf(stratum, own));
    trace += traces.trace;
    squareTrace += traces.squareTrace;
  }
  return {
    covariance: Math.max(-bound, Math.min(bound, covariance)),
    df: squareTrace > 0 ? trace ** 2 / squareTrace : 0,
  };
}

interface Spread {
  /** s² of z in each sample, and s₁₂. */
  readonly earlierVariance: number;
  readonly laterVariance: number;
  readonly covariance: number;
  /** What s₁₂ is multiplied by, and the divisor of its sum of products. */
  readonly factor: number;
  readonly divisor: number;
}

function ofStratum({ earlier, later, shared, population }: OverlappingStratum): Spread {
  const [n1, n2, m] = [earlier.length, later.length, shared.length];
  const [mean1, mean2] = [mean(earlier), mean(later)];
  const products = shared.reduce((sum, [i, j]) => sum + (earlier[i]! - mean1) * (later[j]! - mean2), 0);
  const divisor = m * (1 - 1 / n1 - 1 / n2 + m / (n1 * n2));
  return {
    earlierVariance: spread(earlier, mean1),
    laterVariance: spread(later, mean2),
    covariance: m === 0 ? 0 : products / divisor,
    factor: m === 0 ? 0 : m - (n1 * n2) / population,
    divisor,
  };
}

/** Q of V₁ + V₂ − 2C in the z of both samples: centred squares, and centred products of shared units. */
function formOf({ earlier, later, shared, population }: OverlappingStratum, own: Spread): number[][] {
  const [n1, n2] = [earlier.length, later.length];
  const product = own.factor === 0 ? 0 : own.factor / own.divisor;
  const inner = incidence(shared, n1, n2);
  const rows = inner.map((row) => row.reduce((sum, value) => sum + value, 0) / n2);
  const columns = Array.from({ length: n2 }, (_, j) => inner.reduce((sum, row) => sum + row[j]!, 0) / n1);
  const all = shared.length / (n1 * n2);
  const centred = (i: number, j: number) => inner[i]![j]! - rows[i]! - columns[j]! + all;
  const square = (n: number, i: number, j: number) =>
    (Math.max(0, 1 - n / population) * n * ((i === j ? 1 : 0) - 1 / n)) / (n - 1);
  return blocks(
    n1,
    n2,
    (i, j) => square(n1, i, j),
    (i, j) => square(n2, i, j),
    (i, j) => -product * centred(i, j),
  );
}

/** Σ of the z of both samples: units vary alike, and a unit with itself in the other sample. */
function covarianceOf({ earlier, later, shared }: OverlappingStratum, own: Spread): number[][] {
  const most = Math.sqrt(own.earlierVariance * own.laterVariance);
  const between = Math.max(-most, Math.min(most, own.covariance));
  const inner = incidence(shared, earlier.length, later.length);
  return blocks(
    earlier.length,
    later.length,
    (i, j) => (i === j ? own.earlierVariance : 0),
    (i, j) => (i === j ? own.laterVariance : 0),
    (i, j) => between * inner[i]![j]!,
  );
}

type Entry = (i: number, j: number) => number;

/** A symmetric matrix of the units of both samples, from its two diagonal blocks and the one between them. */
function blocks(n1: number, n2: number, first: Entry, second: Entry, between: Entry): number[][] {
  return Array.from({ length: n1 + n2 }, (_, i) =>
    Array.from({ length: n1 + n2 }, (_, j) => {
      if (i < n1) return j < n1 ? first(i, j) : between(i, j - n1);
      return j < n1 ? between(j, i - n1) : second(i - n1, j - n1);
    }),
  );
}

function incidence(shared: OverlappingStratum["shared"], n1: number, n2: number): number[][] {
  const matrix = Array.from({ length: n1 }, () => new Array<number>(n2).fill(0));
  for (const [i, j] of shared) matrix[i]![j] = 1;
  return matrix;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function spread(values: ArrayLike<number>, centre: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum / (values.length - 1);
}
