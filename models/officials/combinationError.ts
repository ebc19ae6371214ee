import { compositeVariance } from "../statistics/compositeIndex.ts";
import { satterthwaiteDf } from "../statistics/satterthwaiteDf.ts";
import type { ClassCovariance } from "./estimateShares.ts";

export interface CombinedError {
  readonly variance: number;
  /** Infinity where nothing varies; null where a class that varies has no degree of freedom. */
  readonly df: number | null;
}

/**
 * The error of a linear combination of a unit's shares: Σ_c a′ V_c a over its classes of nonresponse, with Satterthwaite's
 * degrees of freedom over them, since each class has a variance of its own.
 *
 * @param others independent parts of the same combination, such as SIPAS
 * @example combinationError([1], [{ codes: ["a"], df: 9, covariance: [[4]] }]) // { variance: 4, df: 9 }
 */
export function combinationError(
  coefficients: readonly number[],
  classes: readonly ClassCovariance[],
  others: readonly { readonly variance: number; readonly df: number }[] = [],
): CombinedError {
  const components = [
    ...classes.map(({ df, covariance }) => ({ variance: compositeVariance(coefficients, covariance), df })),
    ...others,
  ];
  return {
    variance: components.reduce((sum, { variance }) => sum + variance, 0),
    df: satterthwaiteDf(components),
  };
}
