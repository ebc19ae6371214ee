import { EstimateError } from "../errors.ts";

/**
 * The average shift in rank between a reference index and a variant of it:
 *
 *     R_s = (1/M) Σ |rank_ref − rank|
 *
 * Nardo et al. (2008), Handbook on Constructing Composite Indicators, OECD/JRC, step 7.
 *
 * @example averageRankShift([1, 2, 3], [2, 1, 3]) // 0.666…
 */
export function averageRankShift(reference: readonly number[], variant: readonly number[]): number {
  return reference.reduce((sum, rank, unit) => sum + Math.abs(rank - variant[unit]!), 0) / reference.length;
}

/**
 * Pearson's correlation; of two lists of ranks it is Spearman's.
 *
 * @returns null when either list is constant
 * @example correlation([1, 2, 3], [1, 2, 4]) // 0.9819…
 */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length)
    throw new EstimateError(`Lists of ${x.length} and ${y.length} values cannot be paired.`);
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  x.forEach((value, i) => {
    xx += (value - meanX) ** 2;
    yy += (y[i]! - meanY) ** 2;
    xy += (value - meanX) * (y[i]! - meanY);
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/**
 * The importance of each indicator: the squared correlation of its normalised scores with the index. Stand it beside the
 * nominal weights: weights are not importance.
 *
 * It is the linear main effect; a curved one needs the correlation ratio.
 *
 * Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance in composite indicators, Ecol. Indic. 80, 12–22.
 *
 * @example indicatorImportance([[0, 50, 100], [10, 10, 10]], [6, 30, 54]) // [1, null]
 * @returns null for an indicator on which all units are equal
 */
export function indicatorImportance(
  indicators: readonly (readonly number[])[],
  index: readonly number[],
): (number | null)[] {
  return indicators.map((scores) => {
    const r = correlation(scores, index);
    return r === null ? null : r ** 2;
  });
}
