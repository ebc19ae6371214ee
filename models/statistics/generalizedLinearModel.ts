import { Matrix, QrDecomposition } from "ml-matrix";
import { EstimateError } from "../errors.ts";
import { expit } from "./interceptLogit.ts";

/** Least squares (`gaussian`), logistic regression (`binomial`, also for shares between 0 and 1) or log-linear (`poisson`). */
export type Family = "gaussian" | "binomial" | "poisson";

interface FamilyRules {
  /** The mean at a value of the linear predictor (the inverse of the canonical link). */
  readonly mean: (linear: number) => number;
  readonly variance: (mean: number) => number;
  /** Where the linear predictor starts for an outcome. */
  readonly start: (y: number) => number;
  readonly allows: (y: number) => boolean;
}

const FAMILIES: Readonly<Record<Family, FamilyRules>> = {
  gaussian: { mean: (x) => x, variance: () => 1, start: (y) => y, allows: () => true },
  binomial: {
    mean: expit,
    variance: (mu) => Math.max(mu * (1 - mu), Number.EPSILON),
    start: (y) => Math.log((y + 0.5) / (1.5 - y)),
    allows: (y) => y >= 0 && y <= 1,
  },
  poisson: {
    mean: Math.exp,
    variance: (mu) => Math.max(mu, Number.EPSILON),
    start: (y) => Math.log(y + 0.1),
    allows: (y) => y >= 0,
  },
};

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
 * @throws EstimateError when columns depend on each other, when the family cannot take an outcome, or when it does
 *   not settle because some combination of the columns predicts the outcome perfectly
 */
export function generalizedLinearModel(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  family: Family,
): FittedModel {
  const rules = FAMILIES[family];
  const rows = usedRows(y, weights, family);
  let linear = Float64Array.from(rows, (row) => rules.start(y[row]!));
  for (let step = 0; step < MOST_STEPS; step++) {
    const { pseudo, precision } = workingResponse(linear, rows, y, weights, rules);
    const { coefficients, inverse } = weightedLeastSquares(columns, rows, pseudo, precision);
    const next = predict(columns, rows, coefficients);
    if (family === "gaussian" || (step > 0 && isSettled(linear, next))) {
      const fitted = predict(columns, Int32Array.from(y.keys()), coefficients).map(rules.mean);
      return { coefficients, fitted, inverseInformation: inverse };
    }
    linear = next;
  }
  throw new EstimateError(`The ${family} model did not settle in ${MOST_STEPS} steps.`, {
    hint: "Some combination of the terms predicts the outcome perfectly: merge categories or leave a term out.",
  });
}

function usedRows(y: Float64Array, weights: Float64Array, family: Family): Int32Array {
  const rows = Int32Array.from(weights.keys()).filter((row) => weights[row]! > 0);
  const outside = rows.find((row) => !FAMILIES[family].allows(y[row]!));
  if (outside !== undefined) {
    throw new EstimateError(
      `A ${family} model cannot take the outcome ${y[outside]} of row ${outside + 1}.`,
      {
        hint: "Outcomes of a logistic model lie from 0 to 1, of a log-linear one at 0 or above.",
      },
    );
  }
  return rows;
}

function workingResponse(
  linear: Float64Array,
  rows: Int32Array,
  y: Float64Array,
  weights: Float64Array,
  rules: FamilyRules,
) {
  const pseudo = new Float64Array(rows.length);
  const precision = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    const mu = rules.mean(linear[i]!);
    const variance = rules.variance(mu);
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
    const length = X.getColumnVector(j).norm();
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
  rows: Int32Array,
  coefficients: readonly number[],
): Float64Array<ArrayBuffer> {
  return Float64Array.from(rows, (row) =>
    coefficients.reduce((sum, coefficient, j) => sum + coefficient * columns[j]![row]!, 0),
  );
}

/** Judged on the predictor, which stays well determined where coefficients offset each other. */
function isSettled(before: Float64Array, after: Float64Array): boolean {
  return after.every((value, i) => Math.abs(value - before[i]!) <= 1e-10 * (1 + Math.abs(value)));
}
