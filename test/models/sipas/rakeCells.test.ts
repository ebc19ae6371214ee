import { expect, test } from "vitest";
import { type RakingProblem, rakeCells } from "../../../models/sipas/rakeCells.ts";

/** Two margins over four cells; by hand: men 60, women 40; young 50, old 50. */
const problem: RakingProblem = {
  unit: "unit 01 of round 2022",
  marginCodes: ["gender", "age"],
  cells: [
    { levels: ["1", "1"], weight: 10 },
    { levels: ["1", "2"], weight: 20 },
    { levels: ["2", "1"], weight: 30 },
    { levels: ["2", "2"], weight: 40 },
  ],
  targets: [
    { marginCode: "gender", level: "1", population: 60 },
    { marginCode: "gender", level: "2", population: 40 },
    { marginCode: "age", level: "1", population: 50 },
    { marginCode: "age", level: "2", population: 50 },
  ],
  tolerance: 1e-12,
  maxIterations: 100,
};
const weights = (given: RakingProblem) =>
  Array.from(rakeCells(given).factors, (factor, index) => factor * given.cells[index]!.weight);

test("after raking every margin is met", () => {
  const [youngMen, oldMen, youngWomen, oldWomen] = weights(problem) as [number, number, number, number];
  expect(youngMen + oldMen).toBeCloseTo(60, 9);
  expect(youngWomen + oldWomen).toBeCloseTo(40, 9);
  expect(youngMen + youngWomen).toBeCloseTo(50, 9);
  expect(oldMen + oldWomen).toBeCloseTo(50, 9);
});

test("raking keeps the odds ratio of the sample, as exponential factors must", () => {
  const [a, b, c, d] = weights(problem) as [number, number, number, number];
  expect((a * d) / (b * c)).toBeCloseTo((10 * 40) / (20 * 30), 9);
});

test("respondents who left a margin blank keep their share of the total", () => {
  const withBlank = { ...problem, cells: [...problem.cells, { levels: ["-", "1"], weight: 25 }] };
  const raked = weights(withBlank);
  expect(raked[4]).toBeCloseTo(20, 9); // 25 of 125 → a fifth of 100
  expect(raked[0]! + raked[1]!).toBeCloseTo(60 * 0.8, 9);
});

test("a category with people and no respondent is an error that names unit and category", () => {
  const cells = problem.cells.filter((cell) => cell.levels[1] !== "2");
  expect(() => rakeCells({ ...problem, cells })).toThrow(
    "Raking unit 01 of round 2022: category 2 of margin age has a population of 50 and no respondent.",
  );
});

test("margins that disagree on the population are an error with both sums", () => {
  const targets = [...problem.targets.slice(0, 3), { marginCode: "age", level: "2", population: 60 }];
  expect(() => rakeCells({ ...problem, targets })).toThrow(
    "add up to different populations: gender 100, age 110",
  );
});

test("margins not met in the allowed rounds are an error with the worst margin, never the last iterate", () => {
  expect(() => rakeCells({ ...problem, maxIterations: 1 })).toThrow(
    /did not meet its margins in 1 rounds: gender = \d is still off by/,
  );
});

test("without margins every weight stays as it is", () => {
  expect(rakeCells({ ...problem, targets: [] })).toEqual({
    factors: Float64Array.of(1, 1, 1, 1),
    iterations: 0,
    worstError: 0,
  });
});
