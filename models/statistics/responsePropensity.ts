import { EstimateError } from "../errors.ts";
import { type FittedModel, generalizedLinearModel } from "./generalizedLinearModel.ts";
import { type ModelTerms, modelMatrix } from "./modelMatrix.ts";

/** Estimated probabilities of responding, with the model they come from. */
export interface ResponsePropensity {
  readonly names: readonly string[];
  readonly coefficients: readonly number[];
  /** One a frame unit, respondents and nonrespondents alike. */
  readonly propensities: Float64Array;
  readonly inverseInformation: FittedModel["inverseInformation"];
}

/**
 * The propensity to respond of every unit of the frame or sample, by logistic regression on what is known of all.
 *
 * A respondent then weighs 1/p, or 1 over the response rate of its propensity class (steadier: see
 * `propensityClasses`). It mends nonresponse as far as the terms explain it and no further.
 *
 * @param responded 1 or true for respondents, 0 or false for nonrespondents; a missing status is refused, never guessed
 * @param weights frame or design weights; all 1 when absent
 * @example responsePropensity(responded, { ministry: { categories: ministry } }).propensities
 * @throws EstimateError when a status or a term is missing, or the model does not settle
 */
export function responsePropensity(
  responded: ArrayLike<boolean | number | null | undefined>,
  terms: ModelTerms,
  weights?: Float64Array,
): ResponsePropensity {
  const status = responseStatus(responded);
  const { names, columns, complete } = modelMatrix(terms, status.length);
  const missing = complete.indexOf(0);
  if (missing >= 0) {
    throw new EstimateError(
      `Row ${missing + 1} lacks a term of the propensity model; the frame must know it of every unit.`,
    );
  }
  const w = weights ?? new Float64Array(status.length).fill(1);
  const { coefficients, fitted, inverseInformation } = generalizedLinearModel(columns, status, w, "binomial");
  return { names, coefficients, propensities: fitted, inverseInformation };
}

/**
 * Response status as 1 and 0.
 *
 * @throws EstimateError for a status that is neither: an unknown status silently taken as a response biases every weight
 */
export function responseStatus(responded: ArrayLike<boolean | number | null | undefined>): Float64Array {
  return Float64Array.from(responded, (status, row) => {
    if (status === true || status === 1) return 1;
    if (status === false || status === 0) return 0;
    throw new EstimateError(`Row ${row + 1} has response status ${status}; it must be 1 or 0.`, {
      hint: "Settle unknown eligibility in a step of its own, before nonresponse.",
    });
  });
}

/**
 * Classes of about equal size by propensity, the lowest first, counted from 0. Ties are parted by their place in the list.
 *
 * @example propensityClasses([0.9, 0.1, 0.5, 0.6], 2) // [1, 0, 0, 1]
 */
export function propensityClasses(propensities: ArrayLike<number>, classes = 5): Int32Array {
  const n = propensities.length;
  const order = Array.from({ length: n }, (_, row) => row).sort(
    (a, b) => propensities[a]! - propensities[b]! || a - b,
  );
  const classOf = new Int32Array(n);
  order.forEach((row, place) => {
    classOf[row] = Math.floor((place * classes) / n);
  });
  return classOf;
}
