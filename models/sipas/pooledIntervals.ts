import { generalisedVariances } from "../statistics/generalisedVariance.ts";
import { type NodeEstimate, shareInterval } from "./estimateNode.ts";

/** A unit's estimate of one node, and the kind of unit that it is. */
export interface UnitEstimate {
  readonly unit: string;
  readonly type: string;
  readonly node: string;
  readonly estimate: NodeEstimate;
}

/** The interval by a design effect shared by units of one type, and how well they share it. */
export interface PooledInterval {
  readonly se: number;
  readonly df: number;
  readonly low: number;
  readonly high: number;
  /** Units that the design effect is pooled over. */
  readonly units: number;
  /** p-value of Bartlett's test that they share it; null where it cannot be made. */
  readonly fitP: number | null;
  /** Relative variance of the true design effects between units, which lowers the df. */
  readonly extraSpread: number;
}

/**
 * Model-assisted intervals of a node for units with few first-stage units each: the design effect is pooled over units of one
 * type with their degrees of freedom as weights, and multiplied by each unit's own variance under simple random sampling.
 *
 * Units without a direct error have none here either.
 *
 * @returns one interval an estimate; null without a direct error
 */
export function pooledIntervals(estimates: readonly UnitEstimate[]): (PooledInterval | null)[] {
  const direct = estimates.flatMap(({ unit, type, node, estimate }) =>
    estimate.status !== "ok" || estimate.srsVariance === null
      ? []
      : [
          {
            unit,
            type,
            item: node,
            variance: (estimate.se as number) ** 2,
            df: estimate.df as number,
            yardstick: estimate.srsVariance,
          },
        ],
  );
  const { variances, pools } = generalisedVariances(direct);
  const found = new Map(variances.map((one) => [`${one.unit}/${one.item}`, one]));
  const poolOf = new Map(pools.map((pool) => [`${pool.item}/${pool.type}`, pool]));
  return estimates.map(({ unit, type, node, estimate }) => {
    const own = found.get(`${unit}/${node}`);
    const pool = poolOf.get(`${node}/${type}`);
    if (!own || own.variance === null || own.df === null || !pool) return null;
    const se = Math.sqrt(own.variance);
    return {
      se,
      df: own.df,
      ...shareInterval(estimate.share as number, se, own.df),
      units: pool.units,
      fitP: pool.homogeneityP,
      extraSpread: pool.extraSpread,
    };
  });
}
