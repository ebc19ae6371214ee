import { EstimateError } from "../errors.ts";
import type { Design } from "./design.ts";
import { kishDesignEffect } from "./kishDesignEffect.ts";

/** Where weights are cut, and what happens to the cut mass. */
export interface TrimmingOptions {
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  /** `equal` amounts to every row not cut (R), or in proportion to their weights. */
  readonly redistribute?: "equal" | "proportional" | undefined;
  /** Repeat until no weight is outside, never giving mass back to a row cut before. */
  readonly strict?: boolean | undefined;
}

/** Trimmed weights and what trimming did. */
export interface TrimmedWeights {
  readonly weights: Float64Array;
  /** Rows whose weight was cut. */
  readonly cutRows: number;
  /** Share of the total weight that was moved. */
  readonly movedShare: number;
  readonly kishBefore: number | null;
  readonly kishAfter: number | null;
}

/**
 * Weights cut to limits, the cut mass given to the rows that were not cut; the total weight is kept.
 *
 * Usual limits: a multiple of the median weight, or √(c Σw²/n) (contribution to entropy). Trimming trades bias for variance and
 * the bias is not in any standard error. Margins are no longer met: calibrate with bounds instead when they must be.
 *
 * Potter (1990), A study of procedures to identify and trim extreme sampling weights, ASA Proc. Survey Research Methods.
 *
 * @example trimmedWeights(Float64Array.of(1, 1, 4), { upper: 3 }).weights // [1.5, 1.5, 3]
 * @throws EstimateError when the limits cross, or every row would be cut
 */
export function trimmedWeights(original: Float64Array, options: TrimmingOptions): TrimmedWeights {
  const { lower = 0, upper = Infinity, redistribute = "equal", strict = false } = options;
  if (!(lower <= upper))
    throw new EstimateError(`The lower limit ${lower} is above the upper limit ${upper}.`);
  const weights = original.slice();
  const cut = new Uint8Array(weights.length);
  let moved = 0;
  do {
    const mass = cutOnce(weights, cut, lower, upper);
    moved += Math.abs(mass);
    spread(weights, cut, mass, redistribute);
  } while (strict && weights.some((weight, row) => cut[row] === 0 && (weight < lower || weight > upper)));
  const total = original.reduce((sum, weight) => sum + weight, 0);
  return {
    weights,
    cutRows: cut.reduce((sum, one) => sum + one, 0),
    movedShare: moved / total,
    kishBefore: kishDesignEffect(original),
    kishAfter: kishDesignEffect(weights),
  };
}

/**
 * A sample with trimmed weights (see `trimmedWeights`); replicates are each trimmed.
 *
 * @example trimWeights(design, { upper: 40, lower: 16, strict: true })
 */
export function trimWeights<D extends Design>(design: D, options: TrimmingOptions): D {
  const trim = (weights: Float64Array) => trimmedWeights(weights, options).weights;
  if (design.kind === "linearised") return { ...design, weights: trim(design.weights) };
  return { ...design, weights: trim(design.weights), replicateWeights: design.replicateWeights.map(trim) };
}

/** Cuts what is outside and returns the mass taken away (negative: added). */
function cutOnce(weights: Float64Array, cut: Uint8Array, lower: number, upper: number): number {
  let mass = 0;
  for (let row = 0; row < weights.length; row++) {
    const limited = Math.min(Math.max(weights[row]!, lower), upper);
    if (limited === weights[row]) continue;
    mass += weights[row]! - limited;
    weights[row] = limited;
    cut[row] = 1;
  }
  return mass;
}

function spread(weights: Float64Array, cut: Uint8Array, mass: number, how: "equal" | "proportional"): void {
  if (mass === 0) return;
  const share = (row: number) => (cut[row] === 1 ? 0 : how === "equal" ? 1 : weights[row]!);
  let shares = 0;
  for (let row = 0; row < weights.length; row++) shares += share(row);
  if (shares === 0)
    throw new EstimateError("Every weight is outside the limits; none is left to take the cut mass.");
  for (let row = 0; row < weights.length; row++) weights[row]! += (mass * share(row)) / shares;
}
