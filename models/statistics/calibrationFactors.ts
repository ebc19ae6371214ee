import { EstimateError } from "../errors.ts";
import { auxiliaryGram, auxiliaryTotals, linearPredictor } from "./auxiliaryCells.ts";
import { misfitError, worstMisfit } from "./marginMisfit.ts";
import type { AuxiliaryTargets } from "./populationTargets.ts";
import { choleskyFactor, semidefiniteSolve } from "./semidefiniteSolve.ts";

/**
 * How far weights may move from the design weights: F(v) is
 * - `linear`: 1 + v (the regression estimator), cut at the bounds when there are any;
 * - `raking`: exp v, cut at the bounds when there are any;
 * - `logit`: [L(U−1) + U(1−L) e^{Av}] / [(U−1) + (1−L) e^{Av}], A = (U−L)/((1−L)(U−1)), always within its bounds.
 */
export type CalibrationDistance = "linear" | "raking" | "logit";

interface FactorFunction {
  readonly factor: (v: number) => number;
  readonly slope: (v: number) => number;
}

/** Largest relative error of a target in the end. */
const TOLERANCE = 1e-11;
const NEWTON_STEPS = 100;
const HALVINGS = 30;

/** When Newton's method stops. */
export interface NewtonLimits {
  /** Largest relative error of a target in the end; 1e-11 when absent. */
  readonly tolerance?: number | undefined;
  /** Steps at most; 100 when absent. */
  readonly steps?: number | undefined;
}

/** Where Newton's method stopped, be the targets met or not. */
export interface NewtonFit {
  readonly factors: Float64Array;
  readonly steps: number;
  /** Relative error of the worst target, its column, and what was reached. */
  readonly error: number;
  readonly column: number;
  readonly reached: number;
}

/**
 * Factors of cells that calibrate them to their targets: F(x′λ) with Σ d F(x′λ) x = T, by Newton's method with halved steps.
 *
 * Linearly dependent columns do no harm as long as their targets agree.
 *
 * @throws EstimateError when the bounds do not hold 1 or the targets are not met (names the worst)
 */
export function calibrationFactors(
  weights: Float64Array,
  { auxiliary, targets, names }: Omit<AuxiliaryTargets, "margins">,
  distance: CalibrationDistance,
  bounds?: readonly [number, number],
): Float64Array {
  const { factors, error, column, reached } = fitByNewton(weights, { auxiliary, targets }, distance, bounds);
  if (!(error <= TOLERANCE)) throw misfitError("Calibration", names[column]!, reached, targets[column]!);
  return factors;
}

/**
 * The steps of {@link calibrationFactors}, whatever they come to: for callers with words of their own for a target that cannot be
 * met.
 */
export function fitByNewton(
  weights: Float64Array,
  { auxiliary, targets }: Pick<AuxiliaryTargets, "auxiliary" | "targets">,
  distance: CalibrationDistance,
  bounds?: readonly [number, number],
  { tolerance = TOLERANCE, steps = NEWTON_STEPS }: NewtonLimits = {},
): NewtonFit {
  const f = factorFunction(distance, bounds);
  const absolute = { ...auxiliary, value: auxiliary.value.map(Math.abs) };
  const scales = auxiliaryTotals(absolute, weights);
  const at = (multipliers: Float64Array) => {
    const predictor = linearPredictor(auxiliary, multipliers);
    const reached = auxiliaryTotals(
      auxiliary,
      predictor.map((v, cell) => weights[cell]! * f.factor(v)),
    );
    return { multipliers, predictor, reached, misfit: worstMisfit(reached, targets, scales) };
  };
  let now = at(new Float64Array(targets.length));
  let step = 0;
  for (; step < steps && now.misfit.error > tolerance; step++) {
    const slopes = now.predictor.map((v, cell) => weights[cell]! * f.slope(v));
    const gram = choleskyFactor(auxiliaryGram(auxiliary, slopes));
    const direction = semidefiniteSolve(
      gram,
      targets.map((target, k) => target - now.reached[k]!),
    );
    let next = at(now.multipliers.map((value, k) => value + direction[k]!));
    for (let halving = 1; halving <= HALVINGS && !(next.misfit.error < now.misfit.error); halving++) {
      next = at(now.multipliers.map((value, k) => value + direction[k]! / 2 ** halving));
    }
    if (!(next.misfit.error < now.misfit.error)) break;
    now = next;
  }
  const { error, column } = now.misfit;
  return {
    factors: now.predictor.map(f.factor),
    steps: step,
    error,
    column,
    reached: now.reached[column]!,
  };
}

function factorFunction(
  distance: CalibrationDistance,
  bounds: readonly [number, number] | undefined,
): FactorFunction {
  const [low, high] = bounds ?? [-Infinity, Infinity];
  if (!(low < 1 && high > 1)) {
    throw new EstimateError(`The bounds of the factors are ${low} and ${high}; 1 must lie between them.`);
  }
  if (distance === "logit") return logitFunction(low, high);
  const raw: FactorFunction =
    distance === "linear" ? { factor: (v) => 1 + v, slope: () => 1 } : { factor: Math.exp, slope: Math.exp };
  if (bounds === undefined) return raw;
  const inside = (v: number) => raw.factor(v) > low && raw.factor(v) < high;
  return {
    factor: (v) => Math.min(Math.max(raw.factor(v), low), high),
    slope: (v) => (inside(v) ? raw.slope(v) : 0),
  };
}

function logitFunction(low: number, high: number): FactorFunction {
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new EstimateError("The logit distance needs two bounds, for example 0.5 and 2.");
  }
  const a = (high - low) / ((1 - low) * (high - 1));
  const factor = (v: number) => {
    const odds = Math.exp(-Math.abs(a * v)); // no overflow on either side
    const [left, right] = v > 0 ? [odds, 1] : [1, odds];
    return (low * (high - 1) * left + high * (1 - low) * right) / ((high - 1) * left + (1 - low) * right);
  };
  return {
    factor,
    slope: (v) => (a * (factor(v) - low) * (high - factor(v))) / (high - low),
  };
}
