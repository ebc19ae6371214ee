/**
 * Factors by which each replicate multiplies the weights of the sampled units. A replicate is made when it is asked for:
 * any one alone, in any order, on any thread, with the same result.
 */
export interface ReplicateFactors {
  readonly method: "Rao-Wu" | "Preston";
  readonly replicates: number;
  /** How many units have a factor. */
  readonly units: number;
  readonly seed: number;
  /** Design degrees of freedom: primary units less strata. More replicates do not add to them. */
  readonly df: number;
  /** The factors of one replicate, counted from 0, in the order in which the units were given. */
  readonly of: (replicate: number) => Float64Array;
}
