import { EstimateError } from "../errors.ts";
import { type PoolingFit, poolingFit } from "./poolingFit.ts";

/** A unit's direct variance estimate, with what is needed to compare it with those of other units. */
export interface DirectVariance {
  readonly unit: string;
  readonly item: string;
  /** Units of one type are taken to share a PSU variance or design effect: say, rural provinces. */
  readonly type: string;
  /** Null when the unit has no variance of its own, as with a single PSU; it still receives the pooled one. */
  readonly variance: number | null;
  readonly df: number;
  /**
   * What the variance is measured by: 1 / (number of PSUs) to pool the variance between PSUs, or the variance of a simple
   * random sample of the same size to pool the design effect. Variance / yardstick is what the units of a type share.
   */
  readonly yardstick: number;
}

/** A variance that borrows strength from the other units of the type. */
export interface GeneralisedVariance {
  readonly unit: string;
  readonly item: string;
  readonly type: string;
  /** Null when no unit of the type has a degree of freedom: there is nothing to borrow. */
  readonly variance: number | null;
  readonly df: number | null;
  readonly basis: "model-assisted";
}

/** What the units of one item and type share, and how well they share it. */
export interface VariancePool extends PoolingFit {
  readonly item: string;
  readonly type: string;
  /** Units with a direct variance. */
  readonly units: number;
  /** Pooled variance / yardstick: the variance between PSUs, or the design effect. */
  readonly level: number;
}

/**
 * Generalised variances: the variance between PSUs, or the design effect, pooled over the units of one item and type with
 * their degrees of freedom as weights, and given back to each unit by its own yardstick.
 *
 *     level = Σ df_u (v_u / y_u) / Σ df_u,   v*_u = level · y_u
 *
 * For units with few clusters, whose direct variance on 2 degrees of freedom says almost nothing. It is a model: that units
 * of a type share the level. The fit of each pool is returned with it, and lowers the degrees of freedom where units differ;
 * direct variances stay the published ones beside it.
 *
 * Wolter (2007), Introduction to Variance Estimation, 2nd ed., ch. 7; Kish (1965), Survey Sampling, §8.2, for pooled deffs.
 *
 * @example generalisedVariances([
 *   { unit: "P01", item: "access", type: "rural", variance: 4, df: 2, yardstick: 1 / 3 },
 *   { unit: "P02", item: "access", type: "rural", variance: 2, df: 2, yardstick: 1 / 3 },
 * ]).variances[0] // variance 3, df 4, model-assisted
 * @throws EstimateError on a yardstick that is not positive, or a negative variance
 */
export function generalisedVariances(direct: readonly DirectVariance[]): {
  variances: GeneralisedVariance[];
  pools: VariancePool[];
} {
  for (const { unit, item, variance, yardstick } of direct) {
    if (!(yardstick > 0) || (variance !== null && !(variance >= 0))) {
      throw new EstimateError(
        `Unit ${unit}, item ${item}: variance ${variance} measured by ${yardstick}; neither may be negative, nor the yardstick zero.`,
      );
    }
  }
  const members = new Map<string, DirectVariance[]>();
  for (const one of direct) {
    const key = poolKey(one);
    const own = members.get(key);
    if (own === undefined) members.set(key, [one]);
    else own.push(one);
  }
  const pools = new Map([...members].map(([key, own]) => [key, maybePool(own)]));
  const variances = direct.map((one): GeneralisedVariance => {
    const pool = pools.get(poolKey(one));
    const { unit, item, type, yardstick } = one;
    const variance = pool ? pool.level * yardstick : null;
    return { unit, item, type, variance, df: pool?.df ?? null, basis: "model-assisted" };
  });
  return { variances, pools: [...pools.values()].filter((pool) => pool !== null) };
}

function poolKey({ item, type }: DirectVariance): string {
  return JSON.stringify([item, type]);
}

function maybePool(members: readonly DirectVariance[]): VariancePool | null {
  const known = members.filter(({ variance, df }) => variance !== null && df > 0);
  if (known.length === 0) return null;
  const { item, type } = known[0]!;
  const ratios = known.map(({ variance, yardstick }) => variance! / yardstick);
  const dfs = known.map(({ df }) => df);
  const totalDf = dfs.reduce((sum, df) => sum + df, 0);
  const level = ratios.reduce((sum, ratio, u) => sum + dfs[u]! * ratio, 0) / totalDf;
  const units = known.length;
  if (level === 0) return { item, type, units, level, homogeneityP: null, extraSpread: 0, df: totalDf };
  return { item, type, units, level, ...poolingFit(ratios, dfs, level) };
}
