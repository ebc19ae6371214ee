import { EstimateError } from "../errors.ts";
import { degreesOfFreedom } from "./degreesOfFreedom.ts";
import type { Design } from "./design.ts";
import { estimate } from "./estimate.ts";
import { modelMatrix } from "./modelMatrix.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { coefficientStatistics } from "./surveyRegression.ts";
import { twoSidedStudentP } from "./tailProbabilities.ts";
import type { LabelColumn } from "./toCategories.ts";
import type { Estimate } from "./toEstimate.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** A difference between two groups with its test. */
export interface TwoGroupTest extends Estimate {
  /** Null, as p, when the difference has no error; `status` says why. */
  readonly t: number | null;
  readonly p: number | null;
}

/**
 * Design-based t test of two domain means: the second group, in sorted order, less the first. The groups may share PSUs;
 * their covariance is in the error. df = design df of the rows in use − 1.
 *
 * @example surveyTTest(design, hours, sex).p
 * @throws EstimateError when the answered rows do not hold exactly two groups
 */
export function surveyTTest(design: Design, variable: NumericColumn, group: LabelColumn): TwoGroupTest {
  const values = toNumbers(variable);
  return testGroups(design, values, group, () => values);
}

/** What a rank test makes of a row's place in the weighted order, a share between 0 and 1. */
export type RankScore = "wilcoxon" | "van der waerden" | "median";

const SCORES: Readonly<Record<RankScore, (share: number) => number>> = {
  wilcoxon: (share) => share,
  "van der waerden": (share) => normalQuantile(share),
  median: (share) => Number(share > 0.5),
};

/**
 * Design-based rank test of two groups: the t test on scores of the rows' places in the weighted distribution. Ties share
 * the mean of their places. With the Wilcoxon score the difference is that of mean weighted ranks, from −0.5 to 0.5.
 *
 * For answers on a scale whose steps are not to be taken as equal.
 *
 * Lumley and Scott (2013), Two-sample rank tests under complex sampling, Biometrika 100, 831–842.
 *
 * @example surveyRankTest(design, enrolment, improved).p
 * @throws EstimateError when the answered rows do not hold exactly two groups
 */
export function surveyRankTest(
  design: Design,
  variable: NumericColumn,
  group: LabelColumn,
  score: RankScore = "wilcoxon",
): TwoGroupTest {
  const values = toNumbers(variable);
  return testGroups(design, values, group, (weights) => rankScores(values, weights, SCORES[score]));
}

function testGroups(
  design: Design,
  values: Float64Array,
  group: LabelColumn,
  outcomeAt: (weights: Float64Array) => Float64Array,
): TwoGroupTest {
  const matrix = modelMatrix({ group: { categories: group } }, design.rows);
  if (matrix.names.length !== 2) {
    throw new EstimateError(`The test compares two groups; there are ${matrix.names.length}.`, {
      hint: "Use pairwise comparisons or a regression with a term test.",
    });
  }
  const difference = coefficientStatistics(matrix, outcomeAt, values, "gaussian")[1]!;
  const df = degreesOfFreedom(design, difference.rows) - 1;
  const result = estimate(design, difference, { df });
  const t =
    result.estimate === null || result.se === null || result.se === 0 ? null : result.estimate / result.se;
  return { ...result, t, p: t === null ? null : twoSidedStudentP(t, df) };
}

function rankScores(
  values: Float64Array,
  weights: Float64Array,
  score: (share: number) => number,
): Float64Array {
  const order = Array.from(weights.keys()).filter((row) => weights[row]! > 0);
  order.sort((a, b) => values[a]! - values[b]!);
  const places = new Float64Array(values.length);
  let below = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let sum = 0;
    for (; end < order.length && values[order[end]!] === values[order[start]!]; end++) {
      sum += below + weights[order[end]!]! / 2;
      below += weights[order[end]!]!;
    }
    for (let tied = start; tied < end; tied++) places[order[tied]!] = sum / (end - start);
    start = end;
  }
  return places.map((place, row) => (weights[row]! > 0 ? score(place / below) : 0));
}
