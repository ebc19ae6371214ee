import { Matrix, solve } from "ml-matrix";
import { EstimateError } from "../errors.ts";
import { type CrossTable, crossTable, marginsOf } from "./crossTable.ts";
import type { Design } from "./design.ts";
import { mean } from "./mean.ts";
import { choleskyFactor } from "./semidefiniteSolve.ts";
import { chiSquareUpperTail, fUpperTail } from "./tailProbabilities.ts";
import type { LabelColumn } from "./toCategories.ts";
import { total } from "./total.ts";
import { waldTest } from "./waldTest.ts";

/**
 * - `F`: Rao and Scott's second-order correction, referred to F: the default, and the best with few clusters.
 * - `Chisq`: their first-order correction, referred to chi-square; the statistic given is Pearson's own.
 * - `Wald`: Koch's Wald test of the differences between cell totals and those expected of independence.
 * - `adjWald`: the same, reduced for few PSUs.
 */
export type IndependenceStatistic = "F" | "Chisq" | "Wald" | "adjWald";

/** A test that two classifications are independent. */
export interface IndependenceTest {
  readonly statistic: number;
  readonly numeratorDf: number;
  /** Null for a chi-square reference. */
  readonly denominatorDf: number | null;
  readonly p: number | null;
  /** Rows of the domain, answered or not: what X² is scaled to. */
  readonly n: number;
}

/**
 * Test of independence of two classifications under a complex design. Pearson's X² is too large when clusters agree within
 * themselves; Rao and Scott divide it by what the design does to it, the eigenvalues δ of the generalised design effects:
 *
 *     F = X² / Σδ   on   (Σδ)²/Σδ²   and   (Σδ)²/Σδ² · df
 *
 * Levels without a row in the domain are left out.
 *
 * Rao and Scott (1984), Ann. Statist. 12, 46–60; Thomas and Rao (1987), J. Am. Statist. Assoc. 82, 630–636, compare them.
 *
 * @example raoScottTest(design, satisfied, ageGroup).p
 * @throws EstimateError when either classification has fewer than two levels in use, or
 *   a Wald test has fewer PSUs than differences
 */
export function raoScottTest(
  design: Design,
  rows: LabelColumn,
  columns: LabelColumn,
  statistic: IndependenceStatistic = "F",
): IndependenceTest {
  return statistic === "F" || statistic === "Chisq"
    ? raoScott(crossTable(design, rows, columns, mean), statistic)
    : koch(crossTable(design, rows, columns, total), statistic);
}

function raoScott(table: CrossTable, statistic: "F" | "Chisq"): IndependenceTest {
  const { cells, covariance, n, df } = table;
  const C = interactionContrasts(table.rows, table.columns);
  const inverseShares = cells.map((share) => (share === 0 ? 0 : 1 / share));
  const scaled = C.clone().mulColumnVector(inverseShares);
  const underSrs = C.transpose().mmul(scaled).div(n);
  const underDesign = scaled
    .transpose()
    .mmul(new Matrix(covariance as number[][]))
    .mmul(scaled);
  if (choleskyFactor(underSrs.to2DArray()).some((row, k) => row[k] === 0)) {
    throw new EstimateError(
      `The table of ${table.rows} × ${table.columns} has too many empty cells for a test.`,
      {
        hint: "Merge levels.",
      },
    );
  }
  const effects = solve(underSrs, underDesign);
  const sum = effects.trace();
  if (!(sum > 0))
    throw new EstimateError(
      "The cells of the table have no sampling error, so there is nothing to test against.",
    );
  const pearson = n * pearsonDistance(table);
  if (statistic === "Chisq") {
    const numeratorDf = effects.rows;
    const p = chiSquareUpperTail(pearson / (sum / numeratorDf), numeratorDf);
    return { statistic: pearson, numeratorDf, denominatorDf: null, p, n };
  }
  const numeratorDf = sum ** 2 / effects.mmul(effects).trace();
  const denominatorDf = numeratorDf * df;
  return {
    statistic: pearson / sum,
    numeratorDf,
    denominatorDf,
    p: fUpperTail(pearson / sum, numeratorDf, denominatorDf),
    n,
  };
}

/** Σ (p_ij − p_i. p_.j)² / (p_i. p_.j) */
function pearsonDistance(table: CrossTable): number {
  const { rowSums, columnSums } = marginsOf(table);
  return table.cells.reduce((sum, share, cell) => {
    const expected = rowSums[Math.floor(cell / table.columns)]! * columnSums[cell % table.columns]!;
    return sum + (share - expected) ** 2 / expected;
  }, 0);
}

/** Wald's F on O − R C / N over all cells but the last row and column, by the delta method on the totals. */
function koch(table: CrossTable, statistic: "Wald" | "adjWald"): IndependenceTest {
  const { cells, covariance, rows, columns, n, df } = table;
  const { rowSums, columnSums } = marginsOf(table);
  const N = cells.reduce((sum, cell) => sum + cell, 0);
  const tested = cells.map((_, cell) => cell).filter((cell) => isInside(cell, rows, columns));
  const rowOf = (cell: number) => Math.floor(cell / columns);
  const differences = tested.map(
    (cell) => cells[cell]! - (rowSums[rowOf(cell)]! * columnSums[cell % columns]!) / N,
  );
  const jacobian = new Matrix(
    tested.map((cell) => {
      const rowShare = rowSums[rowOf(cell)]! / N;
      const columnShare = columnSums[cell % columns]! / N;
      return cells.map((_, other) => {
        const sameRow = Number(rowOf(other) === rowOf(cell));
        const sameColumn = Number(other % columns === cell % columns);
        return (
          Number(other === cell) - sameRow * columnShare - sameColumn * rowShare + rowShare * columnShare
        );
      });
    }),
  );
  const V = jacobian.mmul(new Matrix(covariance as number[][])).mmul(jacobian.transpose());
  const wald = waldTest(differences, V.to2DArray(), df);
  const k = differences.length;
  const denominatorDf = statistic === "Wald" ? df : df - k + 1;
  const f = statistic === "Wald" ? wald.f : (wald.f * denominatorDf) / df;
  return { statistic: f, numeratorDf: k, denominatorDf, p: fUpperTail(f, k, denominatorDf), n };
}

function isInside(cell: number, rows: number, columns: number): boolean {
  return Math.floor(cell / columns) < rows - 1 && cell % columns < columns - 1;
}

/** A basis of the interactions: (row i − last row) × (column j − last column), which sum to zero over rows and columns. */
function interactionContrasts(rows: number, columns: number): Matrix {
  const contrasts = Matrix.zeros(rows * columns, (rows - 1) * (columns - 1));
  for (let i = 0; i < rows - 1; i++) {
    for (let j = 0; j < columns - 1; j++) {
      const contrast = i * (columns - 1) + j;
      contrasts.set(i * columns + j, contrast, 1);
      contrasts.set((rows - 1) * columns + columns - 1, contrast, 1);
      contrasts.set(i * columns + columns - 1, contrast, -1);
      contrasts.set((rows - 1) * columns + j, contrast, -1);
    }
  }
  return contrasts;
}
