import { EstimateError } from "../errors.ts";
import { confidenceInterval } from "./confidenceInterval.ts";
import type { JointEstimates } from "./estimateJointly.ts";
import type { Estimate, EstimateStatus } from "./toEstimate.ts";
import { absentEstimate } from "./toEstimate.ts";

/** Settings of a function of several estimates. */
export interface ContrastOptions {
  readonly level?: number | undefined;
  /** Degrees of freedom; those of the joint estimates when absent. */
  readonly df?: number | undefined;
}

/**
 * A linear combination of estimates of one sample, with their covariance: a difference of overlapping domains, a trend, a
 * weighted sum.
 *
 *     L = Σ c_k θ_k,   V(L) = c′ V c
 *
 * A quantity without variation adds nothing to the variance; one without degrees of freedom takes the error away.
 *
 * @param weights c by name; names left out have weight 0
 * @example contrast(estimateJointly(design, { women: mean(a), men: mean(b) }), { women: 1, men: -1 })
 * @returns an estimate of null with status `not_defined` when a quantity with a weight is absent
 * @throws EstimateError for a name that is not among the estimates
 */
export function contrast(
  joint: JointEstimates,
  weights: Readonly<Record<string, number>>,
  options: ContrastOptions = {},
): Estimate {
  const unknown = Object.keys(weights).find((name) => !joint.names.includes(name));
  if (unknown !== undefined) {
    throw new EstimateError(`The contrast names ${unknown}; the estimates are ${joint.names.join(", ")}.`);
  }
  const values = joint.estimates.map(({ estimate }) => estimate);
  const gradient = joint.names.map((name) => weights[name] ?? 0);
  const defined = gradient.every((weight, k) => weight === 0 || values[k] !== null);
  const value = defined
    ? gradient.reduce((sum, weight, k) => sum + (weight === 0 ? 0 : weight * values[k]!), 0)
    : null;
  return combine(joint, value, gradient, options);
}

/** A function of the estimates, from its value and its gradient there. */
export function combine(
  joint: JointEstimates,
  value: number | null,
  gradient: readonly number[],
  { level, df = joint.df }: ContrastOptions,
): Estimate {
  const used = joint.estimates.filter((_, k) => gradient[k] !== 0);
  const n = Math.min(...used.map((one) => one.n));
  if (value === null || used.length === 0) return absentEstimate(used.length === 0 ? 0 : n, "not_defined");
  const absent = { ...absentEstimate(n, "ok"), estimate: value, df };
  const has = (status: EstimateStatus) => used.some((one) => one.status === status);
  if (!(df > 0) || has("no_degrees_of_freedom")) return { ...absent, status: "no_degrees_of_freedom" };
  if (used.every((one) => one.status === "no_variation")) return { ...absent, status: "no_variation" };
  const se = Math.sqrt(Math.max(0, quadraticForm(joint.covariance, gradient)));
  const status = has("replicates_lost") ? "replicates_lost" : "ok";
  return { ...absent, se, ...confidenceInterval(value, se, df, level), status };
}

function quadraticForm(matrix: readonly (readonly number[])[], vector: readonly number[]): number {
  return matrix.reduce(
    (sum, row, i) => sum + vector[i]! * row.reduce((part, value, j) => part + value * vector[j]!, 0),
    0,
  );
}
