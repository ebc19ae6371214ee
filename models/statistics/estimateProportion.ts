import { EstimateError } from "../errors.ts";
import { completeCases } from "./completeCases.ts";
import type { Design } from "./design.ts";
import { estimate } from "./estimate.ts";
import type { EstimateOptions } from "./estimateJointly.ts";
import { type InterceptLogit, interceptLogit } from "./interceptLogit.ts";
import { mean } from "./mean.ts";
import {
  type ProportionIntervalOptions,
  type ProportionMethod,
  proportionInterval,
} from "./proportionInterval.ts";
import { weightsInDomain } from "./subpopulation.ts";
import type { Estimate } from "./toEstimate.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * A proportion with an interval made for proportions (see `proportionInterval`): between 0 and 1, and honest near the ends.
 *
 * When every answer is the same the status is `no_variation` and there is no standard error; `beta` and `wilson` still give an
 * interval, from n over the assumed design effect. A likelihood interval that the profile does not reach is `open_interval`.
 *
 * @example estimateProportion(design, complained, "beta") // { estimate: 0.045, low: 0.027, high: 0.069, … }
 * @throws EstimateError when a value is neither 0 nor 1
 */
export function estimateProportion(
  design: Design,
  variable: NumericColumn,
  method: ProportionMethod = "beta",
  options: EstimateOptions & ProportionIntervalOptions = {},
): Estimate {
  const values = toNumbers(variable);
  const wrong = values.find((value) => value !== 0 && value !== 1 && !Number.isNaN(value));
  if (wrong !== undefined)
    throw new EstimateError(`A proportion needs answers of 0 and 1; there is a ${wrong}.`);
  const one = estimate(design, mean(values), options);
  if (one.estimate === null || one.df === null) return one;
  const observed = { proportion: one.estimate, se: one.se ?? 0, df: one.df, n: one.n };
  const estimated = { ...observed, ...fitProportion(design, values, method) };
  const interval = proportionInterval(estimated, method, options);
  const isOpen = one.status === "ok" && (interval.low === null || interval.high === null);
  return {
    ...one,
    estimate: estimated.proportion,
    ...interval,
    status: isOpen ? "open_interval" : one.status,
  };
}

/** `logit` and `likelihood` are intervals of a model, and their estimate is the model's. */
function fitProportion(
  design: Design,
  values: Float64Array,
  method: ProportionMethod,
): InterceptLogit | null {
  if (method !== "logit" && method !== "likelihood") return null;
  return interceptLogit(values, weightsInDomain(design, design.weights), completeCases(values));
}
