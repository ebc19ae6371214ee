import { EstimateError } from "../errors.ts";
import { differenceVariance } from "./pairTests.ts";
import { benjaminiHochberg, bonferroni, holm } from "./pValueAdjustments.ts";
import { satterthwaiteDf } from "./satterthwaiteDf.ts";
import { twoSidedStudentP } from "./tailProbabilities.ts";

/** The difference of two domains, tested, with what is left of its p-value when all pairs are looked at. */
export interface PairwiseComparison {
  readonly first: string;
  readonly second: string;
  /** First less second; null when either is absent. */
  readonly difference: number | null;
  readonly se: number | null;
  readonly df: number | null;
  readonly t: number | null;
  readonly p: number | null;
  /** Adjusted over all pairs. */
  readonly bonferroni: number | null;
  readonly holm: number | null;
  readonly benjaminiHochberg: number | null;
}

/** Estimates of named domains with their covariance matrix. */
export interface ComparedDomains {
  readonly names: readonly string[];
  /** Null for a domain without an estimate; its pairs stay, without a test. */
  readonly estimates: readonly (number | null)[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * All pairs of domains by t tests on the joint covariance, with family-wise (Bonferroni, Holm) and false-discovery
 * (Benjamini-Hochberg) adjustments. A pair without any error has no t test: its p is null.
 *
 * @param df one number for all (the design's), or one a domain, from which each pair gets Satterthwaite's
 * @example pairwiseComparisons({ names, estimates, covariance }, 12)[0].holm
 * @throws EstimateError when the numbers of names, estimates and df differ
 */
export function pairwiseComparisons(
  { names, estimates, covariance }: ComparedDomains,
  df: number | readonly number[],
): PairwiseComparison[] {
  if (estimates.length !== names.length || (typeof df !== "number" && df.length !== names.length)) {
    throw new EstimateError(
      `There are ${names.length} names and ${estimates.length} estimates; each needs its own.`,
    );
  }
  const pairs = names.flatMap((_, j) =>
    names.slice(j + 1).map((_name, after) => [j, j + 1 + after] as const),
  );
  const tests = pairs.map(([j, k]) => {
    const a = estimates[j]!;
    const b = estimates[k]!;
    const absent = { difference: null, se: null, df: null, t: null, p: null };
    const pair = { first: names[j]!, second: names[k]! };
    if (a === null || b === null) return { ...pair, ...absent };
    const se = Math.sqrt(differenceVariance(covariance, j, k));
    const pairDf =
      typeof df === "number"
        ? df
        : satterthwaiteDf([j, k].map((u) => ({ variance: covariance[u]![u]!, df: df[u]! })));
    const t = se > 0 ? (a - b) / se : null;
    const p = t === null || pairDf === null ? null : twoSidedStudentP(t, pairDf);
    return { ...pair, difference: a - b, se, df: pairDf, t, p };
  });
  const p = tests.map((test) => test.p);
  const [byBonferroni, byHolm, byBH] = [bonferroni(p), holm(p), benjaminiHochberg(p)];
  return tests.map((test, at) => ({
    ...test,
    bonferroni: byBonferroni[at]!,
    holm: byHolm[at]!,
    benjaminiHochberg: byBH[at]!,
  }));
}
