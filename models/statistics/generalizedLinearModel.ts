import { Matrix, QrDecomposition } from "ml-matrix";
import { EstimateError } from "../errors.ts";

/** Least squares (`gaussian`) or logistic regression (`binomial`, also for shares between 0 and 1). */
export type Family = "gaussian" | "binomial";

/** A model fitted to rows with weights. */
export interface FittedModel {
  readonly coefficients: readonly number[];
  /** Fitted mean of every row, also of rows with weight zero. */
  readonly fitted: Float64Array;
  /** (X'WX)⁻¹ with W the weights times the variance function. */
  readonly inverseInformation: readonly (readonly number[])[];
}

const MOST_STEPS = 100;

/**
 * Fits a generalised linear model with its canonical link (identity or logit) by iterated weighted least squares.
 *
 * Rows with weight zero take no part, whatever they hold. Each step is solved by QR, not by normal equations, which lose
 * digits on a column such as a calendar year.
 *
 * McCullagh and Nelder (1989), Generalized Linear Models, 2nd ed., §2.5.
 *
 * @param columns of the model matrix, the constant included
 * @example generalizedLinearModel([ones, x], y, weights, "binomial").coefficients // [-1.2, 0.4]
 * @throws EstimateError when columns depend on each other, when outcomes of a logistic model leave 0 to 1, or when it does
 *   not settle because some combination of the columns predicts the outcome perfectly
 */
export function generalizedLinearModel(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  family: Family,
): FittedModel {
  const rows = usedRows(y, weights, family);
  let linear = Float64Array.from(rows, (row) =>
    family === "gaussian" ? y[row]! : Math.log((y[row]! + 0.5) / (1.5 - y[row]!)),
  );
  let coefficients: readonly number[] | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { pseudo, precision } = workingResponse(linear, rows, y, weights, family);
    const solved = weightedLeastSquares(columns, rows, pseudo, precision);
    linear = predict(columns, rows, solved.coefficients);
    if (family === "gaussian" || (coefficients !== null && isSettled(coefficients, solved.coefficients))) {
      const all = predict(
        columns,
        y.map((_, row) => row),
        solved.coefficients,
      );
      const fitted = family === "gaussian" ? all : all.map(logistic);
      return { coefficients: solved.coefficients, fitted, inverseInformation: solved.inverse };
    }
    coefficients = solved.coefficients;
  }
  throw new EstimateError(`The logistic model did not settle in ${MOST_STEPS} steps.`, {
    hint: "Some combination of the terms predicts the outcome perfectly: merge categories or leave a term out.",
  });
}

/** The logistic function, 1 / (1 + e⁻ˣ). */
function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function usedRows(y: Float64Array, weights: Float64Array, family: Family): Int32Array {
  const rows = Int32Array.from(weights.keys()).filter((row) => weights[row]! > 0);
  const outside = rows.find((row) => family === "binomial" && !(y[row]! >= 0 && y[row]! <= 1));
  if (outside !== undefined) {
    throw new EstimateError(
      `The outcome of a logistic model must lie from 0 to 1; row ${outside + 1} has ${y[outside]}.`,
    );
  }
  return rows;
}

function workingResponse(
  linear: Float64Array,
  rows: Int32Array,
  y: Float64Array,
  weights: Float64Array,
  family: Family,
) {
  const pseudo = new Float64Array(rows.length);
  const precision = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    const mu = family === "gaussian" ? linear[i]! : logistic(linear[i]!);
    const variance = family === "gaussian" ? 1 : Math.max(mu * (1 - mu), Number.EPSILON);
    pseudo[i] = linear[i]! + (y[row]! - mu) / variance;
    precision[i] = weights[row]! * variance;
  });
  return { pseudo, precision };
}

function weightedLeastSquares(
  columns: readonly Float64Array[],
  rows: Int32Array,
  response: Float64Array,
  precision: Float64Array,
) {
  const root = precision.map(Math.sqrt);
  const X = Matrix.zeros(rows.length, columns.length);
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      X.set(i, j, root[i]! * column[row]!);
    });
  });
  const qr = new QrDecomposition(X);
  const R = qr.upperTriangularMatrix;
  requireFullRank(X, R);
  const coefficients = qr
    .solve(Matrix.columnVector(response.map((value, i) => root[i]! * value)))
    .to1DArray();
  const inverseR = new QrDecomposition(R).solve(Matrix.eye(columns.length));
  return { coefficients, inverse: inverseR.mmul(inverseR.transpose()).to2DArray() };
}

/** What is left of a column after those before it: less than 1e-10 of its length means that they already say it all. */
function requireFullRank(X: Matrix, R: Matrix): void {
  for (let j = 0; j < X.columns; j++) {
    const length = Math.hypot(...X.getColumn(j));
    if (X.rows >= X.columns && Math.abs(R.get(j, j)) > 1e-10 * length) continue;
    throw new EstimateError(
      `Column ${j + 1} of the model depends on the columns before it, among ${X.rows} rows with weight.`,
      {
        hint: "Leave out a term, or merge categories that always occur together.",
      },
    );
  }
}

function predict(
  columns: readonly Float64Array[],
  rows: ArrayLike<number>,
  coefficients: readonly number[],
): Float64Array<ArrayBuffer> {
  return Float64Array.from(rows, (row) =>
    coefficients.reduce((sum, coefficient, j) => sum + coefficient * columns[j]![row]!, 0),
  );
}

function isSettled(before: readonly number[], after: readonly number[]): boolean {
  return after.every((value, j) => Math.abs(value - before[j]!) <= 1e-12 * (Math.abs(value) + 1e-6));
}
