import type { Design } from "./design.ts";
import { type EstimateOptions, estimateJointly } from "./estimateJointly.ts";
import type { Statistic } from "./statistic.ts";

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

/**
 * One survey quantity with its standard error, degrees of freedom, t interval and design effect.
 *
 * @example estimate(design, mean(satisfied)) // { estimate: 0.61, se: 0.02, df: 11, low: …, high: …, n: 404, … }
 */
export function estimate(design: Design, statistic: Statistic, options?: EstimateOptions): Estimate {
  return estimateJointly(design, { it: statistic }, options).estimates[0]!;
}
