import { expect, test } from "vitest";
import { errorRate, type RecheckSums } from "../../../models/rechecks/errorRate.ts";

/** Forms as pairs of answers compared and answers that differ. */
function sumsOf(forms: readonly (readonly [number, number])[]): RecheckSums {
  const sum = (of: (n: number, d: number) => number) => forms.reduce((total, [n, d]) => total + of(n, d), 0);
  return {
    forms: forms.length,
    compared: sum((n) => n),
    different: sum((_, d) => d),
    squaredCompared: sum((n) => n * n),
    product: sum((n, d) => n * d),
    squaredDifferent: sum((_, d) => d * d),
  };
}

test("of four forms with two answers each, one of them wholly different: a quarter, with the error of four forms", () => {
  const { rate, se, status } = errorRate(
    sumsOf([
      [2, 2],
      [2, 0],
      [2, 0],
      [2, 0],
    ]),
  );
  expect(rate).toBe(0.25);
  // residuals 1.5, −0.5, −0.5, −0.5: √(4/3 · 3) / 8
  expect(se).toBeCloseTo(2 / 8, 14);
  expect(status).toBe("ok");
});

test("no difference in ten forms is no proof of none, and thirty answers in them prove no more than ten forms", () => {
  const few = errorRate(sumsOf(Array.from({ length: 10 }, () => [1, 0])));
  const many = errorRate(sumsOf(Array.from({ length: 10 }, () => [3, 0])));
  expect(few).toMatchObject({ rate: 0, low: 0 });
  expect(few.high).toBeCloseTo(1 - 0.025 ** (1 / 10), 12); // Clopper and Pearson
  expect(many.high).toBe(few.high);
});

test("nothing compared and one form alone have no interval, and say which", () => {
  expect(errorRate(sumsOf([]))).toMatchObject({ rate: null, status: "no_responses" });
  expect(errorRate(sumsOf([[5, 1]]))).toMatchObject({ rate: 0.2, low: null, status: "one_cluster" });
});
