import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { EstimateError } from "../errors.ts";
import { randomChiSquare, randomNormal } from "./randomVariates.ts";
import { seededStream } from "./seededStream.ts";

/** Simulated errors of the estimates, unit by unit: the entry of unit j in draw d stands at `j * draws + d`. */
export interface RankDraws {
  readonly draws: number;
  readonly units: number;
  /** How far each estimate fell from its truth in each draw. */
  readonly deviations: Float64Array;
  /** Redrawn standard error over the given one; absent when standard errors count as known. */
  readonly scales?: Float64Array;
}

/** Estimates of units that are to be compared, with all that is known of their errors. */
export interface ComparedUnits {
  /** One code a unit; each has a stream of draws of its own, so the order of units does not matter. */
  readonly units: readonly string[];
  readonly estimates: readonly number[];
  /** Covariance matrix of the estimates; see {@link independentCovariance} when they are independent. */
  readonly covariance: readonly (readonly number[])[];
  /** Degrees of freedom of each unit's own variance estimate; Infinity is a known variance. */
  readonly df: readonly number[];
}

/** The fewest degrees of freedom at which a variance may count as known. */
export const FEWEST_DF_FOR_NORMAL = 30;

/**
 * The covariance matrix of independent estimates: their squared standard errors on the diagonal.
 *
 * @example independentCovariance([1, 2]) // [[1, 0], [0, 4]]
 */
export function independentCovariance(standardErrors: readonly number[]): number[][] {
  return standardErrors.map((se, j) => standardErrors.map((_, k) => (j === k ? se ** 2 : 0)));
}

/**
 * Draws of estimation errors from N(0, V), with the standard errors taken as known.
 *
 * @throws EstimateError when a unit that has an error has fewer than 30 degrees of freedom: simulated for three
 * districts a province (2 df), normal rank sets hold a false order in most rounds. Use {@link studentisedDraws}.
 */
export function normalDraws(compared: ComparedUnits, draws: number, seed: number): RankDraws {
  compared.units.forEach((unit, j) => {
    if (compared.covariance[j]![j]! > 0 && !(compared.df[j]! >= FEWEST_DF_FOR_NORMAL)) {
      throw new EstimateError(
        `Unit ${unit} has ${compared.df[j]} degrees of freedom; normal critical values need at least ${FEWEST_DF_FOR_NORMAL}.`,
        { hint: "Use studentised draws, or a generalised variance with its own degrees of freedom." },
      );
    }
  });
  return drawDeviations(compared, draws, seed);
}

/**
 * Draws of estimation errors in which every draw also estimates its standard errors anew: a parametric studentised
 * bootstrap. In draw d the errors are X ~ N(0, V) and unit j's standard error is se_j √(χ²_df / df) with its own df, so
 * a pair's statistic (X_j − X_k) / se*_jk has the heavy tails that few clusters give it.
 *
 * It takes each unit's error as normal and independent of its estimated variance.
 *
 * @example studentisedDraws({ units: ["P01", "P02"], estimates: [3, 1], covariance, df: [2, 2] }, 5000, 2026)
 * @throws EstimateError when a unit has an error but no degree of freedom, or V is not a covariance matrix
 */
export function studentisedDraws(compared: ComparedUnits, draws: number, seed: number): RankDraws {
  const p = compared.units.length;
  const scales = new Float64Array(draws * p).fill(1);
  compared.units.forEach((unit, j) => {
    const df = compared.df[j]!;
    if (compared.covariance[j]![j] === 0 || df === Number.POSITIVE_INFINITY) return;
    if (!(df > 0)) {
      throw new EstimateError(`Unit ${unit} has a standard error but no degree of freedom (df = ${df}).`, {
        hint: "Give the unit a generalised variance, or leave it out of the ranking and say so.",
      });
    }
    const stream = seededStream(seed, "rank scale", unit);
    for (let d = 0; d < draws; d++) scales[j * draws + d] = Math.sqrt(randomChiSquare(stream, df) / df);
  });
  return { ...drawDeviations(compared, draws, seed), scales };
}

function drawDeviations({ units, covariance }: ComparedUnits, draws: number, seed: number): RankDraws {
  const p = units.length;
  if (new Set(units).size < p) throw new EstimateError("Unit codes must differ: each has its own draws.");
  const normals = new Float64Array(draws * p);
  units.forEach((unit, j) => {
    const stream = seededStream(seed, "rank error", unit);
    for (let d = 0; d < draws; d++) normals[j * draws + d] = randomNormal(stream);
  });
  return { draws, units: p, deviations: correlate(normals, covariance, draws) };
}

function correlate(
  normals: Float64Array,
  covariance: readonly (readonly number[])[],
  draws: number,
): Float64Array {
  const isDiagonal = covariance.every((row, j) => row.every((v, k) => j === k || v === 0));
  const root = isDiagonal ? covariance.map((row) => row.map(Math.sqrt)) : symmetricRoot(covariance);
  const deviations = new Float64Array(normals.length);
  root.forEach((row, j) => {
    row.forEach((coefficient, k) => {
      if (coefficient === 0) return;
      for (let d = 0; d < draws; d++) deviations[j * draws + d]! += coefficient * normals[k * draws + d]!;
    });
  });
  return deviations;
}

/** The symmetric square root, unlike Cholesky's factor, does not depend on the order of the units. */
function symmetricRoot(covariance: readonly (readonly number[])[]): number[][] {
  const V = new Matrix(covariance as number[][]);
  const { eigenvectorMatrix: Q, realEigenvalues } = new EigenvalueDecomposition(V, { assumeSymmetric: true });
  const smallest = Math.min(...realEigenvalues);
  if (!V.isSymmetric() || smallest < -1e-10 * Math.max(...realEigenvalues)) {
    throw new EstimateError(
      `The covariance matrix is not symmetric, or has the negative eigenvalue ${smallest}.`,
    );
  }
  const roots = realEigenvalues.map((value) => Math.sqrt(Math.max(0, value)));
  return Q.clone().mulRowVector(roots).mmul(Q.transpose()).to2DArray();
}
