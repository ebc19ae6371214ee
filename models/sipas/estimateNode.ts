import { confidenceInterval } from "../statistics/confidenceInterval.ts";
import { proportionInterval } from "../statistics/proportionInterval.ts";

export type NodeStatus = "ok" | "suppressed" | "no_responses" | "one_cluster" | "not_estimable";

/** A share between 0 and 1 with its family; everything but `n` is null unless `status` is ok. */
export interface NodeEstimate {
  readonly share: number | null;
  readonly se: number | null;
  readonly df: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly nEff: number | null;
  /** Variance over that of a simple random sample of n respondents drawn with replacement. */
  readonly deff: number | null;
  /** The variance of that simple random sample. */
  readonly srsVariance: number | null;
  readonly status: NodeStatus;
}

/** What an estimate is made of; `variance` is not asked for where the value is not to be shown. */
export interface NodeParts {
  /** Null when some item has no counted answer. */
  readonly value: number | null;
  readonly isProportion: boolean;
  readonly n: number;
  readonly df: number;
  readonly minimumN: number;
  readonly variance: () => { readonly variance: number; readonly srsVariance: number | null };
}

/**
 * A node with its 95 % interval, or why it has none.
 *
 * The interval is Student's t, cut to 0…1. A share of exactly 0 or 1 has no linearised error; for a single proportion its
 * interval is then Korn and Graubard's with an assumed design effect of 1, for a composite there is none (`not_estimable`).
 * A margin that weights were raked to is known: its error is 0, and no number of respondents would say as much.
 * Below `minimumN` respondents the cell is `suppressed`; with one first-stage unit a stratum there is no error (`one_cluster`).
 *
 * @example estimateNode({ value: 0.8, isProportion: true, n: 400, df: 2, minimumN: 30, variance }).low
 */
export function estimateNode({ value, isProportion, n, df, minimumN, variance }: NodeParts): NodeEstimate {
  if (n === 0) return noEstimate("no_responses", 0);
  if (n < minimumN) return noEstimate("suppressed", null);
  if (value === null) return noEstimate("no_responses", n);
  if (df < 1) return noEstimate("one_cluster", n);
  if (isProportion && (value <= 0 || value >= 1)) return ofConstant(value, n, df);
  const found = variance();
  if (!(found.variance > 0)) return noEstimate("not_estimable", n);
  if (found.srsVariance !== null && found.variance <= rounding * found.srsVariance)
    return { ...known(value, n, df), srsVariance: found.srsVariance };
  const se = Math.sqrt(found.variance);
  const deff = found.srsVariance === null ? null : found.variance / found.srsVariance;
  return {
    share: value,
    se,
    df,
    ...shareInterval(value, se, df),
    n,
    nEff: deff === null ? null : n / deff,
    deff,
    srsVariance: found.srsVariance,
    status: "ok",
  };
}

/** A variance of this share of a simple random sample's is rounding: the value is a margin that weights were raked to. */
const rounding = 1e-12;

function known(share: number, n: number, df: number): NodeEstimate {
  const none = { nEff: null, deff: 0, srsVariance: null };
  return { share, se: 0, df, low: share, high: share, n, ...none, status: "ok" };
}

/** Student's t interval of a share, cut to 0…1. */
export function shareInterval(share: number, se: number, df: number): { low: number; high: number } {
  const { low, high } = confidenceInterval(share, se, df);
  return { low: Math.max(0, low as number), high: Math.min(1, high as number) };
}

function ofConstant(share: number, n: number, df: number): NodeEstimate {
  const { low, high } = proportionInterval({ proportion: share, se: 0, df, n }, "beta");
  if (low === null) return noEstimate("not_estimable", n);
  return { share, se: 0, df, low, high, n, nEff: n, deff: 1, srsVariance: null, status: "ok" };
}

/** What stands for an estimate that is not shown, so that another one cannot be worked out from it. */
export const suppressedEstimate: NodeEstimate = noEstimate("suppressed", null);

/** A node without an estimate, and why. */
export function noEstimate(status: NodeStatus, n: number | null): NodeEstimate {
  const nothing = { share: null, se: null, df: null, low: null, high: null };
  return { ...nothing, n, nEff: null, deff: null, srsVariance: null, status };
}
