import type { NodeEstimate } from "../models/sipas/estimateNode.ts";
import type { PooledInterval } from "../models/sipas/pooledIntervals.ts";
import type { ColumnType, Row } from "./table.ts";

/** The family of columns that every estimate of x has: x, x_se, x_df, x_low, x_high, x_n, x_n_eff, x_deff, x_status. */
export function estimateColumns(x: string): Record<string, ColumnType> {
  return {
    [x]: "DOUBLE",
    [`${x}_se`]: "DOUBLE",
    [`${x}_df`]: "INTEGER",
    [`${x}_low`]: "DOUBLE",
    [`${x}_high`]: "DOUBLE",
    [`${x}_n`]: "INTEGER",
    [`${x}_n_eff`]: "DOUBLE",
    [`${x}_deff`]: "DOUBLE",
    [`${x}_status`]: "VARCHAR",
  };
}

/** An estimate as the columns of its family. */
export function toEstimateRow(x: string, estimate: NodeEstimate): Row {
  return {
    [x]: estimate.share,
    [`${x}_se`]: estimate.se,
    [`${x}_df`]: estimate.df,
    [`${x}_low`]: estimate.low,
    [`${x}_high`]: estimate.high,
    [`${x}_n`]: estimate.n,
    [`${x}_n_eff`]: estimate.nEff,
    [`${x}_deff`]: estimate.deff,
    [`${x}_status`]: estimate.status,
  };
}

/** The interval by a pooled design effect beside the direct one: x_pooled_se and so on; all but the status may be NULL. */
export function pooledColumns(x: string): Record<string, ColumnType> {
  return {
    [`${x}_pooled_se`]: "DOUBLE",
    [`${x}_pooled_df`]: "DOUBLE",
    [`${x}_pooled_low`]: "DOUBLE",
    [`${x}_pooled_high`]: "DOUBLE",
    [`${x}_pooled_units`]: "INTEGER",
    [`${x}_pooled_fit_p`]: "DOUBLE",
    [`${x}_pooled_spread`]: "DOUBLE",
    [`${x}_pooled_status`]: "VARCHAR",
  };
}

/** A pooled interval as those columns, or the reason why there is none. */
export function toPooledRow(x: string, pooled: PooledInterval | null, reason: string): Row {
  return {
    [`${x}_pooled_se`]: pooled?.se ?? null,
    [`${x}_pooled_df`]: pooled?.df ?? null,
    [`${x}_pooled_low`]: pooled?.low ?? null,
    [`${x}_pooled_high`]: pooled?.high ?? null,
    [`${x}_pooled_units`]: pooled?.units ?? null,
    [`${x}_pooled_fit_p`]: pooled?.fitP ?? null,
    [`${x}_pooled_spread`]: pooled?.extraSpread ?? null,
    [`${x}_pooled_status`]: pooled === null ? reason : "ok",
  };
}
