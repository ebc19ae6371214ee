import quantile from "@stdlib/stats-base-dists-t-quantile";
import { normalQuantile } from "./normalQuantile.ts";

/**
 * Quantile of Student's t distribution: the critical value of an interval with few degrees of freedom.
 *
 * @example studentQuantile(0.975, 11) // 2.2009851600916384
 * @returns null when the degrees of freedom are not positive: there is no distribution; the normal quantile when they are infinite
 */
export function studentQuantile(probability: number, df: number): number | null {
  if (!(df > 0)) return null;
  if (df === Infinity) return normalQuantile(probability);
  if (probability !== last.probability || df !== last.df)
    last = { probability, df, value: quantile(probability, df) };
  return last.value;
}

/** A table of estimates asks for the same value again and again; one takes longer than the rest of its interval. */
let last = { probability: Number.NaN, df: Number.NaN, value: Number.NaN };
