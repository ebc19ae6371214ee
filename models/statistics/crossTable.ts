import { EstimateError } from "../errors.ts";
import { degreesOfFreedom } from "./degreesOfFreedom.ts";
import type { Design } from "./design.ts";
import { estimateJointly } from "./estimateJointly.ts";
import type { Statistic } from "./statistic.ts";
import { weightsInDomain } from "./subpopulation.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";

/** Two classifications crossed, with the covariance of the cells. */
export interface CrossTable {
  /** Shares or totals of the cells, row by row, with their covariance. */
  readonly cells: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly rows: number;
  readonly columns: number;
  /** Rows of the domain, whether they answered or not: what Pearson's X² is scaled to. */
  readonly n: number;
  readonly df: number;
}

/**
 * The cells of two crossed classifications as shares or totals. Levels without a row in the domain are left out.
 *
 * @param make `mean` for shares, `total` for totals
 * @throws EstimateError when either classification has fewer than two levels in use
 */
export function crossTable(
  design: Design,
  rowLabels: LabelColumn,
  columnLabels: LabelColumn,
  make: (isCell: Float64Array) => Statistic,
): CrossTable {
  const a = toCategories(rowLabels);
  const b = toCategories(columnLabels);
  const weights = weightsInDomain(design, design.weights);
  const isUsed = (row: number): boolean => weights[row]! > 0 && a.codes[row]! >= 0 && b.codes[row]! >= 0;
  const used = weights.map((_, row) => Number(isUsed(row)));
  const rowLevels = levelsInUse(a.codes, used);
  const columnLevels = levelsInUse(b.codes, used);
  if (rowLevels.length < 2 || columnLevels.length < 2) {
    throw new EstimateError(
      `A test of independence needs two levels each way; ${rowLevels.length} and ${columnLevels.length} are in use.`,
    );
  }
  const cells: Record<string, Statistic> = {};
  for (const row of rowLevels) {
    for (const column of columnLevels) {
      cells[`${row}|${column}`] = make(
        used.map((use, at) =>
          use === 1 ? Number(a.codes[at] === row && b.codes[at] === column) : Number.NaN,
        ),
      );
    }
  }
  const { estimates, covariance } = estimateJointly(design, cells);
  return {
    cells: estimates.map(({ estimate }) => estimate ?? 0),
    covariance,
    rows: rowLevels.length,
    columns: columnLevels.length,
    n: weights.filter((weight) => weight > 0).length,
    df: degreesOfFreedom(design),
  };
}

function levelsInUse(codes: Int32Array, used: Float64Array): number[] {
  return [...new Set(codes.filter((_, row) => used[row] === 1))].sort((a, b) => a - b);
}

/** Sums of the cells over rows and over columns. */
export function marginsOf({ cells, rows, columns }: CrossTable) {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  cells.forEach((value, cell) => {
    rowSums[Math.floor(cell / columns)]! += value;
    columnSums[cell % columns]! += value;
  });
  return { rowSums, columnSums };
}
