import { confidenceInterval } from "../statistics/confidenceInterval.ts";
import { correlationMatrix, cronbachAlpha } from "../statistics/cronbachAlpha.ts";
import { oneFactorModel } from "../statistics/oneFactorModel.ts";
import { principalComponents } from "../statistics/principalComponents.ts";

/** Sums over the respondents who answered all items of a set. */
export interface ItemMoments {
  readonly n: number;
  /** Σw, Σw x_j, and Σw x_j x_k for j ≤ k, row by row of the upper triangle. */
  readonly weight: number;
  readonly sums: readonly number[];
  readonly products: readonly number[];
}

/**
 * The weighted covariance matrix from sums, with the factor n/(n − 1) of `weightedCovarianceMatrix`:
 *
 *     S_jk = n/(n−1) · (Σw x_j x_k / Σw − x̄_j x̄_k)
 *
 * Levels are small whole numbers, so the difference keeps its digits.
 *
 * @returns null with fewer than two respondents
 */
export function covarianceOf({ n, weight, sums, products }: ItemMoments): number[][] | null {
  if (n < 2 || !(weight > 0)) return null;
  const matrix = sums.map(() => sums.map(() => 0));
  let at = 0;
  for (let j = 0; j < sums.length; j++)
    for (let k = j; k < sums.length; k++) {
      const value = (n / (n - 1)) * (products[at]! / weight - (sums[j]! / weight) * (sums[k]! / weight));
      matrix[j]![k] = value;
      matrix[k]![j] = value;
      at += 1;
    }
  return matrix;
}

export type AlphaStatus = "ok" | "suppressed" | "no_responses" | "one_cluster" | "not_estimable";

/** Cronbach's alpha with its family; everything but `n` is null unless the status is ok. */
export interface AlphaEstimate {
  readonly alpha: number | null;
  readonly se: number | null;
  readonly df: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly status: AlphaStatus;
}

/**
 * Alpha with its error over replicates: √ of the mean of (α_r − α)², the interval by Student's t, cut above at 1.
 *
 * @param replicates the sums under the weights of each replicate, null where it could not be weighted
 */
export function alphaEstimate(
  moments: ItemMoments,
  replicates: () => readonly (ItemMoments | null)[],
  { df, minimumN }: { readonly df: number; readonly minimumN: number },
): AlphaEstimate {
  const none = (status: AlphaStatus, n: number | null): AlphaEstimate => ({
    ...{ alpha: null, se: null, df: null, low: null, high: null },
    ...{ n, status },
  });
  if (moments.n === 0) return none("no_responses", 0);
  if (moments.n < minimumN) return none("suppressed", null);
  if (df < 1) return none("one_cluster", moments.n);
  const alpha = alphaOf(moments);
  if (alpha === null) return none("not_estimable", moments.n);
  const spread = replicates()
    .map((own) => own && alphaOf(own))
    .flatMap((own) => (own === null ? [] : [(own - alpha) ** 2]));
  if (spread.length < 2) return none("not_estimable", moments.n);
  const se = Math.sqrt(spread.reduce((sum, own) => sum + own, 0) / spread.length);
  const { low, high } = confidenceInterval(alpha, se, df);
  return { alpha, se, df, low, high: Math.min(1, high as number), n: moments.n, status: "ok" };
}

/** Alpha of a set of two items or more; null where it cannot be had. */
function alphaOf(moments: ItemMoments): number | null {
  const covariance = covarianceOf(moments);
  return covariance === null || covariance.length < 2 ? null : cronbachAlpha(covariance).alpha;
}

/** How items hang together: by item, and the shares of variance of the first two components. */
export interface ItemStructure {
  readonly standardisedAlpha: number | null;
  readonly itemRest: readonly (number | null)[];
  readonly ifDropped: readonly (number | null)[];
  /** Share of the items' variance (of their correlations) that each of the first two components takes. */
  readonly firstShare: number | null;
  readonly secondShare: number | null;
  /** Loadings of a one-factor model; null with fewer than three items, or where it is a Heywood case. */
  readonly loadings: readonly number[] | null;
}

/**
 * A check of a set of items, never a weight of an index: with one large component they measure mostly one thing.
 *
 * @param withFactor also fit a one-factor model, which sets of many items take long for
 */
export function itemStructure(moments: ItemMoments, withFactor = true): ItemStructure | null {
  const covariance = covarianceOf(moments);
  if (covariance === null || covariance.length < 2) return null;
  const { standardised, itemRest, ifDropped } = cronbachAlpha(covariance);
  const correlation = correlationMatrix(covariance);
  const eigenvalues = correlation === null ? null : principalComponents(correlation).eigenvalues;
  const model =
    !withFactor || correlation === null || correlation.length < 3 ? null : oneFactorModel(correlation);
  const share = (at: number) =>
    eigenvalues === null ? null : Math.max(0, eigenvalues[at] as number) / covariance.length;
  return {
    standardisedAlpha: standardised,
    itemRest,
    ifDropped,
    firstShare: share(0),
    secondShare: share(1),
    loadings: model === null || model.isHeywood ? null : model.loadings,
  };
}
