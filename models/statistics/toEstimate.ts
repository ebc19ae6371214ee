import { confidenceInterval } from "./confidenceInterval.ts";
import type { Estimate, EstimateStatus } from "./estimate.ts";

/** What an estimate is made of. */
export interface EstimateParts {
  readonly value: number | null;
  readonly n: number;
  readonly df: number;
  readonly variance: number;
  /** Variance under simple random sampling; null when it has none. */
  readonly srsVariance: number | null;
  /** Whether every row says the same, so that the formula's error of 0 means nothing. */
  readonly isConstant: boolean;
  /** Replicates without a value. */
  readonly lost: number;
}

/** An estimate with its error and interval, or without them and why. */
export function toEstimate(
  { value, n, df, variance, srsVariance, isConstant, lost }: EstimateParts,
  level?: number,
): Estimate {
  if (n === 0) return absentEstimate(0, "empty_domain");
  if (value === null) return absentEstimate(n, "not_defined");
  if (isConstant) return { ...absentEstimate(n, "no_variation"), estimate: value, df };
  if (!(df > 0)) return { ...absentEstimate(n, "no_degrees_of_freedom"), estimate: value, df };
  const se = Math.sqrt(variance);
  const deff = srsVariance === null ? null : variance / srsVariance;
  return {
    estimate: value,
    se,
    df,
    ...confidenceInterval(value, se, df, level),
    n,
    nEff: deff === null || deff === 0 ? null : n / deff,
    deff,
    status: lost > 0 ? "replicates_lost" : "ok",
  };
}

/** An estimate that is not there, and why. */
export function absentEstimate(n: number, status: EstimateStatus): Estimate {
  return { estimate: null, se: null, df: null, low: null, high: null, n, nEff: null, deff: null, status };
}

/** Rounding of a weighted mean of equal values leaves scores of this relative size. */
const ROUNDING = 1e-13;

/** Whether linearised variables with a weighted absolute sum of this size are nothing but rounding. */
export function isRounding(absoluteSum: number, value: number): boolean {
  return absoluteSum <= ROUNDING * Math.abs(value);
}
