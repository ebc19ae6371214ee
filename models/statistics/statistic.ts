/**
 * A quantity that knows how to compute itself from any set of weights: that is what lets one definition serve linearisation and
 * replicates alike. Weights are 0 outside the domain asked about.
 */
export interface Statistic {
  /** 1 for the rows that take part: those with an answer to everything the quantity needs. */
  readonly rows: Uint8Array;
  /** The estimate from these weights; null when it has no value. */
  readonly estimate: (weights: Float64Array) => number | null;
  /** Its linearised variable u at these weights; absent for quantities that only replicates can judge. */
  readonly scores?: (weights: Float64Array) => Float64Array;
}
