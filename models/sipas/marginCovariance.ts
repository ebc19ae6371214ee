import { type StratumCovariance, stratumCovariance } from "../statistics/stratumCovariance.ts";
import type { CalibrationGroup } from "./calibrationGroups.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** The covariance matrix of Σ w x in a part of the sample, made when it is first asked for. */
export function marginCovariance(
  cells: SurveyCells,
): (group: CalibrationGroup, part: number) => StratumCovariance {
  const matrices = new Map<number, StratumCovariance>();
  const numberInGroup = new Int32Array(cells.cell.reduce((most, cell) => Math.max(most, cell), -1) + 1);
  for (const group of cells.calibration) {
    group.cells.forEach((cell, index) => {
      numberInGroup[cell] = index;
    });
  }
  const blocks = blocksOfClusters(cells, numberInGroup);
  return (group, part) => {
    const known = matrices.get(part);
    if (known) return known;
    const matrix = stratumCovariance(cells.sample.parts[part]!, blocks, group.auxiliary);
    matrices.set(part, matrix);
    return matrix;
  };
}

/** The rows as blocks: Σw and Σw² of the respondents of each. Rows stand in the order of the clusters. */
function blocksOfClusters({ sample, cluster, cell, weight, responses }: SurveyCells, number: Int32Array) {
  const start = new Int32Array(sample.clusters + 1);
  for (const own of cluster) start[sample.place[own]! + 1]! += 1;
  for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!;
  return {
    start,
    cell: cell.map((own) => number[own]!),
    weight: weight.map((own, row) => own * responses[row]!),
    squaredWeight: weight.map((own, row) => own * own * responses[row]!),
  };
}
