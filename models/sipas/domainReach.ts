import { type StratumCovariance, stratumCovariance } from "../statistics/stratumCovariance.ts";
import type { CalibrationGroup } from "./calibrationGroups.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** A run of rows of the cells: the first, and the one after the last. */
export type Run = readonly [number, number];

/** How far the variance of a domain reaches into the sample: the same for every node. */
export interface Reach {
  /** Parts of the sample that the domain's strata lie in. */
  readonly parts: readonly number[];
  readonly runs: readonly Run[];
  readonly groups: readonly GroupReach[];
}

/** Strata that were raked together with strata of the domain. */
export interface GroupReach {
  readonly group: CalibrationGroup;
  readonly inside: readonly Run[];
  /** The group's cells inside the domain, and those of every row that is visited, by their place in the group. */
  readonly cellsInside: Int32Array;
  readonly cellsVisited: Int32Array;
  /** Outside the domain: rows in a part that the domain lies in too, and the covariance of Σ w x in every other part. */
  readonly beside: readonly Run[];
  readonly apart: readonly StratumCovariance[];
}

/** Finds the reach of a domain from its strata; what strata add from outside a domain is made once. */
export function domainReach(cells: SurveyCells): (strata: readonly string[]) => Reach {
  const { rowsOfStratum, cell, calibration, sample } = cells;
  const placeInGroup = placesInGroups(cells);
  const covarianceOf = marginCovariance(cells, placeInGroup);
  const groupOf = new Map(calibration.flatMap((group) => group.strata.map((one) => [one, group])));
  const partOf = (stratum: string) => sample.partOfStratum.get(stratum) as number;
  const runsOf = (strata: readonly string[]) => strata.flatMap((one) => [rowsOfStratum.get(one) ?? noRun]);
  const cellsOf = (runs: readonly Run[]) => {
    const places = new Set<number>();
    for (const [from, to] of runs)
      for (let row = from; row < to; row++) places.add(placeInGroup[cell[row]!]!);
    return Int32Array.from(places).sort();
  };
  const reachGroup = (group: CalibrationGroup, domain: ReadonlySet<string>, parts: ReadonlySet<number>) => {
    const outside = group.strata.filter((stratum) => !domain.has(stratum));
    const inside = runsOf(group.strata.filter((stratum) => domain.has(stratum)));
    const beside = runsOf(outside.filter((stratum) => parts.has(partOf(stratum))));
    const apart = outside.filter((stratum) => !parts.has(partOf(stratum)));
    return {
      group,
      inside,
      cellsInside: cellsOf(inside),
      cellsVisited: cellsOf([...inside, ...beside]),
      beside,
      apart: apart.map((stratum) => covarianceOf(group, partOf(stratum))),
    };
  };
  return (strata) => {
    const domain = new Set(strata);
    const parts = new Set(strata.map(partOf));
    const groups = new Set(strata.flatMap((stratum) => groupOf.get(stratum) ?? []));
    return {
      parts: [...parts],
      runs: runsOf(strata),
      groups: [...groups].map((group) => reachGroup(group, domain, parts)),
    };
  };
}

const noRun: Run = [0, 0];

/** Where each margin cell stands in its group; a cell is in one group at most. */
function placesInGroups({ cell, calibration }: SurveyCells): Int32Array {
  const places = new Int32Array(cell.reduce((most, own) => Math.max(most, own), -1) + 1);
  for (const { cells } of calibration) {
    cells.forEach((own, index) => {
      places[own] = index;
    });
  }
  return places;
}

/** The covariance matrix of Σ w x in a part of the sample, made when it is first asked for. */
function marginCovariance(cells: SurveyCells, placeInGroup: Int32Array) {
  const matrices = new Map<number, StratumCovariance>();
  const blocks = blocksOfClusters(cells, placeInGroup);
  return (group: CalibrationGroup, part: number): StratumCovariance => {
    const known = matrices.get(part);
    if (known) return known;
    const matrix = stratumCovariance(cells.sample.parts[part]!, blocks, group.auxiliary);
    matrices.set(part, matrix);
    return matrix;
  };
}

/** The rows as blocks: Σw and Σw² of the respondents of each. Rows stand in the order of the clusters. */
function blocksOfClusters(
  { sample, cluster, cell, weight, responses }: SurveyCells,
  placeInGroup: Int32Array,
) {
  const start = new Int32Array(sample.clusters + 1);
  for (const own of cluster) start[sample.place[own]! + 1]! += 1;
  for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!;
  return {
    start,
    cell: cell.map((own) => placeInGroup[own]!),
    weight: weight.map((own, row) => own * responses[row]!),
    squaredWeight: weight.map((own, row) => own * own * responses[row]!),
  };
}
