import { multistageCovariance } from "../statistics/multistageCovariance.ts";
import type { ClusterSample } from "./clusterSample.ts";
import type { Linearised } from "./linearise.ts";

/** The respondents of one stratum, in one order for both estimates. */
export interface PairedRespondents {
  readonly stratum: string;
  readonly cluster: Int32Array;
  readonly sides: readonly [SideOfRespondents, SideOfRespondents];
}

/** What one of two estimates holds of each respondent. */
export interface SideOfRespondents {
  /** 0 where the estimate leaves him out. */
  readonly weight: Float64Array;
  readonly cell: Int32Array;
  /** Per item, 1 for a yes, and 1 where the answer counts. */
  readonly items: ReadonlyMap<string, { readonly yes: Uint8Array; readonly counted: Uint8Array }>;
}

/** The error of the difference of two estimates from one sample, respondents given stratum by stratum. */
export interface PairedDifference {
  readonly add: (respondents: PairedRespondents) => void;
  readonly variance: () => number;
}

/**
 * The variance of the difference of two estimates computed on the same respondents, by linearisation:
 *
 *     V(B − A) = V(Σ_k d_k),   d_k = z_k(B) − z_k(A),   z_k = w_k (u_k − x_k′B)
 *
 * Someone whom an estimate leaves out has z = 0 there. The two errors are far from independent: adding their variances would
 * call most real differences chance. Holds for what a sample of the same kind would give; that the answers themselves were
 * corrected, say, is no sampling error.
 *
 * Särndal, Swensson, Wretman (1992), Model Assisted Survey Sampling, section 5.8, for functions of several totals.
 *
 * @param sample its clusters hold the respondents of either estimate
 */
export function pairedDifference(
  sample: ClusterSample,
  sides: readonly [Linearised, Linearised],
): PairedDifference {
  const parts = new Map<number, { totals: Float64Array; products: Float64Array }>();
  for (const stratum of sides.flatMap((side) => side.strata)) {
    const part = sample.partOfStratum.get(stratum);
    if (part === undefined || parts.has(part)) continue;
    const size = sample.parts[part]!.to - sample.parts[part]!.from;
    parts.set(part, { totals: new Float64Array(size), products: new Float64Array(size) });
  }
  return {
    add: (respondents) => {
      const part = sample.partOfStratum.get(respondents.stratum);
      const own = part === undefined ? undefined : parts.get(part);
      if (own === undefined) return;
      const first = sample.parts[part as number]!.from;
      const before = linearisedValues(sides[0], respondents.stratum, respondents.sides[0]);
      const after = linearisedValues(sides[1], respondents.stratum, respondents.sides[1]);
      for (let k = 0; k < before.length; k++) {
        const place = sample.place[respondents.cluster[k]!]! - first;
        const difference = after[k]! - before[k]!;
        own.totals[place]! += difference;
        own.products[place]! += difference * difference;
      }
    },
    variance: () => {
      let variance = 0;
      for (const [part, { totals, products }] of parts) {
        const { stages, respondents } = sample.parts[part]!;
        const within = respondents === null ? undefined : { ...respondents, crossProducts: [[products]] };
        variance += multistageCovariance(stages, [totals], within)[0]![0]!;
      }
      return variance;
    },
  };
}

/** z of each respondent of a stratum. */
function linearisedValues(
  { formOf, fitted }: Linearised,
  stratum: string,
  { weight, cell, items }: SideOfRespondents,
): Float64Array {
  const values = new Float64Array(weight.length);
  const own = formOf.get(stratum);
  for (const { item, a, r } of own?.form.terms ?? []) {
    const { yes, counted } = items.get(item)!;
    const { factor } = own!;
    for (let k = 0; k < values.length; k++) values[k]! += factor * (a * yes[k]! - r * counted[k]!);
  }
  for (let k = 0; k < values.length; k++)
    values[k] = weight[k] === 0 ? 0 : weight[k]! * (values[k]! - (fitted[cell[k]!] ?? 0));
  return values;
}
