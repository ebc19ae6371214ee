import { confidenceInterval } from "./confidenceInterval.ts";

/**
 * Why an estimate or its error is absent.
 * - `ok`: nothing is.
 * - `empty_domain`: no row of the domain has an answer and a positive weight.
 * - `not_defined`: the formula has no value here (a ratio over a zero total, an empty class).
 * - `no_degrees_of_freedom`: the domain's PSUs do not outnumber its strata; estimate without error.
 * - `no_variation`: every answer is the same; the formula's error of 0 says nothing, so it is left out.
 * - `open_interval`: an end of the interval lies beyond what the data can say; estimate without that end.
 * - `replicates_lost`: some replicates have no estimate; the error comes from the others and may be too small.
 */
export type EstimateStatus =
  | "ok"
  | "empty_domain"
  | "not_defined"
  | "no_degrees_of_freedom"
  | "no_variation"
  | "open_interval"
  | "replicates_lost";

/** A survey quantity with its error, or the reason why not. */
export interface Estimate {
  readonly estimate: number | null;
  /** Standard error. */
  readonly se: number | null;
  /** Degrees of freedom of the error. */
  readonly df: number | null;
  /** Ends of the interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Rows that took part: in the domain, answered, with a positive weight. */
  readonly n: number;
  /** n / deff: the size of a simple random sample with the same error. */
  readonly nEff: number | null;
  /** Variance over that of a simple random sample of n rows. */
  readonly deff: number | null;
  readonly status: EstimateStatus;
}

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
