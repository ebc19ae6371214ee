import { inverse, Matrix } from "ml-matrix";
import { EstimateError } from "../errors.ts";
import { choleskyFactor } from "./semidefiniteSolve.ts";

/** A small-area estimate: model-based, and to be marked so beside the direct one. */
export interface SmallAreaEstimate {
  readonly estimate: number;
  /** Mean squared error of the EBLUP, g1 + g2 + 2 g3. */
  readonly mse: number;
  /** The weight of the direct estimate; the rest is the regression's. */
  readonly gamma: number;
}

export interface FayHerriotFit {
  readonly areas: readonly SmallAreaEstimate[];
  /** Variance of the area effects, by REML; 0 means that every estimate is the regression's alone. */
  readonly areaVariance: number;
  readonly coefficients: readonly number[];
  readonly basis: "model-based";
}

/**
 * The Fay-Herriot area-level model: y_i = x_i'β + v_i + e_i with Var(v) = A and Var(e_i) = D_i known, fitted by REML.
 *
 *     γ_i = A / (A + D_i)        EBLUP_i = γ_i y_i + (1 − γ_i) x_i'β
 *     MSE_i = g1 + g2 + 2 g3     (Prasad-Rao; g3 with the asymptotic variance 2 / Σ (A + D)⁻²)
 *
 * The D_i are taken as known: smooth them first, do not plug in variances on 2 degrees of freedom. At A = 0 all areas
 * are synthetic, which the caller must say.
 *
 * Fay and Herriot (1979), J. Am. Statist. Assoc. 74, 269–277; Datta and Lahiri (2000), Statist. Sinica 10, 613–627.
 *
 * @param x one row of auxiliary values per area, the constant included
 * @example fayHerriot([25.3, 25.0, 24.1], [[1, 5], [1, 4], [1, 3]], [2, 3, 2]).areas[0].estimate
 * @throws EstimateError when a sampling variance is not positive or there are no more areas than coefficients
 */
export function fayHerriot(
  y: readonly number[],
  x: readonly (readonly number[])[],
  samplingVariances: readonly number[],
): FayHerriotFit {
  const parameters = x[0]?.length ?? 0;
  if (!(y.length > parameters)) {
    throw new EstimateError(`${y.length} areas cannot fit ${parameters} coefficients and an area variance.`);
  }
  const bad = samplingVariances.findIndex((variance) => !(variance > 0 && Number.isFinite(variance)));
  if (bad >= 0) {
    throw new EstimateError(
      `Area ${bad + 1} has sampling variance ${samplingVariances[bad]}; it must be positive.`,
      {
        hint: "Give each area a generalised variance before the model.",
      },
    );
  }
  const X = new Matrix(x as number[][]);
  if (choleskyFactor(X.transpose().mmul(X).to2DArray()).some((row, j) => row[j] === 0)) {
    throw new EstimateError("An auxiliary variable of the area model depends on the others.", {
      hint: "Leave it out.",
    });
  }
  const areaVariance = remlVariance((A) => restrictedScore(weightedFit(y, x, samplingVariances, A)), y);
  const { weights, Q, beta, fitted } = weightedFit(y, x, samplingVariances, areaVariance);
  const varianceOfA = 2 / weights.reduce((sum, w) => sum + w ** 2, 0);
  const areas = y.map((direct, i) => {
    const D = samplingVariances[i]!;
    const gamma = areaVariance * weights[i]!;
    const row = Matrix.rowVector(x[i] as number[]);
    const g2 = (1 - gamma) ** 2 * row.mmul(Q).mmul(row.transpose()).get(0, 0);
    const g3 = D ** 2 * weights[i]! ** 3 * varianceOfA;
    return { estimate: fitted[i]! + gamma * (direct - fitted[i]!), mse: gamma * D + g2 + 2 * g3, gamma };
  });
  return { areas, areaVariance, coefficients: beta, basis: "model-based" };
}

interface WeightedFit {
  readonly X: Matrix;
  readonly weights: readonly number[];
  /** (X'WX)⁻¹ */
  readonly Q: Matrix;
  readonly beta: readonly number[];
  readonly fitted: readonly number[];
  readonly residuals: readonly number[];
}

function weightedFit(
  y: readonly number[],
  x: readonly (readonly number[])[],
  D: readonly number[],
  A: number,
): WeightedFit {
  const X = new Matrix(x as number[][]);
  const weights = D.map((variance) => 1 / (A + variance));
  const WX = X.clone().mulColumnVector(weights);
  const Q = inverse(X.transpose().mmul(WX));
  const beta = Q.mmul(WX.transpose().mmul(Matrix.columnVector(y as number[])));
  const fitted = X.mmul(beta).to1DArray();
  return {
    X,
    weights,
    Q,
    beta: beta.to1DArray(),
    fitted,
    residuals: y.map((value, i) => value - fitted[i]!),
  };
}

/** dℓ_R/dA = −½ tr(P) + ½ y'PPy, with P = W − WX Q X'W and Py = W (y − Xβ). */
function restrictedScore({ X, weights, Q, residuals }: WeightedFit): number {
  const W2X = X.clone().mulColumnVector(weights.map((w) => w ** 2));
  const trace = weights.reduce((sum, w) => sum + w, 0) - Q.mmul(X.transpose().mmul(W2X)).trace();
  const quadratic = residuals.reduce((sum, r, i) => sum + (weights[i]! * r) ** 2, 0);
  return (quadratic - trace) / 2;
}

/** The root of the score by bisection; 0 when the likelihood already falls there. */
function remlVariance(score: (A: number) => number, y: readonly number[]): number {
  if (score(0) <= 0) return 0;
  let low = 0;
  let high = Math.max(1, ...y.map((value) => value ** 2));
  while (score(high) > 0) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (score(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
