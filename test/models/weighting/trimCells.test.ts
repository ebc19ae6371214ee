import { expect, test } from "vitest";
import { type CalibrationProblem, calibrateCells } from "../../../models/weighting/calibrateCells.ts";
import { trimCells, type WeightedRow } from "../../../models/weighting/trimCells.ts";

/** Two cells of five; in the first one respondent was drawn with a weight of 30, the others with 10. */
const rows: WeightedRow[] = [
  { cell: 0, unit: "01", weight: 10, responses: 4 },
  { cell: 0, unit: "01", weight: 30, responses: 1 },
  { cell: 1, unit: "01", weight: 10, responses: 5 },
];
const problem: CalibrationProblem = {
  unit: "unit 01 of round 2022",
  method: "raking",
  bounds: null,
  marginCodes: ["gender"],
  cells: [
    { levels: ["1"], weight: 70, responses: 5 },
    { levels: ["2"], weight: 50, responses: 5 },
  ],
  targets: [
    { marginCode: "gender", level: "1", name: "male", population: 70 },
    { marginCode: "gender", level: "2", name: "female", population: 50 },
  ],
  tolerance: 1e-12,
  maxIterations: 100,
};

test("a weight above twice the median comes to its cap, and the others of its margin take what was cut", () => {
  const { factors, limits, rounds, cutResponses } = trimCells(problem, rows, {
    aboveMedian: 2,
    maxRounds: 100,
  });
  const weight = (row: WeightedRow) => Math.min(row.weight, limits[row.cell]!) * factors[row.cell]!;
  expect(weight(rows[1]!)).toBeCloseTo(20, 7); // the median is 10
  expect(weight(rows[0]!)).toBeCloseTo(12.5, 7); // (70 − 20) / 4
  expect(weight(rows[2]!)).toBeCloseTo(10, 12);
  expect([cutResponses, rounds > 0]).toEqual([1, true]);
});

test("where nothing is above its cap the weights are those of calibration alone", () => {
  const { factors, limits, rounds } = trimCells(problem, rows, { aboveMedian: 3, maxRounds: 100 });
  expect([...factors]).toEqual([...calibrateCells(problem).factors]);
  expect([[...limits], rounds]).toEqual([[Infinity, Infinity], 0]);
});

test("a cap that leaves a category less than its total is refused, with the category and both numbers (F61)", () => {
  expect(() => trimCells(problem, rows, { aboveMedian: 1.2, maxRounds: 100 })).toThrow(
    "Trimming of unit 01 of round 2022: with every weight at its cap, category male of margin gender comes to 60 of 70.",
  );
});

test("trimming that has not come to rest is refused, with the cell that is above its cap (F61)", () => {
  expect(() => trimCells(problem, rows, { aboveMedian: 2, maxRounds: 1 })).toThrow(
    /did not come to rest in 1 rounds: a weight of cell gender = male is still 1\.\d+ times its cap/,
  );
});
