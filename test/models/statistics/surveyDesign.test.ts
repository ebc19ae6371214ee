import { describe, expect, test } from "vitest";
import {
  degreesOfFreedom,
  estimate,
  mean,
  subpopulation,
  surveyDesign,
  total,
} from "../../../models/statistics/index.ts";

describe("a design refuses what no estimate could survive", () => {
  const refused: [string, Parameters<typeof surveyDesign>[0], string][] = [
    ["a negative weight", { weights: [1, -2, 3] }, "The weight of row 2 is -2; it must be zero or more."],
    [
      "a missing weight",
      { weights: [1, null, 3] },
      "The weight of row 2 is missing; it must be zero or more.",
    ],
    ["a weight that is not a number", { weights: [1, Number.NaN] }, "The weight of row 2 is missing"],
    ["an infinite weight", { weights: [1, Number.POSITIVE_INFINITY] }, "The weight is infinite in row 2"],
    ["weights that are all zero", { weights: [0, 0] }, "All weights are zero"],
    [
      "columns of unequal length",
      { weights: [1, 1], strata: ["a"] },
      "The stratum has 1 values; the sample has 2 rows.",
    ],
    ["a missing stratum", { weights: [1, 1], strata: ["a", null] }, "The stratum is missing in row 2"],
    ["a missing cluster", { clusters: [["x", undefined]] }, "The unit of stage 1 is missing in row 2"],
    ["no rows", { weights: [] }, "The sample has no rows"],
    [
      "a PSU in two strata",
      { strata: ["a", "b"], clusters: [[1, 1]], lonelyPsu: "remove" },
      "A primary sampling unit stands in two strata.",
    ],
    [
      "a population smaller than its sample",
      { clusters: [[1, 2]], populationCounts: [[0.5, 0.5]] },
      "At stage 1, 2 units were sampled of a population of 0.5.",
    ],
    [
      "population counts that vary within a stratum",
      { clusters: [[1, 2]], populationCounts: [[10, 12]] },
      "The population count of stage 1 is both 10 and 12 within one group (row 2).",
    ],
    [
      "a single PSU of several",
      { strata: ["a", "a", "b"], clusters: [[1, 2, 3]], populationCounts: [[5, 5, 5]] },
      "At stage 1, stratum b has a single sampled unit of several: its variance cannot be estimated.",
    ],
    [
      "strata of one PSU each, where the rule wants an average",
      { strata: ["a", "b"], clusters: [[1, 2]], lonelyPsu: "average" },
      "Every stratum has a single sampled unit: the average rule has nothing to average.",
    ],
  ];
  test.each(refused)("%s", (_, declaration, message) => {
    expect(() => surveyDesign(declaration)).toThrow(message);
  });
});

test("labels of PSUs may repeat in other strata when the design says that they are nested", () => {
  const design = surveyDesign({ strata: ["a", "a", "b", "b"], clusters: [[1, 2, 1, 2]], nest: true });
  expect(degreesOfFreedom(design)).toBe(2);
});

test("without weights a row stands for the product of N/n over its stages", () => {
  const design = surveyDesign({
    clusters: [
      ["d1", "d1", "d2"],
      [1, 2, 3],
    ],
    populationCounts: [
      [10, 10, 10],
      [8, 8, 3],
    ],
    lonelyPsu: "remove",
  });
  expect([...design.weights]).toEqual([20, 20, 15]); // 10/2 × 8/2, 10/2 × 3/1
});

test("a stratum taken whole adds no variance between its units", () => {
  const strata = ["a", "a", "b", "b"];
  const sampled = surveyDesign({ strata, populationCounts: [[2, 2, 9, 9]], weights: [1, 1, 4.5, 4.5] });
  // only stratum b: (1 − 2/9) × 2 × ((4.5 × 1 − 9)² + (4.5 × 3 − 9)²) = 7/9 × 2 × 40.5
  expect(estimate(sampled, total([100, -50, 1, 3])).se).toBeCloseTo(Math.sqrt(63), 12);
});

test("a PSU without a row in the domain still counts as a zero", () => {
  const design = surveyDesign({ clusters: [[1, 2, 3, 3]], weights: [1, 1, 1, 1] });
  const domain = subpopulation(design, [true, true, false, false]);
  // PSU totals 4, 2, 0 about their mean 2: 3/2 × (4 + 0 + 4) = 12; two PSUs alone would give 2 × (1 + 1) = 4
  const { se, df, n } = estimate(domain, total([4, 2, 7, 9]));
  expect({ se, df, n }).toEqual({ se: Math.sqrt(12), df: 1, n: 2 });
});

test("a subpopulation of a subpopulation is their intersection", () => {
  const design = surveyDesign({ weights: [1, 1, 1, 1] });
  const both = subpopulation(subpopulation(design, [1, 1, 1, 0]), [0, 1, 1, 1]);
  expect([...both.domain!]).toEqual([0, 1, 1, 0]);
});

test("later stages add nothing when the first was drawn with replacement", () => {
  const clusters = [
    [1, 1, 2, 2],
    [1, 2, 3, 4],
  ];
  const values = [1, 5, 2, 9];
  const counts = [
    [Infinity, Infinity, Infinity, Infinity],
    [10, 10, 10, 10],
  ];
  const twoStages = surveyDesign({ clusters, weights: [1, 1, 1, 1], populationCounts: counts });
  const oneStage = surveyDesign({ clusters: [clusters[0]!], weights: [1, 1, 1, 1] });
  expect(estimate(twoStages, mean(values)).se).toBe(estimate(oneStage, mean(values)).se);
});
