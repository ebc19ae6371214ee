import { describe, expect, test } from "vitest";
import { calibrate } from "../../../models/statistics/calibrate.ts";
import { surveyDesign } from "../../../models/statistics/surveyDesign.ts";
import { type CalibrationProblem, calibrateCells } from "../../../models/weighting/calibrateCells.ts";

/** Two margins over four cells; by hand: men 60, women 40; young 50, old 50. */
const problem: CalibrationProblem = {
  unit: "unit 01 of round 2022",
  method: "raking",
  bounds: null,
  marginCodes: ["gender", "age"],
  cells: [
    { levels: ["1", "1"], weight: 10, responses: 1 },
    { levels: ["1", "2"], weight: 20, responses: 1 },
    { levels: ["2", "1"], weight: 30, responses: 1 },
    { levels: ["2", "2"], weight: 40, responses: 1 },
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
const weights = (given: CalibrationProblem) =>
  Array.from(calibrateCells(given).factors, (factor, index) => factor * given.cells[index]!.weight);

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
  const withBlank = {
    ...problem,
    cells: [...problem.cells, { levels: ["-", "1"], weight: 25, responses: 1 }],
  };
  const raked = weights(withBlank);
  expect(raked[4]).toBeCloseTo(20, 9); // 25 of 125 → a fifth of 100
  expect(raked[0]! + raked[1]!).toBeCloseTo(60 * 0.8, 9);
});

test("a category with people and no respondent is an error that names unit and category", () => {
  const cells = problem.cells.filter((cell) => cell.levels[1] !== "2");
  expect(() => calibrateCells({ ...problem, cells })).toThrow(
    "Calibration of unit 01 of round 2022: category 2 of margin age has a population of 50 and no respondent.",
  );
});

test("margins that disagree on the population are an error with both sums", () => {
  const targets = [...problem.targets.slice(0, 3), { marginCode: "age", level: "2", population: 60 }];
  expect(() => calibrateCells({ ...problem, targets })).toThrow(
    "add up to different populations: gender 100, age 110",
  );
});

test("margins not met in the allowed rounds are an error with the worst margin, never the last iterate", () => {
  expect(() => calibrateCells({ ...problem, maxIterations: 1 })).toThrow(
    /did not meet its margins in 1 round: gender = \d is still off by/,
  );
});

test("without margins every weight stays as it is", () => {
  expect(calibrateCells({ ...problem, targets: [] })).toEqual({
    factors: Float64Array.of(1, 1, 1, 1),
    iterations: 0,
    worstError: 0,
  });
});

describe("calibration by another distance", () => {
  /** The library on one row a cell: the same totals as margins. */
  const libraryWeights = (method: "linear" | "logit", bounds?: readonly [number, number]) => {
    const weights = problem.cells.map(({ weight }) => weight);
    const design = surveyDesign({ weights });
    const margin = (index: number, totals: Record<string, number>) => ({
      labels: problem.cells.map(({ levels }) => levels[index] as string),
      totals,
    });
    const margins = { gender: margin(0, { "1": 60, "2": 40 }), age: margin(1, { "1": 50, "2": 50 }) };
    return Array.from(calibrate(design, { margins }, { distance: method, bounds }).weights);
  };

  test.each([
    ["linear", null],
    ["linear", [0.2, 5]],
    ["logit", [0.3, 3]],
  ] as const)("%s within %s gives the library's weights", (method, bounds) => {
    const found = weights({ ...problem, method, bounds, tolerance: 1e-11 });
    const expected = libraryWeights(method, bounds ?? undefined);
    found.forEach((weight, cell) => {
      expect(weight).toBeCloseTo(expected[cell]!, 8);
    });
  });

  test("the regression estimator on one margin multiplies each category by its total over its sum", () => {
    const targets = problem.targets.filter(({ marginCode }) => marginCode === "gender");
    expect(weights({ ...problem, targets, method: "linear" })).toEqual(
      [20, 40, (40 * 30) / 70, (40 * 40) / 70].map((weight) => expect.closeTo(weight, 9)),
    );
  });

  test("respondents who left a margin blank keep their share of the total", () => {
    const cells = [...problem.cells, { levels: ["-", "1"], weight: 25, responses: 1 }];
    expect(weights({ ...problem, cells, method: "linear" })[4]).toBeCloseTo(20, 9);
  });
});

describe("a weight that is none stops calibration, with its cell (F60)", () => {
  test.each([0, -3, Number.NaN, Infinity])("a sum of %s that enters", (weight) => {
    const cells = [{ ...problem.cells[0]!, weight }, ...problem.cells.slice(1)];
    expect(() => calibrateCells({ ...problem, cells })).toThrow(
      `Calibration of unit 01 of round 2022: the weights of cell gender = 1, age = 1 that enter add to ${weight}; they must be positive numbers.`,
    );
  });

  test("a factor below 0 that the regression estimator gives", () => {
    const targets = [
      { marginCode: "gender", level: "1", population: 1 },
      { marginCode: "gender", level: "2", population: 99 },
      { marginCode: "age", level: "1", population: 99 },
      { marginCode: "age", level: "2", population: 1 },
    ];
    expect(() => calibrateCells({ ...problem, targets, method: "linear" })).toThrow(
      /\(linear\) gives cell gender = \d, age = \d a factor of -\d/,
    );
  });
});

describe("margins that cannot be met are named (F61)", () => {
  test("a category of the sample without a total", () => {
    const cells = [...problem.cells, { levels: ["1", "9"], weight: 5, responses: 3 }];
    expect(() => calibrateCells({ ...problem, cells })).toThrow(
      "Calibration of unit 01 of round 2022: category 9 of margin age has respondents (3) and no population total.",
    );
  });

  test("a category of the sample whose total is 0", () => {
    const targets = problem.targets.map((target) => ({
      ...target,
      ...(target.marginCode === "age" && { population: target.level === "1" ? 100 : 0 }),
    }));
    expect(() => calibrateCells({ ...problem, targets })).toThrow(
      "category 2 of margin age has respondents and a population of 0",
    );
  });

  test("bounds that leave a category out of reach", () => {
    expect(() => calibrateCells({ ...problem, method: "logit", bounds: [0.9, 1.1] })).toThrow(
      /^Calibration of unit 01 of round 2022 \(logit, factors from 0\.9 to 1\.1\) did not meet its margins.*: (gender|age) = \d is still off by/,
    );
  });
});
