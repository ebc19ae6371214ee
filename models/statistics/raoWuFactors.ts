import { uniformInt } from "pure-rand/distribution/uniformInt";
import { EstimateError } from "../errors.ts";
import type { ReplicateFactors } from "./replicateFactors.ts";
import { type SampledUnit, type SampleNode, sampleTree } from "./sampleTree.ts";
import { seededStream } from "./seededStream.ts";

/**
 * Rao and Wu's rescaled bootstrap of primary sampling units. In stratum h it draws m_h of the n_h sampled units with
 * replacement; unit i, hit t_hi times, gets
 *
 *     factor = 1 − c_h + c_h (n_h / m_h) t_hi,   c_h = √(m_h (1 − f_h) / (n_h − 1))
 *
 * With m_h = n_h − 1 and no finite population this is n_h / (n_h − 1) · t_hi. m_h ≤ n_h − 1 keeps factors at zero or
 * above. The variance is the mean of (θ_r − θ)² over the replicates. It serves quantiles, ranks, points by thresholds.
 *
 * The stream is seeded by (replicate, stratum) and the units of a stratum are taken in the order of their codes. Later
 * stages count as in the ultimate cluster: when the stage-1 fpc matters use {@link prestonFactors}, which adds them.
 *
 * Rao and Wu (1988), J. Am. Statist. Assoc. 83, 231–241; Rao, Wu and Yue (1992), Survey Methodology 18, 209–217.
 *
 * @param psus one entry per primary unit; without `population` they count as drawn with replacement
 * @param options.sampleSize m_h from n_h; n_h − 1 when absent
 * @example raoWuFactors([{ stratum: "P01", stages: ["D1"] }, { stratum: "P01", stages: ["D2"] }], { replicates: 1000, seed: 1 })
 * @throws EstimateError for a stratum with one unit that is not all of it: combine strata first, and say so
 */
export function raoWuFactors(
  psus: readonly SampledUnit[],
  options: { replicates: number; seed: number; sampleSize?: (n: number) => number },
): ReplicateFactors {
  const { replicates, seed, sampleSize = (n) => n - 1 } = options;
  const strata = sampleTree(psus, 1).map((stratum) => ({ ...stratum, ...scaling(stratum, sampleSize) }));
  const of = (replicate: number): Float64Array => {
    const factors = new Float64Array(psus.length);
    for (const { code, children, m, c } of strata) {
      const n = children.length;
      const stream = seededStream(seed, "Rao-Wu", replicate, code);
      for (const { unit } of children) factors[unit!] = 1 - c;
      for (let draw = 0; draw < m; draw++) {
        factors[children[uniformInt(stream, 0, n - 1)]!.unit!]! += (c * n) / m;
      }
    }
    return factors;
  };
  return { method: "Rao-Wu", replicates, units: psus.length, seed, df: psus.length - strata.length, of };
}

function scaling({ code, children, fraction }: SampleNode, sampleSize: (n: number) => number) {
  const n = children.length;
  if (fraction === 1) return { m: 0, c: 0 };
  if (n < 2) throw lonelyStratum(code);
  const m = sampleSize(n);
  if (!(Number.isInteger(m) && m >= 1 && m <= n - 1)) {
    throw new EstimateError(
      `Stratum ${code} of ${n} units cannot draw m = ${m}; m must be from 1 to ${n - 1}.`,
    );
  }
  return { m, c: Math.sqrt((m * (1 - fraction)) / (n - 1)) };
}

/** The error for a stratum whose variance no resampling can show. */
export function lonelyStratum(code: string): EstimateError {
  return new EstimateError(`Stratum ${code} has a single sampled unit, which no bootstrap can vary.`, {
    hint: "Combine it with a similar stratum, by a recorded rule, before the replicates are made.",
  });
}
