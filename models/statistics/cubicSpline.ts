/**
 * Interpolating cubic spline through three or more points of increasing x; with four or more, the end pieces take their third
 * derivative from the cubic through the four outer points.
 *
 * Forsythe, Malcolm, Moler (1977), Computer Methods for Mathematical Computations, ch. 4.
 *
 * @example cubicSpline([0, 1, 2, 3], [0, 1, 8, 27])(1.5) // 3.375
 */
export function cubicSpline(x: readonly number[], y: readonly number[]): (at: number) => number {
  const last = x.length - 1;
  const width = x.slice(1).map((right, i) => right - x[i]!);
  const slope = width.map((d, i) => (y[i + 1]! - y[i]!) / d);
  const curvature = solveCurvature(x, width, slope);
  return (at) => {
    let i = 0;
    while (i < last - 1 && at >= x[i + 1]!) i += 1;
    const [d, c, next, t] = [width[i]!, curvature[i]!, curvature[i + 1]!, at - x[i]!];
    return y[i]! + t * (slope[i]! - d * (next + 2 * c) + t * (3 * c + (t * (next - c)) / d));
  };
}

/** Sixth parts of the second derivatives, by elimination in the tridiagonal system. */
function solveCurvature(x: readonly number[], width: readonly number[], slope: readonly number[]): number[] {
  const last = x.length - 1;
  const third = (i: number) => {
    if (last < 3) return 0;
    const second = (k: number) => (slope[k + 1]! - slope[k]!) / (x[k + 2]! - x[k]!);
    return (second(i + 1) - second(i)) / (x[i + 3]! - x[i]!);
  };
  const diagonal = x.map((_, i) =>
    i === 0 || i === last ? -width[Math.min(i, last - 1)]! : 2 * (width[i - 1]! + width[i]!),
  );
  const right = x.map((_, i) => {
    if (i === 0) return width[0]! ** 2 * third(0);
    return i === last ? -(width[last - 1]! ** 2) * third(last - 3) : slope[i]! - slope[i - 1]!;
  });
  for (let i = 1; i <= last; i++) {
    const factor = width[i - 1]! / diagonal[i - 1]!;
    diagonal[i]! -= factor * width[i - 1]!;
    right[i]! -= factor * right[i - 1]!;
  }
  right[last]! /= diagonal[last]!;
  for (let i = last - 1; i >= 0; i--) right[i] = (right[i]! - width[i]! * right[i + 1]!) / diagonal[i]!;
  return right;
}
