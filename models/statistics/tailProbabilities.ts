import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import chiSquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import { normalCdf } from "./normalCdf.ts";

/**
 * The two-sided p-value of a t statistic, by the incomplete beta function, which keeps its digits in the far tail.
 *
 * @returns null when the degrees of freedom are not positive; the normal p-value when they are infinite
 * @example twoSidedStudentP(2.2009851600916384, 11) // 0.0500…
 */
export function twoSidedStudentP(t: number, df: number): number | null {
  if (!(df > 0) || Number.isNaN(t)) return null;
  if (df === Number.POSITIVE_INFINITY) return 2 * normalCdf(-Math.abs(t));
  return betaCdf(df / (df + t * t), df / 2, 0.5);
}

/**
 * The upper tail P(F > f) of the F distribution, whole degrees of freedom or not.
 *
 * @returns null when either degrees of freedom are not positive
 * @example fUpperTail(4.747225346722511, 1, 12) // 0.0500…
 */
export function fUpperTail(f: number, numeratorDf: number, denominatorDf: number): number | null {
  if (!(numeratorDf > 0) || !(denominatorDf > 0) || Number.isNaN(f)) return null;
  if (denominatorDf === Number.POSITIVE_INFINITY) return chiSquareUpperTail(f * numeratorDf, numeratorDf);
  return betaCdf(denominatorDf / (denominatorDf + numeratorDf * f), denominatorDf / 2, numeratorDf / 2);
}

/**
 * The upper tail P(χ² > x) of the chi-square distribution; below about 1e-14 only its smallness is meaningful.
 *
 * @returns null when the degrees of freedom are not positive
 * @example chiSquareUpperTail(3.841458820694124, 1) // 0.0500…
 */
export function chiSquareUpperTail(x: number, df: number): number | null {
  if (!(df > 0) || Number.isNaN(x)) return null;
  return 1 - chiSquareCdf(x, df);
}
