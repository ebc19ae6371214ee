import { EstimateError } from "../errors.ts";

/** How well a set of items hangs together. */
export interface Reliability {
  /** Cronbach's alpha; null when the sum of the items does not vary. */
  readonly alpha: number | null;
  /** Standardised alpha, from the correlations; null when an item does not vary. */
  readonly standardised: number | null;
  /** Alpha without each item; null with fewer than three items. */
  readonly ifDropped: readonly (number | null)[];
  /** Correlation of each item with the sum of the others. */
  readonly itemRest: readonly (number | null)[];
}

/**
 * Cronbach's alpha of k items from their (weighted) covariance matrix:
 *
 *     α = k/(k−1) · (1 − Σ V_ii / Σ V_ij)
 *
 * A high alpha is not one dimension: look at the eigenvalues. Negative values are returned as they are. Items of 1 to 5
 * are taken as numbers; a polychoric alpha would be higher. Its interval comes from replicates.
 *
 * Cronbach (1951), Psychometrika 16, 297–334.
 *
 * @param covariance from the same respondents for all items (listwise)
 * @example cronbachAlpha([[1, 0.5], [0.5, 1]]).alpha // 0.666…
 * @throws EstimateError with fewer than two items
 */
export function cronbachAlpha(covariance: readonly (readonly number[])[]): Reliability {
  const items = covariance.map((_, item) => item);
  if (items.length < 2) throw new EstimateError(`Alpha needs two items or more; there are ${items.length}.`);
  const correlation = correlationMatrix(covariance);
  return {
    alpha: alphaOf(covariance, items),
    standardised: correlation === null ? null : alphaOf(correlation, items),
    ifDropped: items.map((dropped) =>
      alphaOf(
        covariance,
        items.filter((item) => item !== dropped),
      ),
    ),
    itemRest: items.map((item) => itemRest(covariance, item)),
  };
}

/**
 * Correlations from covariances.
 *
 * @returns null when an item does not vary
 * @example correlationMatrix([[4, 1], [1, 1]]) // [[1, 0.5], [0.5, 1]]
 */
export function correlationMatrix(covariance: readonly (readonly number[])[]): number[][] | null {
  const sd = covariance.map((row, item) => Math.sqrt(row[item]!));
  if (sd.some((value) => !(value > 0))) return null;
  return covariance.map((row, j) => row.map((value, k) => (j === k ? 1 : value / (sd[j]! * sd[k]!))));
}

function alphaOf(covariance: readonly (readonly number[])[], items: readonly number[]): number | null {
  const k = items.length;
  const total = items.reduce((sum, j) => sum + items.reduce((row, i) => row + covariance[j]![i]!, 0), 0);
  const own = items.reduce((sum, item) => sum + covariance[item]![item]!, 0);
  return k >= 2 && total > 0 ? (k / (k - 1)) * (1 - own / total) : null;
}

function itemRest(covariance: readonly (readonly number[])[], item: number): number | null {
  let shared = 0;
  let rest = 0;
  covariance.forEach((row, j) => {
    if (j === item) return;
    shared += covariance[item]![j]!;
    row.forEach((value, k) => {
      if (k !== item) rest += value;
    });
  });
  const scale = covariance[item]![item]! * rest;
  return scale > 0 ? shared / Math.sqrt(scale) : null;
}
