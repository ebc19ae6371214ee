import { expect, test } from "vitest";
import { randomStream } from "../../../pipelines/demo/randomStream.ts";

const draws = (n: number, next: () => number) => Array.from({ length: n }, next);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a stream is fixed by its seed and label, and streams of like labels differ", () => {
  const first = draws(5, randomStream(2022, "01", "areas").uniform);
  expect(draws(5, randomStream(2022, "01", "areas").uniform)).toEqual(first);
  expect(draws(5, randomStream(2022, "02", "areas").uniform)).not.toEqual(first);
  expect(draws(5, randomStream(2023, "01", "areas").uniform)).not.toEqual(first);
});

test("the first draws of many neighbouring labels are spread evenly", () => {
  const first = Array.from({ length: 4000 }, (_, i) => randomStream(2022, "unit", i).uniform());
  expect(mean(first)).toBeCloseTo(0.5, 1);
  const tenths = Array.from({ length: 10 }, (_, t) => first.filter((u) => Math.floor(u * 10) === t).length);
  const chiSquared = tenths.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
  expect(chiSquared).toBeLessThan(27.9); // 99.9 % of chi-squared with 9 degrees of freedom
});

test("normals have mean 0, variance 1, and 2.5 % above 1.96", () => {
  const normals = draws(200_000, randomStream(1, "normals").normal);
  expect(Math.abs(mean(normals))).toBeLessThan(0.009); // four standard errors
  expect(Math.abs(mean(normals.map((z) => z * z)) - 1)).toBeLessThan(0.013);
  expect(mean(normals.map((z) => (z > 1.96 ? 1 : 0)))).toBeCloseTo(0.025, 2);
});

test("a weighted choice falls by the weights, and never on a weight of zero", () => {
  const stream = randomStream(1, "choices");
  const chosen = draws(40_000, () => stream.choose([1, 0, 3]));
  expect(mean(chosen.map((i) => (i === 0 ? 1 : 0)))).toBeCloseTo(0.25, 1);
  expect(chosen).not.toContain(1);
});

test("a draw without replacement takes different indices, and all of them when all are asked for", () => {
  const stream = randomStream(1, "draws");
  const drawn = stream.draw(5, 9);
  expect(new Set(drawn).size).toBe(5);
  expect(stream.draw(6, 6).sort()).toEqual([0, 1, 2, 3, 4, 5]);
});
