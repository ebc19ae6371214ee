import { effectiveSampleSize } from "./effectiveSampleSize.ts";

/**
 * Kish's weighting effect: the loss of precision from unequal weights alone.
 *
 *     deff_w = n Σw² / (Σw)² = 1 + cv²(w)
 *
 * Rows of weight zero count in n. With unequal allocation to strata it overstates the loss.
 *
 * @example kishDesignEffect([1, 1, 2]) // 1.125
 * @returns null when the weights sum to zero
 */
export function kishDesignEffect(weights: ArrayLike<number>): number | null {
  const size = effectiveSampleSize(weights);
  return size === null ? null : weights.length / size;
}
