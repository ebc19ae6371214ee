import { expect, test } from "vitest";
import { summarise } from "../../../models/rankings/summarise.ts";

const unit = (code: string, percent: number, se: number, df: number) => ({ code, percent, se, df });

test("by hand: the mean of 90 ± 3 and 70 ± 4 is 80 ± 2.5, on the degrees of freedom of both", () => {
  const made = summarise([unit("a", 90, 3, 9), unit("b", 70, 4, 9)]);
  expect([made?.mean, made?.se, made?.median]).toEqual([80, 2.5, 80]);
  expect(made?.df).toBeCloseTo((2.25 + 4) ** 2 / (2.25 ** 2 / 9 + 4 ** 2 / 9), 12);
  expect([made?.best.code, made?.lowest.code]).toEqual(["a", "b"]);
});

test("units with nothing surveyed have a mean without error, of an odd number the middle one as median", () => {
  const made = summarise([unit("a", 3, 0, Infinity), unit("b", 1, 0, Infinity), unit("c", 8, 0, Infinity)]);
  expect([made?.mean, made?.se, made?.low, made?.median]).toEqual([4, 0, 4, 3]);
});

test("of nobody there is no mean", () => {
  expect(summarise([])).toBeNull();
});
