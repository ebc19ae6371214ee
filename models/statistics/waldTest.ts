import { EstimateError } from "../errors.ts";
import { choleskyFactor, semidefiniteSolve } from "./semidefiniteSolve.ts";
import type { SurveyRegression } from "./surveyRegression.ts";
import { fUpperTail } from "./tailProbabilities.ts";

/** A test by an F statistic. */
export interface FTest {
  readonly f: number;
  readonly numeratorDf: number;
  readonly denominatorDf: number;
  /** Null when the denominator has no degrees of freedom. */
  readonly p: number | null;
}

/**
 * Wald's F test that q quantities are all zero: b' V⁻¹ b / q on (q, df) degrees of freedom.
 *
 * @example waldTest([1, 2], [[1, 0], [0, 4]], 14).f // 1
 * @throws EstimateError when the covariance matrix is singular: fewer PSUs than quantities, or quantities that determine each other
 */
export function waldTest(
  estimates: readonly number[],
  covariance: readonly (readonly number[])[],
  df: number,
): FTest {
  const q = estimates.length;
  const factor = choleskyFactor(covariance);
  if (factor.some((row, j) => row[j] === 0)) {
    throw new EstimateError(
      `The covariance matrix of the ${q} quantities is singular, so they cannot be tested together.`,
      {
        hint: "Test fewer quantities, or use a Rao-Scott test.",
      },
    );
  }
  const solved = semidefiniteSolve(factor, Float64Array.from(estimates));
  const f = estimates.reduce((sum, estimate, j) => sum + estimate * solved[j]!, 0) / q;
  return { f, numeratorDf: q, denominatorDf: df, p: fUpperTail(f, q, df) };
}

/**
 * Wald's F test that terms of a regression have no effect, on the regression's own df.
 *
 * @example regressionTermTest(regression, ["sex", "age"]).p
 * @throws EstimateError for a term that is not in the model, or a coefficient without an error
 */
export function regressionTermTest(regression: SurveyRegression, terms: readonly string[]): FTest {
  const tested = terms.flatMap((term) => {
    const columns = regression.columnsOf[term];
    if (columns) return columns;
    throw new EstimateError(
      `The model has no term ${term}; it has ${Object.keys(regression.columnsOf).join(", ")}.`,
    );
  });
  const estimates = tested.map((j) => {
    const { estimate, status } = regression.estimates[j]!;
    if (estimate !== null) return estimate;
    throw new EstimateError(`The coefficient ${regression.names[j]} cannot be tested: ${status}.`);
  });
  const covariance = tested.map((j) => tested.map((k) => regression.covariance[j]![k]!));
  return waldTest(estimates, covariance, regression.df);
}
