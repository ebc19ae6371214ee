import type { NodeEstimate } from "../models/sipas/estimateNode.ts";
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
