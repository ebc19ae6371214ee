import { EstimateError } from "../errors.ts";

/** How much of the output's variance comes from each input: alone (`first`), and with all its interactions (`total`). */
export interface SobolIndices {
  readonly first: readonly number[];
  readonly total: readonly number[];
  /** Variance of the output over both samples, with n − 1. */
  readonly variance: number;
  /** Runs of the model: N(k + 2). */
  readonly runs: number;
}

/**
 * Sobol's first-order and total sensitivity indices from two independent samples A and B of the inputs, by
 *
 *     S_i  = mean(f_B (f_ABi − f_A)) / V          (Saltelli 2010)
 *     ST_i = mean((f_A − f_ABi)²) / (2 V)         (Jansen 1999)
 *
 * with AB_i the sample A whose column i comes from B. Small S_i can come out below zero within their simulation error;
 * they are returned as they are. Correlated inputs break the split of variance; categorical choices enter as a uniform
 * input that the model cuts into classes.
 *
 * Saltelli et al. (2010), Comput. Phys. Commun. 181, 259–270; Jansen (1999), Comput. Phys. Commun. 117, 35–43.
 *
 * @param model one number for one row of inputs; pure, as it is run N(k + 2) times
 * @example sobolIndices(([x, y]) => x! + 2 * y!, sampleA, sampleB).first // about [0.2, 0.8]
 * @throws EstimateError when the samples differ in shape or the model gives a number that is not finite
 * @returns null when the output does not vary
 */
export function sobolIndices(
  model: (inputs: readonly number[]) => number,
  sampleA: readonly (readonly number[])[],
  sampleB: readonly (readonly number[])[],
): SobolIndices | null {
  const inputs = sampleA[0]?.length ?? 0;
  if (sampleA.length !== sampleB.length || sampleB[0]?.length !== inputs) {
    throw new EstimateError(`Samples of ${sampleA.length} and ${sampleB.length} rows cannot be crossed.`);
  }
  const run = (row: readonly number[]): number => {
    const output = model(row);
    if (!Number.isFinite(output))
      throw new EstimateError(`The model gives ${output} for inputs ${row.join(", ")}.`);
    return output;
  };
  const fA = sampleA.map(run);
  const fB = sampleB.map(run);
  const variance = sampleVariance([...fA, ...fB]);
  if (!(variance > 0)) return null;
  const first: number[] = [];
  const total: number[] = [];
  for (let i = 0; i < inputs; i++) {
    const fAB = sampleA.map((row, n) => run(row.with(i, sampleB[n]![i]!)));
    first.push(mean(fAB.map((value, n) => fB[n]! * (value - fA[n]!))) / variance);
    total.push(mean(fAB.map((value, n) => (fA[n]! - value) ** 2)) / (2 * variance));
  }
  return { first, total, variance, runs: sampleA.length * (inputs + 2) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sampleVariance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
