import { EstimateError } from "../errors.ts";
import { completeCases } from "./completeCases.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** The estimated population covariance of items, and the rows it rests on. */
export interface WeightedCovariance {
  readonly covariance: readonly (readonly number[])[];
  /** Rows with a positive weight and an answer to every item. */
  readonly n: number;
}

/**
 * The weighted covariance matrix of items over the rows that answer all of them, with the factor n/(n − 1):
 *
 *     S_jk = n/(n−1) · Σ w (x_j − x̄_j)(x_k − x̄_k) / Σ w
 *
 * Deviations are taken from the means first, so that nearly constant items keep their digits.
 *
 * @param weights of the rows in the domain, 0 outside it
 * @example weightedCovarianceMatrix([[1, 2, 3], [2, 4, 6]], [1, 1, 1]).covariance // [[1, 2], [2, 4]]
 * @throws EstimateError with fewer than two complete rows
 */
export function weightedCovarianceMatrix(
  items: readonly NumericColumn[],
  weights: ArrayLike<number>,
): WeightedCovariance {
  const columns = items.map((item) => toNumbers(item, "The item"));
  const complete = completeCases(...columns);
  const rows = Array.from(complete.keys()).filter((row) => complete[row] === 1 && weights[row]! > 0);
  const n = rows.length;
  if (n < 2) throw new EstimateError(`A covariance needs two complete rows; there are ${n}.`);
  const total = rows.reduce((sum, row) => sum + weights[row]!, 0);
  const centred = columns.map((column) => {
    const mean = rows.reduce((sum, row) => sum + weights[row]! * column[row]!, 0) / total;
    return rows.map((row) => column[row]! - mean);
  });
  const shares = rows.map((row) => ((weights[row]! / total) * n) / (n - 1));
  const covariance = centred.map((a) =>
    centred.map((b) => shares.reduce((sum, share, at) => sum + share * a[at]! * b[at]!, 0)),
  );
  return { covariance, n };
}
