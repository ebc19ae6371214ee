import { type ContrastOptions, combine } from "./contrast.ts";
import type { JointEstimates } from "./estimateJointly.ts";
import type { Estimate } from "./toEstimate.ts";

/**
 * A smooth function of estimates of one sample by the delta method: a ratio of means, a composite index.
 *
 *     V(f(θ)) = ∇f′ V ∇f
 *
 * The gradient is taken by five-point differences (about 12 digits for ordinary functions). Not for functions with steps, caps
 * or bands: near a threshold repeat the whole computation in each replicate.
 *
 * @param f reads the estimates by name
 * @example deltaMethod(joint, (m) => 62.5 + 12 * m.satisfied + (10 * (m.q2 - 1)) / 4)
 * @returns an estimate of null with status `not_defined` when one of the estimates is absent or f has no finite value
 */
export function deltaMethod<Name extends string>(
  joint: JointEstimates,
  f: (values: Readonly<Record<Name, number>>) => number,
  options: ContrastOptions = {},
): Estimate {
  const absent = joint.estimates.some(({ estimate }) => estimate === null);
  const values = joint.estimates.map(({ estimate }) => estimate ?? 0);
  const at = (point: readonly number[]) =>
    f(Object.fromEntries(joint.names.map((name, k) => [name, point[k]!])) as Record<Name, number>);
  const value = absent ? Number.NaN : at(values);
  const gradient = values.map((_, k) => (absent ? 1 : partialDerivative(at, values, k)));
  return combine(
    joint,
    Number.isFinite(value) && gradient.every(Number.isFinite) ? value : null,
    gradient,
    options,
  );
}

/** (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h, exact for polynomials up to the fourth degree. */
function partialDerivative(
  f: (point: readonly number[]) => number,
  point: readonly number[],
  k: number,
): number {
  const step = 2 ** Math.round(Math.log2(1e-3 * (Math.abs(point[k]!) || 1e-3))); // a power of two moves no other digit
  const at = (steps: number) => f(point.map((value, index) => (index === k ? value + steps * step : value)));
  return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * step);
}
