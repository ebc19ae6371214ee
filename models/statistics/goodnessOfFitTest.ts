import { Matrix } from "ml-matrix";
import { EstimateError } from "../errors.ts";
import type { Design } from "./design.ts";
import { estimateJointly } from "./estimateJointly.ts";
import { chiSquareUpperTail } from "./tailProbabilities.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";
import { total } from "./total.ts";

/** A test that a classification has given shares: statistic / scale is referred to chi-square on df. */
export interface GoodnessOfFitTest {
  /** Pearson's X² on the estimated population totals. */
  readonly statistic: number;
  readonly scale: number;
  readonly df: number;
  readonly p: number | null;
}

/**
 * Pearson's goodness of fit under a complex design, Σ (Ŷ_i − p_i N̂)² / (p_i N̂), with Satterthwaite's scaled chi-square: with
 * λ the eigenvalues of the covariance of (Ŷ_i − p_i N̂)/√(p_i N̂), scale = Σλ²/Σλ and df = (Σλ)²/Σλ².
 *
 * @param shares expected of each level in sorted order; scaled to sum to 1
 * @example goodnessOfFitTest(design, schoolType, [0.71, 0.12, 0.17]).p
 * @throws EstimateError when the shares are not one positive number a level
 */
export function goodnessOfFitTest(
  design: Design,
  classification: LabelColumn,
  shares: readonly number[],
): GoodnessOfFitTest {
  const { codes, labels } = toCategories(classification);
  if (shares.length !== labels.length || shares.some((share) => !(share > 0))) {
    throw new EstimateError(
      `Expected shares must be positive, one for each of ${labels.join(", ")}; ${shares.length} are given.`,
    );
  }
  const sum = shares.reduce((all, share) => all + share, 0);
  const expected = shares.map((share) => share / sum);
  const levels = labels.map((label, level) => {
    const isLevel = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : Number(code === level)));
    return [label, total(isLevel)] as const;
  });
  const { estimates, covariance } = estimateJointly(design, Object.fromEntries(levels));
  const totals = estimates.map(({ estimate }) => estimate ?? 0);
  const N = totals.reduce((all, value) => all + value, 0);
  const deviations = totals.map((value, i) => (value - expected[i]! * N) / Math.sqrt(expected[i]! * N));
  // d[(Y_i − p_i N)/√(p_i N)]/dY_j: N moves with every total
  const jacobian = new Matrix(
    totals.map((value, i) => {
      const scale = Math.sqrt(expected[i]! * N);
      return totals.map(
        (_, j) =>
          Number(i === j) / scale - expected[i]! / scale - (value - expected[i]! * N) / (2 * N * scale),
      );
    }),
  );
  const spread = jacobian.mmul(new Matrix(covariance as number[][])).mmul(jacobian.transpose());
  const trace = spread.trace();
  if (!(trace > 0))
    throw new EstimateError("The totals have no sampling error, so there is nothing to test against.");
  const traceOfSquare = spread.mmul(spread).trace();
  const statistic = deviations.reduce((all, value) => all + value ** 2, 0);
  const scale = traceOfSquare / trace;
  const df = trace ** 2 / traceOfSquare;
  return { statistic, scale, df, p: chiSquareUpperTail(statistic / scale, df) };
}
