import { clusterCovariance } from "../statistics/clusterCovariance.ts";
import { proportionInterval } from "../statistics/proportionInterval.ts";
import { studentQuantile } from "../statistics/studentQuantile.ts";
import { influence, type TotalsByItem } from "./influence.ts";
import type { NodeFormula } from "./nodeFormulas.ts";

/** A sampled first-stage unit. */
export interface Psu {
  readonly nResponses: number;
  readonly totals: TotalsByItem;
}

/** A province with its first-stage units, the sum of their totals, and its weight where provinces are averaged. */
export interface Stratum {
  readonly code: string;
  readonly psus: readonly Psu[];
  readonly total: TotalsByItem;
  readonly weight: number | null;
}

/** A part of the sample for which a value is wanted. Strata have weights when provinces are averaged, else all answers are pooled. */
export interface Domain {
  readonly strata: readonly Stratum[];
  readonly total: TotalsByItem;
}

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
  readonly deff: number | null;
  readonly status: NodeStatus;
}

const confidence = 0.95;

/**
 * One node of the tree for one domain, with its 95 % interval by linearisation over strata (provinces) and first-stage
 * units taken as drawn with replacement (the usual conservative "ultimate cluster" error).
 *
 * df = first-stage units − strata, both counted where they hold a response. The interval is Student's t, cut to 0…1. A share
 * of exactly 0 or 1 has no linearised error; for a single proportion its interval is then Korn and Graubard's with an assumed
 * design effect of 1, for a composite there is none (`not_estimable`). deff and n_eff are given for single proportions only.
 *
 * Not covered: the fpc of each stage, and the gain in precision from calibration; both would make intervals shorter.
 *
 * @param n answers that count, for the node and domain; below `minimumN` the cell is suppressed
 */
export function estimateNode(
  formula: NodeFormula,
  domain: Domain,
  n: number,
  minimumN: number,
): NodeEstimate {
  if (n === 0) return without("no_responses", 0);
  if (n < minimumN) return without("suppressed", null);
  const isAveraged = domain.strata.some((stratum) => stratum.weight !== null);
  const linear = isAveraged ? averaged(formula, domain) : pooled(formula, domain);
  if (linear === null) return without("no_responses", n);
  const df = degreesOfFreedom(domain);
  if (df < 1) return without("one_cluster", n);
  const variance = clusterCovariance({
    strata: domain.strata.flatMap((stratum) => stratum.psus.map(() => stratum.code)),
    totals: [Float64Array.from(linear.scores)],
    lonelyPsu: "adjust",
  })[0]?.[0] as number;
  return formula.level === "item"
    ? ofProportion(linear.value, variance, df, n)
    : ofComposite(linear.value, variance, df, n);
}

interface Linear {
  readonly value: number;
  readonly scores: readonly number[];
}

function pooled(formula: NodeFormula, { strata, total }: Domain): Linear | null {
  const psus = strata.flatMap((stratum) => stratum.psus.map((psu) => psu.totals));
  return influence(formula, total, psus);
}

/** Provinces averaged: each province's own value and scores times its weight. Null when one has no answer. */
function averaged(formula: NodeFormula, { strata }: Domain): Linear | null {
  const scores: number[] = [];
  let value = 0;
  for (const { psus, total, weight } of strata) {
    const linear = influence(
      formula,
      total,
      psus.map((psu) => psu.totals),
    );
    if (linear === null) return null;
    value += (weight ?? 0) * linear.value;
    scores.push(...linear.scores.map((score) => (weight ?? 0) * score));
  }
  return { value, scores };
}

/** A domain of the given provinces; `weights` where they are averaged. */
export function toDomain(
  provinces: ReadonlyMap<string, readonly Psu[]>,
  weights: readonly number[] | null,
): Domain {
  const strata = [...provinces].map(([code, psus], index) => ({
    code,
    psus,
    total: sumOf(psus.map((psu) => psu.totals)),
    weight: weights?.[index] ?? null,
  }));
  return { strata, total: sumOf(strata.map((stratum) => stratum.total)) };
}

function sumOf(totals: readonly TotalsByItem[]): TotalsByItem {
  const sums = new Map<string, { satisfied: number; counted: number }>();
  for (const own of totals) {
    for (const [item, { satisfied, counted }] of own) {
      const sum = sums.get(item);
      if (sum === undefined) sums.set(item, { satisfied, counted });
      else {
        sum.satisfied += satisfied;
        sum.counted += counted;
      }
    }
  }
  return sums;
}

function degreesOfFreedom({ strata }: Domain): number {
  const answering = strata.map(({ psus }) => psus.filter((psu) => psu.nResponses > 0).length);
  return answering.reduce((sum, count) => sum + Math.max(count - 1, 0), 0);
}

function ofProportion(share: number, variance: number, df: number, n: number): NodeEstimate {
  const spread = share * (1 - share);
  if (share <= 0 || share >= 1) {
    const { low, high } = proportionInterval({ proportion: share, se: 0, df, n }, "beta");
    return low === null
      ? without("not_estimable", n)
      : { share, se: 0, df, low, high, n, nEff: n, deff: 1, status: "ok" };
  }
  return { ...ofComposite(share, variance, df, n), nEff: spread / variance, deff: (n * variance) / spread };
}

function ofComposite(share: number, variance: number, df: number, n: number): NodeEstimate {
  if (!(variance > 0)) return without("not_estimable", n);
  const se = Math.sqrt(variance);
  const half = (studentQuantile((1 + confidence) / 2, df) as number) * se;
  return {
    share,
    se,
    df,
    low: Math.max(0, share - half),
    high: Math.min(1, share + half),
    n,
    nEff: null,
    deff: null,
    status: "ok",
  };
}

function without(status: NodeStatus, n: number | null): NodeEstimate {
  return { share: null, se: null, df: null, low: null, high: null, n, nEff: null, deff: null, status };
}
