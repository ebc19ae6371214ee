import { EstimateError } from "../errors.ts";
import { degreesOfFreedom } from "./degreesOfFreedom.ts";
import type { Design } from "./design.ts";
import { estimateJointly, type JointEstimates } from "./estimateJointly.ts";
import { type Family, type FittedModel, generalizedLinearModel } from "./generalizedLinearModel.ts";
import { type ModelMatrix, type ModelTerms, modelMatrix } from "./modelMatrix.ts";
import type { Statistic } from "./statistic.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** A regression on survey data: the coefficients, their covariance, and the degrees of freedom of tests on them. */
export interface SurveyRegression extends JointEstimates {
  /** Which coefficients each term became. */
  readonly columnsOf: ModelMatrix["columnsOf"];
}

/**
 * Linear or logistic regression with survey weights; the errors are the design's (sandwich), not the model's.
 *
 *     β solves Σ w x (y − μ) = 0,   u = (Σ w v x x')⁻¹ x (y − μ)
 *
 * df = design df of the rows in use + 1 − number of coefficients. A row takes part when it answers the outcome and all terms.
 * With replicate weights the model is fitted anew in each.
 *
 * Binder (1983), Int. Statist. Rev. 51, 279–292.
 *
 * @param terms main effects; a classification is entered by treatment contrasts, its first sorted level the base
 * @example surveyRegression(design, satisfied, { year: { numbers: year }, sex: { categories: sex } }, "binomial")
 * @throws EstimateError when columns depend on each other or a logistic model does not settle
 */
export function surveyRegression(
  design: Design,
  outcome: NumericColumn,
  terms: ModelTerms,
  family: Family = "gaussian",
): SurveyRegression {
  const y = toNumbers(outcome, "The outcome");
  if (y.length !== design.rows) {
    throw new EstimateError(`The outcome has ${y.length} values; the sample has ${design.rows} rows.`);
  }
  const matrix = modelMatrix(terms, design.rows);
  const coefficients = coefficientStatistics(matrix, () => y, y, family);
  const df = degreesOfFreedom(design, coefficients[0]!.rows) + 1 - matrix.names.length;
  const named = Object.fromEntries(matrix.names.map((name, j) => [name, coefficients[j]!]));
  return { ...estimateJointly(design, named, { df }), columnsOf: matrix.columnsOf };
}

/**
 * The coefficients of a model as statistics of the weights.
 *
 * @param outcomeAt the outcome under given weights: fixed, or made from them as ranks are
 * @param answered what tells which rows have an outcome
 */
export function coefficientStatistics(
  matrix: ModelMatrix,
  outcomeAt: (weights: Float64Array) => Float64Array,
  answered: Float64Array,
  family: Family,
): Statistic[] {
  const rows = matrix.complete.map((complete, row) =>
    complete === 1 && !Number.isNaN(answered[row]!) ? 1 : 0,
  );
  const fitAt = rememberLast((weights: Float64Array) => {
    const inUse = weights.map((weight, row) => (rows[row] === 1 ? weight : 0));
    const y = outcomeAt(inUse);
    return { y, ...generalizedLinearModel(matrix.columns, y, inUse, family) };
  });
  return matrix.names.map((_, j) => ({
    rows,
    estimate: (weights) => fitAt(weights).coefficients[j]!,
    scores: (weights) => influence(matrix.columns, rows, fitAt(weights), j),
  }));
}

function influence(
  columns: readonly Float64Array[],
  rows: Uint8Array,
  { y, fitted, inverseInformation }: FittedModel & { readonly y: Float64Array },
  j: number,
): Float64Array {
  return y.map((value, row) => {
    if (rows[row] !== 1) return 0;
    const direction = columns.reduce((sum, column, k) => sum + inverseInformation[j]![k]! * column[row]!, 0);
    return direction * (value - fitted[row]!);
  });
}

/** All coefficients of one set of weights come from one fit. */
function rememberLast<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  let last: { key: K; value: V } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}
