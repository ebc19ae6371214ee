import { uniformInt } from "pure-rand/distribution/uniformInt";
import { EstimateError } from "../errors.ts";
import { lonelyStratum } from "./raoWuFactors.ts";
import type { ReplicateFactors } from "./replicateFactors.ts";
import { type SampledUnit, type SampleNode, sampleTree } from "./sampleTree.ts";
import { type RandomStream, seededStream } from "./seededStream.ts";

/**
 * Preston's rescaled bootstrap for several stages drawn without replacement. At every stage m = ⌊n / 2⌋ of a parent's n
 * sampled units are kept (δ = 1) and
 *
 *     factor = 1 + Σ_s  Π_{t<s} √(n_t / m_t) δ_t · c_s ((n_s / m_s) δ_s − 1),   c_s = √(m_s Π_{t<s} f_t (1 − f_s) / (n_s − m_s))
 *
 * so that linear statistics get the multistage variance with each stage's fpc. A stage taken in full adds nothing and
 * keeps all its units. A single unit sampled at a later stage cannot show that stage's variance and adds none there.
 *
 * The stream is seeded by (replicate, stratum); units are taken in the order of their codes.
 *
 * Preston (2009), Rescaled bootstrap for stratified multistage sampling, Survey Methodology 35(2), 227–234.
 *
 * @param units one entry per unit of the last stage, with populations for all stages
 * @example prestonFactors([{ stratum: "P01", stages: ["D1", "C1"], population: [8, 9] }, …], { replicates: 500, seed: 1 })
 * @throws EstimateError for a stratum with one primary unit that is not all of it, or a missing population
 */
export function prestonFactors(
  units: readonly SampledUnit[],
  { replicates, seed }: { replicates: number; seed: number },
): ReplicateFactors {
  const stages = units[0]?.stages.length ?? 0;
  const unknown = units.find(({ population }) => population?.length !== stages);
  if (unknown) {
    throw new EstimateError(
      `Unit ${unknown.stages.join("/")} needs a population for each of ${stages} stages.`,
      {
        hint: "Without populations use the Rao-Wu bootstrap, which takes primary units as drawn with replacement.",
      },
    );
  }
  const strata = sampleTree(units, stages);
  for (const { code, children, fraction } of strata) {
    if (children.length < 2 && fraction < 1) throw lonelyStratum(code);
  }
  const of = (replicate: number): Float64Array => {
    const factors = new Float64Array(units.length);
    for (const stratum of strata) {
      const stream = seededStream(seed, "Preston", replicate, stratum.code);
      resample(stratum, { factor: 1, carried: 1, fractions: 1 }, stream, factors);
    }
    return factors;
  };
  const psus = strata.reduce((sum, { children }) => sum + children.length, 0);
  return { method: "Preston", replicates, units: units.length, seed, df: psus - strata.length, of };
}

/** What the stages above hand down: the factor so far, Π √(n/m) δ and Π f. */
interface Above {
  readonly factor: number;
  readonly carried: number;
  readonly fractions: number;
}

function resample(node: SampleNode, above: Above, stream: RandomStream, factors: Float64Array): void {
  if (node.unit !== undefined) {
    factors[node.unit] = above.factor;
    return;
  }
  const n = node.children.length;
  const isFixed = n === 1 || node.fraction === 1;
  const m = isFixed ? n : Math.floor(n / 2);
  const c = isFixed ? 0 : Math.sqrt((m * above.fractions * (1 - node.fraction)) / (n - m));
  const kept = isFixed ? null : drawWithoutReplacement(n, m, stream);
  node.children.forEach((child, i) => {
    const delta = kept === null || kept.has(i) ? 1 : 0;
    const below = {
      factor: above.factor + above.carried * c * ((n / m) * delta - 1),
      carried: above.carried * Math.sqrt(n / m) * delta,
      fractions: above.fractions * node.fraction,
    };
    resample(child, below, stream, factors);
  });
}

/** Floyd's algorithm: m of n positions, each set equally likely. */
function drawWithoutReplacement(n: number, m: number, stream: RandomStream): Set<number> {
  const kept = new Set<number>();
  for (let last = n - m; last < n; last++) {
    const position = uniformInt(stream, 0, last);
    kept.add(kept.has(position) ? last : position);
  }
  return kept;
}
