import type { Design } from "./design.ts";
import type { EstimateOptions } from "./estimateJointly.ts";
import { estimateProportion } from "./estimateProportion.ts";
import type { ProportionMethod } from "./proportionInterval.ts";
import { studentQuantile } from "./studentQuantile.ts";
import { weightsInDomain } from "./subpopulation.ts";
import type { Estimate } from "./toEstimate.ts";
import { absentEstimate } from "./toEstimate.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";
import { type QuantileRule, weightedQuantile } from "./weightedQuantile.ts";

/** How a quantile is read and how its interval is made. */
export interface QuantileOptions extends EstimateOptions {
  readonly rule?: QuantileRule | undefined;
  /** Interval of the share of y ≤ q whose ends are read back as quantiles; `mean` when absent. */
  readonly interval?: ProportionMethod | undefined;
}

/**
 * A quantile with Woodruff's interval: the interval of the share of y ≤ q, its two ends sent back through the same rule.
 * The standard error is the interval's width over 2 t.
 *
 * An end of the share's interval outside 0 … 1 leaves that end of the quantile open (null, status `open_interval`), and then
 * there is no standard error.
 *
 * Woodruff (1952), Confidence intervals for medians and other position measures, JASA 47, 635–646.
 *
 * @example estimateQuantile(design, hours, 0.5, { rule: "hf2" })
 */
export function estimateQuantile(
  design: Design,
  variable: NumericColumn,
  probability: number,
  { rule = "math", interval = "mean", ...options }: QuantileOptions = {},
): Estimate {
  const values = toNumbers(variable);
  const weights = weightsInDomain(design, design.weights);
  const read = (share: number | null) =>
    share === null ? null : weightedQuantile(values, weights, share, rule);
  const value = read(probability);
  if (value === null) return absentEstimate(0, "empty_domain");
  const share = estimateProportion(
    design,
    values.map((y) => (Number.isNaN(y) ? y : Number(y <= value))),
    interval,
    options,
  );
  const [low, high] = [read(share.low), read(share.high)];
  const critical = studentQuantile((1 + (options.level ?? 0.95)) / 2, share.df ?? 0);
  const se = low === null || high === null || critical === null ? null : (high - low) / (2 * critical);
  const status = share.status === "ok" && se === null ? "open_interval" : share.status;
  return { ...absentEstimate(share.n, status), estimate: value, se, df: share.df, low, high };
}
