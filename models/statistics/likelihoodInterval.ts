import type { Interval } from "./confidenceInterval.ts";
import { cubicSpline } from "./cubicSpline.ts";
import type { EstimatedProportion } from "./estimatedProportion.ts";
import { expit } from "./interceptLogit.ts";
import { normalCdf } from "./normalCdf.ts";
import { studentQuantile } from "./studentQuantile.ts";

/** Steps of the profile on each side of the estimate, at most. */
const MOST_STEPS = 9;

/**
 * Interval where the Rao–Scott scaled profile likelihood of the logit reaches ±t.
 *
 *     z(b) = ± √(2 (n − 1) KL(p, expit b)),   reached at t √λ,   λ = n se² p(1 − p)/V²
 *
 * KL is p log(p/q) + (1−p) log((1−p)/(1−q)), V the working variance. The ends are read off as in the usual profile software: z
 * at equal steps of b, a cubic spline through them, linear reading between three points a step. An exact root differs in the
 * fifth digit.
 *
 * Rao, Scott (1984), Ann. Statist. 12, 46–60.
 */
export function likelihoodInterval(estimated: EstimatedProportion, critical: number): Interval {
  const { proportion: p, se, n, workingVariance = p * (1 - p) } = estimated;
  const step = se / (p * (1 - p));
  const target = critical * step * Math.sqrt(n * workingVariance);
  const furthest = studentQuantile(1 - normalCdf(-target) / 4, n - 1);
  if (furthest === null) return { low: null, high: null };
  const logit = Math.log(p / (1 - p));
  const distance = (b: number) => Math.sqrt(2 * (n - 1) * divergence(p, expit(b)));
  const points = [-1, 1].flatMap((sign) => {
    const side: { b: number; z: number }[] = [];
    while (side.length < MOST_STEPS && Math.abs(side.at(-1)?.z ?? 0) < furthest) {
      const b = logit + (sign * (side.length + 1) * furthest * step) / 5;
      side.push({ b, z: sign * distance(b) });
    }
    return side;
  });
  const profile = [...points, { b: logit, z: 0 }].sort((left, right) => left.b - right.b);
  const read = readProfile(profile);
  return { low: maybeExpit(read(-target)), high: maybeExpit(read(target)) };
}

function divergence(p: number, q: number): number {
  return Math.max(0, p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q)));
}

function maybeExpit(logit: number | null): number | null {
  return logit === null ? null : expit(logit);
}

/** The b at which the profile has a given z; null beyond its ends. */
function readProfile(
  profile: readonly { readonly b: number; readonly z: number }[],
): (z: number) => number | null {
  const b = profile.map((point) => point.b);
  const spline = cubicSpline(
    b,
    profile.map((point) => point.z),
  );
  const count = 3 * b.length;
  const grid = Array.from({ length: count }, (_, i) => b[0]! + ((b.at(-1)! - b[0]!) * i) / (count - 1));
  const heights = grid.map(spline);
  return (z) => {
    const i = heights.findIndex((height, k) => height <= z && z <= (heights[k + 1] ?? -Infinity));
    if (i < 0) return null;
    return grid[i]! + ((z - heights[i]!) / (heights[i + 1]! - heights[i]!)) * (grid[i + 1]! - grid[i]!);
  };
}
