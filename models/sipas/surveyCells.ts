import type { CalibrationGroup } from "./calibrationGroups.ts";
import type { ClusterSample } from "./clusterSample.ts";

/** Counts of a column by row of the cells. */
export type Counts = Int32Array | Float64Array;

/** How many respondents of each row said yes to an item, and how many count for it (no more can say yes). */
export interface ItemCounts {
  readonly yes: Counts;
  readonly counted: Counts;
}

/**
 * A survey summed to its sufficient statistics. One row stands for the respondents of one cluster, one margin cell and one
 * weight: shares and their errors follow from the counts exactly, whatever the number of respondents. Rows stand stratum by
 * stratum, and the rows of equal margin cells share a calibration factor.
 */
export interface SurveyCells {
  readonly sample: ClusterSample;
  /** Cluster, and margin cell, of each row. */
  readonly cluster: Int32Array;
  readonly cell: Int32Array;
  /** Final weight of each respondent of the row. */
  readonly weight: Float64Array;
  readonly responses: Counts;
  readonly items: ReadonlyMap<string, ItemCounts>;
  /** First row of each stratum, and the row after its last. */
  readonly rowsOfStratum: ReadonlyMap<string, readonly [number, number]>;
  /** How the weights were calibrated; empty when they were not. A stratum lies in one group at most. */
  readonly calibration: readonly CalibrationGroup[];
}

/** Strata in the order of the rows, each a run of them. */
export function runsOf(strata: readonly string[]): Map<string, readonly [number, number]> {
  const runs = new Map<string, readonly [number, number]>();
  strata.forEach((stratum, row) => {
    runs.set(stratum, [runs.get(stratum)?.[0] ?? row, row + 1]);
  });
  return runs;
}
