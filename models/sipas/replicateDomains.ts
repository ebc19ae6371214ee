import { EstimateError } from "../errors.ts";
import { raoWuFactors } from "../statistics/raoWuFactors.ts";
import { repeatRecipe } from "../statistics/repeatRecipe.ts";
import type { ReplicateFactors } from "../statistics/replicateFactors.ts";
import { type Domain, scopesOf } from "./estimateDomains.ts";
import type { NodeFormula } from "./nodeFormulas.ts";
import { type PsuCells, psuCells } from "./psuCells.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** Margin cells that are raked together, and their raking for any weights. */
export interface ReplicateCalibration {
  readonly cells: readonly number[];
  readonly calibrate: (weights: Float64Array) => { readonly factors: Float64Array };
}

/** The spread of one node of a domain over the replicates. */
export interface ReplicateSpread {
  readonly domain: Domain;
  readonly formula: NodeFormula;
  /** From the full sample, every weighting step repeated. */
  readonly value: number | null;
  /** √ of the mean of (θ_r − θ)²; null where the domain has a stratum of one first-stage unit. */
  readonly se: number | null;
  /** Replicates that gave a value. */
  readonly used: number;
}

/**
 * Standard errors by Rao and Wu's rescaled bootstrap of first-stage units, the raking repeated in every replicate: the second
 * engine beside linearisation. Factors join the sums of first-stage unit × margin cell, never respondents. It takes first-stage
 * units as drawn with replacement (no finite population), and is conservative where much of a stratum was sampled.
 *
 * Each replicate draws from a stream seeded by (seed, replicate, stratum).
 *
 * Rao, Wu, Yue (1992), Survey Methodology 18, 209–217.
 */
export function replicateDomains(
  cells: SurveyCells,
  calibrations: readonly ReplicateCalibration[],
  domains: readonly Domain[],
  formulas: readonly NodeFormula[],
  options: { readonly replicates: number; readonly seed: number },
): ReplicateSpread[] {
  const summed = psuCells(cells, calibrations);
  const { factors, single } = drawPsus(cells, options);
  const evaluate = valuesOf(summed, domains, formulas);
  const repeated = repeatRecipe(factors, (own) => evaluate(totalsOf(summed, calibrations, own)));
  return domains.flatMap((domain, d) =>
    formulas.map((formula, f) => {
      const at = d * formulas.length + f;
      const isSingle = domain.strata.some((stratum) => single.has(stratum));
      return {
        domain,
        formula,
        value: repeated.estimates[at] ?? null,
        se: isSingle ? null : (repeated.standardErrors[at] ?? null),
        used: repeated.used[at] ?? 0,
      };
    }),
  );
}

/** Factors of all first-stage units; those of strata with one stay at 1, and the strata are named. */
export function drawPsus({ sample }: SurveyCells, options: { replicates: number; seed: number }) {
  const stratumOfPsu: string[] = [];
  sample.psuOf.forEach((psu, cluster) => {
    stratumOfPsu[psu] = sample.stratumOf[cluster] as string;
  });
  const counts = new Map<string, number>();
  for (const stratum of stratumOfPsu) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  const single = new Set([...counts].flatMap(([stratum, count]) => (count === 1 ? [stratum] : [])));
  const varying = [...stratumOfPsu.keys()].filter((psu) => !single.has(stratumOfPsu[psu] as string));
  const drawn = raoWuFactors(
    varying.map((psu) => ({ stratum: stratumOfPsu[psu] as string, stages: [String(psu).padStart(9, "0")] })),
    options,
  );
  const factors: ReplicateFactors = {
    ...drawn,
    units: stratumOfPsu.length,
    of: (replicate) => {
      const own = new Float64Array(stratumOfPsu.length).fill(1);
      const found = drawn.of(replicate);
      varying.forEach((psu, index) => {
        own[psu] = found[index] as number;
      });
      return own;
    },
  };
  return { factors, single };
}

/** The raking factor of every margin cell in a replicate, raked anew from its weights; NaN where it cannot be raked. */
export function rakeReplicate(
  { psu, cell, weight, cells: count }: PsuCells,
  calibrations: readonly ReplicateCalibration[],
  factors: Float64Array,
): Float64Array {
  const cellWeights = new Float64Array(count);
  for (let row = 0; row < psu.length; row++) cellWeights[cell[row]!]! += factors[psu[row]!]! * weight[row]!;
  const raked = new Float64Array(count).fill(1);
  for (const { cells, calibrate } of calibrations) {
    const own = new Float64Array(cells.length);
    for (let index = 0; index < own.length; index++) own[index] = cellWeights[cells[index]!]!;
    const found = maybeFactors(calibrate, own);
    for (let index = 0; index < own.length; index++)
      raked[cells[index]!] = found ? found[index]! : Number.NaN;
  }
  return raked;
}

/** Weighted counts by stratum and item, the weights raked anew from those of a replicate. */
function totalsOf(
  summed: PsuCells,
  calibrations: readonly ReplicateCalibration[],
  factors: Float64Array,
): Float64Array {
  const { psu, cell, stratum, sums, width } = summed;
  const raked = rakeReplicate(summed, calibrations, factors);
  const totals = new Float64Array(summed.strata.length * width);
  for (let row = 0; row < psu.length; row++) {
    const factor = factors[psu[row]!]! * raked[cell[row]!]!;
    if (factor === 0) continue;
    const to = stratum[row]! * width;
    const from = row * width;
    for (let k = 0; k < width; k++) totals[to + k]! += factor * sums[from + k]!;
  }
  return totals;
}

/** Null for a replicate that cannot be raked, say without a respondent of some category: its strata have no value in it. */
function maybeFactors(
  calibrate: ReplicateCalibration["calibrate"],
  weights: Float64Array,
): Float64Array | null {
  try {
    return calibrate(weights).factors;
  } catch (error) {
    if (error instanceof EstimateError) return null;
    throw error;
  }
}

/** The value of every node in every domain, from totals by stratum: domain by domain, NaN for an item nobody answered. */
function valuesOf(
  { strata, items, width }: PsuCells,
  domains: readonly Domain[],
  formulas: readonly NodeFormula[],
) {
  const numberOf = new Map(items.map((item, number) => [item, number]));
  const nodes = formulas.map(({ terms }) =>
    terms.map((term) => ({ ...term, numbers: term.items.map((item) => numberOf.get(item) as number) })),
  );
  const scopes = domains.map((domain) =>
    scopesOf(domain).map(({ strata: own, weight }) => ({
      weight,
      offsets: own.flatMap((stratum) => (strata.includes(stratum) ? [strata.indexOf(stratum) * width] : [])),
    })),
  );
  const pooled = new Float64Array(width);
  return (totals: Float64Array): Float64Array => {
    const values = new Float64Array(domains.length * nodes.length);
    scopes.forEach((ofDomain, d) => {
      const own = values.subarray(d * nodes.length, (d + 1) * nodes.length);
      if (ofDomain.every(({ offsets }) => offsets.length === 0))
        own.fill(Number.NaN); // no sampled stratum
      else
        for (const { weight, offsets } of ofDomain)
          addScope(own, nodes, poolTotals(totals, offsets, pooled), weight);
    });
    return values;
  };
}

function poolTotals(totals: Float64Array, offsets: readonly number[], pooled: Float64Array): Float64Array {
  pooled.fill(0);
  for (const offset of offsets) for (let k = 0; k < pooled.length; k++) pooled[k]! += totals[offset + k]!;
  return pooled;
}

function addScope(
  values: Float64Array,
  nodes: readonly (readonly { readonly coefficient: number; readonly numbers: readonly number[] }[])[],
  pooled: Float64Array,
  weight: number,
): void {
  for (let node = 0; node < nodes.length; node++) {
    for (const { coefficient, numbers } of nodes[node]!) {
      let yes = 0;
      let counted = 0;
      for (let at = 0; at < numbers.length; at++) {
        yes += pooled[2 * numbers[at]!]!;
        counted += pooled[2 * numbers[at]! + 1]!;
      }
      values[node]! += (weight * coefficient * yes) / counted;
    }
  }
}
