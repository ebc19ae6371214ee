import type { Design } from "./design.ts";
import { type EstimateOptions, estimateJointly } from "./estimateJointly.ts";
import type { Statistic } from "./statistic.ts";
import type { Estimate } from "./toEstimate.ts";

/**
 * One survey quantity with its standard error, degrees of freedom, t interval and design effect.
 *
 * @example estimate(design, mean(satisfied)) // { estimate: 0.61, se: 0.02, df: 11, low: …, high: …, n: 404, … }
 */
export function estimate(design: Design, statistic: Statistic, options?: EstimateOptions): Estimate {
  return estimateJointly(design, { it: statistic }, options).estimates[0]!;
}
