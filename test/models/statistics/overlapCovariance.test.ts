import { expect, test } from "vitest";
import { overlapCovariance, quadraticFormTraces } from "../../../models/statistics/index.ts";

const same = (n: number) => Array.from({ length: n }, (_, i) => [i, i] as const);

test("of the same sample taken twice, the covariance is its own variance", () => {
  const z = [1, 4, 7];
  // n(1 − n/N) s² with s² = 9: with replacement 27, of six units 13.5
  const twice = { earlier: z, later: z, shared: same(3) };
  expect(overlapCovariance([{ ...twice, population: Infinity }]).covariance).toBeCloseTo(27, 12);
  expect(overlapCovariance([{ ...twice, population: 6 }]).covariance).toBeCloseTo(13.5, 12);
});

test("samples without a unit in common have none", () => {
  const apart = { earlier: [1, 4, 7], later: [2, 8, 5], shared: [], population: 20 };
  expect(overlapCovariance([apart]).covariance).toBe(0);
});

test("a stratum with a single unit in one of the samples adds nothing", () => {
  const single = { earlier: [3], later: [1, 5], shared: [[0, 0] as const], population: 20 };
  expect(overlapCovariance([single])).toEqual({ covariance: 0, df: 0 });
});

/** Every way to choose k of the numbers below n. */
function choices(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: n - from }, (_, i) => from + i).flatMap((first) =>
    choices(n, k - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

test("over all pairs of samples of five units of seven that share four, the mean of the estimate is the covariance of the totals", () => {
  const before = [12, 15, 12, 10, 10, 11, 15];
  const after = [10, 11, 11, 12, 11, 18, 12]; // so little alike that no sample exceeds |s₁₂| = s₁s₂
  const [n, m, population] = [5, 4, 7];
  const pairs = choices(population, n).flatMap((first) =>
    choices(population, n)
      .filter((second) => second.filter((unit) => first.includes(unit)).length === m)
      .map((second) => [first, second] as const),
  );
  const weight = population / n;
  const total = (values: readonly number[], sample: readonly number[]) =>
    sample.reduce((sum, unit) => sum + weight * values[unit]!, 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [
    pairs.map(([first]) => total(before, first)),
    pairs.map(([, second]) => total(after, second)),
  ];
  const truth = mean(x.map((value, i) => (value - mean(x)) * (y[i]! - mean(y))));
  const estimates = pairs.map(
    ([first, second]) =>
      overlapCovariance([
        {
          earlier: first.map((unit) => weight * before[unit]!),
          later: second.map((unit) => weight * after[unit]!),
          shared: first.flatMap((unit, i) =>
            second.includes(unit) ? [[i, second.indexOf(unit)] as const] : [],
          ),
          population,
        },
      ]).covariance,
  );
  expect(pairs).toHaveLength(210);
  expect(mean(estimates)).toBeCloseTo(truth, 10);
});

test("however few units are shared, the variance of a difference is not negative", () => {
  // the two shared units lie far from the third: alone they would make a correlation above 1
  const stratum = {
    earlier: [0, 9, 4],
    later: [0, 9, 5],
    shared: [[0, 0] as const, [1, 1] as const],
    population: Infinity,
  };
  const { covariance } = overlapCovariance([stratum]);
  const variances = [20.333333333333332, 20.333333333333332].map((s2) => 3 * s2);
  expect(covariance).toBeCloseTo(2 * 20.333333333333332, 10); // m s₁s₂
  expect(variances[0]! + variances[1]! - 2 * covariance).toBeGreaterThan(0);
});

test("degrees of freedom: n − 1 for the same units, Welch's for samples apart, and a sum of strata in between", () => {
  const paired = { earlier: [1, 4, 8, 2], later: [2, 6, 7, 5], shared: same(4), population: Infinity };
  const apart = { ...paired, shared: [] };
  expect(overlapCovariance([paired]).df).toBeCloseTo(3, 10);
  // s² = 9.583… and 4.666…, n = 4: (v₁ + v₂)²/(v₁²/3 + v₂²/3) with v = 4s²
  const [v1, v2] = [4 * (115 / 12), 4 * (14 / 3)];
  expect(overlapCovariance([apart]).df).toBeCloseTo((v1 + v2) ** 2 / (v1 ** 2 / 3 + v2 ** 2 / 3), 10);
  expect(overlapCovariance([paired, paired]).df).toBeCloseTo(6, 10);
});

test("the traces of a sample variance give n − 1", () => {
  const n = 5;
  const centred = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => ((i === j ? 1 : 0) - 1 / n) / (n - 1)),
  );
  const alike = centred.map((row, i) => row.map((_, j) => (i === j ? 4 : 0)));
  const { trace, squareTrace } = quadraticFormTraces(centred, alike);
  expect(trace).toBeCloseTo(4, 12);
  expect(trace ** 2 / squareTrace).toBeCloseTo(4, 12);
});
