import { EstimateError } from "../errors.ts";
import { checkSomeWeight, checkWeights } from "./surveyDesign.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** Replicate weights and how their spread becomes a variance. */
export interface ReplicateDeclaration {
  /** Full-sample weights. */
  readonly weights: NumericColumn;
  /** Combined replicate weights, a column a replicate, rows in the order of the data. */
  readonly replicateWeights: readonly NumericColumn[];
  readonly scale: number;
  /** Scale of each replicate, or one for all. */
  readonly replicateScales?: number | readonly number[] | undefined;
  /** True: deviations from the full-sample estimate; false: from the mean of the replicates. */
  readonly aroundEstimate?: boolean | undefined;
  /** Degrees of freedom; absent: rank of the replicate weights − 1, which is costly for many replicates of many rows. */
  readonly df?: number | undefined;
}

/** A sample whose variance comes from replicate weights. */
export interface ReplicateDesign {
  readonly kind: "replicate";
  readonly rows: number;
  readonly weights: Float64Array;
  readonly replicateWeights: readonly Float64Array[];
  readonly scale: number;
  readonly replicateScales: Float64Array;
  readonly aroundEstimate: boolean;
  readonly df: number | null;
  readonly domain: Uint8Array | null;
}

/**
 * Declares a sample by its replicate weights (jackknife, balanced half-samples, Fay, bootstrap).
 *
 *     V = scale Σ_r rscales_r (θ_r − c)²
 *
 * @example
 * const design = replicateDesign({ weights: [2, 2], replicateWeights: [[4, 0], [0, 4]], scale: 1 / 2 });
 * @throws EstimateError for weights that are negative, missing or of another length, and without any replicate
 */
export function replicateDesign(declaration: ReplicateDeclaration): ReplicateDesign {
  const weights = toNumbers(declaration.weights, "The weight");
  const rows = weights.length;
  checkWeights(weights, rows);
  checkSomeWeight(weights);
  const replicateWeights = declaration.replicateWeights.map((column) =>
    toNumbers(column, "The replicate weight"),
  );
  for (const column of replicateWeights) checkWeights(column, rows);
  return {
    kind: "replicate",
    rows,
    weights,
    replicateWeights,
    scale: declaration.scale,
    replicateScales: toScales(declaration.replicateScales ?? 1, replicateWeights.length),
    aroundEstimate: declaration.aroundEstimate ?? false,
    df: declaration.df ?? null,
    domain: null,
  };
}

function toScales(scales: number | readonly number[], replicates: number): Float64Array {
  if (replicates === 0)
    throw new EstimateError("A replicate design needs replicate weights; there are none.");
  if (typeof scales === "number") return new Float64Array(replicates).fill(scales);
  if (scales.length !== replicates) {
    throw new EstimateError(
      `There are ${scales.length} replicate scales for ${replicates} replicates; each needs one.`,
    );
  }
  return Float64Array.from(scales);
}
