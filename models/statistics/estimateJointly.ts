import { EstimateError } from "../errors.ts";
import { degreesOfFreedom } from "./degreesOfFreedom.ts";
import type { Design } from "./design.ts";
import { type SrsComparison, srsVariance } from "./designEffect.ts";
import { linearizedCovariance } from "./linearizedCovariance.ts";
import { replicateCovariance } from "./replicateCovariance.ts";
import type { Statistic } from "./statistic.ts";
import { weightsInDomain } from "./subpopulation.ts";
import type { Estimate } from "./toEstimate.ts";
import { isRounding, toEstimate } from "./toEstimate.ts";

/** How errors become intervals and design effects. */
export interface EstimateOptions {
  /** Confidence level of the interval; 0.95 when absent. */
  readonly level?: number | undefined;
  /** `domain` (the default): PSUs − strata with a row that takes part; `design`: of the whole design; or a number. */
  readonly df?: "domain" | "design" | number | undefined;
  /** Simple random sample that the design effect compares with; without replacement when absent. */
  readonly comparedWith?: SrsComparison | undefined;
}

/** Several quantities of one sample, with the covariance of every two. */
export interface JointEstimates {
  readonly names: readonly string[];
  readonly estimates: readonly Estimate[];
  /** Covariance matrix in the order of the names; 0 where a quantity is absent. */
  readonly covariance: readonly (readonly number[])[];
  /** Degrees of freedom of a contrast of them: of all rows that take part in any. */
  readonly df: number;
}

/**
 * Several survey quantities with their errors and the covariance of any two: of the same or other variables, domains that
 * overlap or not. Each quantity keeps its own rows; give them the same rows (`completeCases`) when they should share them.
 *
 * @example
 * const { covariance } = estimateJointly(design, { sat: mean(satisfied), hours: mean(hours) });
 * @throws EstimateError when a variable has another length than the sample, or a quantity cannot be linearised
 */
export function estimateJointly(
  design: Design,
  statistics: Readonly<Record<string, Statistic>>,
  options: EstimateOptions = {},
): JointEstimates {
  const list = Object.values(statistics);
  for (const { rows } of list) checkLength(rows.length, design.rows);
  const weights = weightsInDomain(design, design.weights);
  const scores = list.map((statistic) => maskedScores(statistic, weights));
  const { covariance, lost } = jointCovariance(design, list, scores);
  const estimates = list.map((statistic, index) =>
    assemble(
      design,
      statistic,
      weights,
      scores[index] ?? null,
      { variance: covariance[index]![index]!, lost: lost[index] ?? 0 },
      options,
    ),
  );
  return {
    names: Object.keys(statistics),
    estimates,
    covariance,
    df: chooseDf(design, unionOfRows(list), options),
  };
}

/** A variable must have a value, or a missing one, for every row of the sample. */
export function checkLength(values: number, rows: number): void {
  if (values !== rows)
    throw new EstimateError(`A variable has ${values} values; the sample has ${rows} rows.`);
}

function maskedScores(statistic: Statistic, weights: Float64Array): Float64Array | null {
  return statistic.scores?.(weights).map((score, row) => (weights[row] !== 0 ? score : 0)) ?? null;
}

function jointCovariance(
  design: Design,
  statistics: readonly Statistic[],
  scores: readonly (Float64Array | null)[],
) {
  if (design.kind === "replicate") return replicateCovariance(design, statistics);
  const complete = scores.map((score) => {
    if (score !== null) return score;
    throw new EstimateError(
      "This quantity has no linearised variable; declare the design by replicate weights.",
    );
  });
  return { covariance: linearizedCovariance(design, complete), lost: [] };
}

function assemble(
  design: Design,
  statistic: Statistic,
  weights: Float64Array,
  scores: Float64Array | null,
  error: { readonly variance: number; readonly lost: number },
  options: EstimateOptions,
): Estimate {
  const n = countRows(statistic.rows, weights);
  const value = n === 0 ? null : statistic.estimate(weights);
  const reference =
    scores === null ? null : srsVariance(scores, statistic.rows, weights, options.comparedWith);
  const isConstant = scores !== null && value !== null && isRounding(absoluteSum(scores, weights), value);
  const df = n === 0 ? 0 : chooseDf(design, statistic.rows, options);
  return toEstimate({ ...error, value, n, df, srsVariance: reference, isConstant }, options.level);
}

function countRows(rows: Uint8Array, weights: Float64Array): number {
  let n = 0;
  for (let row = 0; row < rows.length; row++) if (rows[row] === 1 && weights[row] !== 0) n += 1;
  return n;
}

function absoluteSum(scores: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < scores.length; row++) sum += Math.abs(weights[row]! * scores[row]!);
  return sum;
}

function chooseDf(design: Design, rows: Uint8Array, { df = "domain" }: EstimateOptions): number {
  if (typeof df === "number") return df;
  return df === "design" ? degreesOfFreedom(design) : degreesOfFreedom(design, rows);
}

function unionOfRows(statistics: readonly Statistic[]): Uint8Array {
  const union = new Uint8Array(statistics[0]?.rows.length ?? 0);
  for (const { rows } of statistics) for (let row = 0; row < rows.length; row++) union[row]! |= rows[row]!;
  return union;
}
