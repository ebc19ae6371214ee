import { studentQuantile } from "./studentQuantile.ts";

/** Ends of an interval; null when it cannot be made. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Student's t interval: estimate ± t se.
 *
 * @example confidenceInterval(0.5, 0.1, Infinity) // { low: 0.304…, high: 0.695… }
 * @returns nulls without a positive number of degrees of freedom
 */
export function confidenceInterval(estimate: number, se: number, df: number, level = 0.95): Interval {
  const critical = studentQuantile((1 + level) / 2, df);
  if (critical === null) return { low: null, high: null };
  return { low: estimate - critical * se, high: estimate + critical * se };
}
