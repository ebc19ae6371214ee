/**
 * Kish's effective sample size: how many equally weighted respondents would carry as much information as these unequally
 * weighted ones.
 *
 *     n_eff = (Σw)² / Σw²
 *
 * It sees unequal weights only, not clustering; with unequal allocation to strata it understates.
 *
 * Kish (1992), Weighting for unequal P_i, J. Official Statistics 8(2), 183–200.
 *
 * @example effectiveSampleSize([1, 1, 2]) // 2.6666666666666665
 * @returns null when the weights sum to zero: there is nothing to estimate
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number | null {
  let total = 0;
  let totalOfSquares = 0;
  for (let row = 0; row < weights.length; row++) {
    total += weights[row]!;
    totalOfSquares += weights[row]! ** 2;
  }
  return total === 0 ? null : total ** 2 / totalOfSquares;
}
