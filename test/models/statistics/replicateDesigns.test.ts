import fc from "fast-check";
import { expect, test } from "vitest";
import {
  balancedReplicates,
  degreesOfFreedom,
  estimate,
  estimateJointly,
  hadamardMatrix,
  jackknife,
  mean,
  rake,
  ratio,
  replicateDesign,
  subpopulation,
  surveyDesign,
  total,
} from "../../../models/statistics/index.ts";

/** Levy and Lemeshow's ambulance data: two PSUs in each of three strata. */
const arrests = [120, 78, 185, 228, 670, 530];
const alive = [25, 24, 30, 49, 80, 70];
const ambulances = surveyDesign({ strata: [1, 1, 2, 2, 3, 3], clusters: [[1, 2, 1, 2, 1, 2]], nest: true });

test("the jackknife of a total is its linearised error, whatever the sample", () => {
  const strata = fc.array(
    fc.array(fc.record({ y: fc.integer({ min: -9, max: 9 }), w: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 2,
      maxLength: 4,
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(strata, (psus) => {
      const rows = psus.flatMap((list, h) => list.map((row) => ({ ...row, h })));
      const design = surveyDesign({ strata: rows.map(({ h }) => h), weights: rows.map(({ w }) => w) });
      const linearised = estimateJointly(design, {
        y: total(rows.map(({ y }) => y)),
        n: total(rows.map(() => 1)),
      });
      const replicated = estimateJointly(jackknife(design), {
        y: total(rows.map(({ y }) => y)),
        n: total(rows.map(() => 1)),
      });
      replicated.covariance.flat().forEach((value, k) => {
        expect(value).toBeCloseTo(linearised.covariance.flat()[k]!, 7);
      });
      expect(replicated.df).toBe(linearised.df);
    }),
  );
});

test("the jackknife takes the sampling fraction of the first stage into its scales", () => {
  // population of 5, sample of 3: (1 − 3/5) × 2/3 for each replicate
  const design = surveyDesign({ populationCounts: [[5, 5, 5]] });
  const made = jackknife(design);
  expect([...made.replicateScales].map((scale) => scale.toFixed(12))).toEqual(
    new Array(3).fill("0.266666666667"),
  );
  expect([...made.replicateWeights[1]!]).toEqual([2.5, 0, 2.5]);
  expect(estimate(made, total([1, 4, 2])).se).toBeCloseTo(estimate(design, total([1, 4, 2])).se!, 12);
});

test("a stratum of one PSU gives no replicate under remove, and none is made under adjust", () => {
  const declaration = { strata: ["a", "a", "b"], weights: [1, 1, 1] };
  expect(jackknife(surveyDesign({ ...declaration, lonelyPsu: "remove" })).replicateWeights).toHaveLength(2);
  expect(() => jackknife(surveyDesign({ ...declaration, lonelyPsu: "adjust" }))).toThrow(
    "combine strata first",
  );
});

test("replicates are made before calibration, not after", () => {
  const raked = rake(ambulances, {
    place: { labels: ["x", "y", "x", "y", "x", "y"], totals: { x: 4, y: 2 } },
  });
  expect(() => jackknife(raked)).toThrow("These weights are already calibrated");
  expect(() => balancedReplicates(raked)).toThrow("These weights are already calibrated");
});

test("balanced half-samples and Fay's method give the published ratio and total of the ambulance data", () => {
  // as R survey 4.4.2 reports for its scd data (cases J07 and J08)
  for (const rho of [0, 0.3]) {
    const design = balancedReplicates(ambulances, rho);
    expect(design.replicateWeights).toHaveLength(4);
    expect(estimate(design, mean(arrests)).se).toBeCloseTo(25.3930217885851, 10);
    expect(estimate(design, mean(alive)).se).toBeCloseTo(3.58236421003411, 11);
  }
});

test("half-samples keep one PSU of every stratum", () => {
  for (const weights of balancedReplicates(ambulances).replicateWeights) {
    for (const h of [0, 2, 4]) expect([weights[h], weights[h + 1]].sort()).toEqual([0, 2]);
  }
});

test("balanced replicates need two PSUs in every stratum", () => {
  expect(() => balancedReplicates(surveyDesign({ weights: [1, 1, 1] }))).toThrow("A stratum has 3 PSUs");
  expect(() => balancedReplicates(ambulances, 1)).toThrow("Fay's coefficient is 1");
});

test.each([1, 2, 3, 5, 9, 13, 21, 29, 64, 100])(
  "a Hadamard matrix of order %d or more has orthogonal columns",
  (order) => {
    const matrix = hadamardMatrix(order);
    expect(matrix.length).toBeGreaterThanOrEqual(order);
    matrix.forEach((_, a) => {
      matrix.forEach((_row, b) => {
        expect(matrix.reduce((sum, row) => sum + row[a]! * row[b]!, 0)).toBe(a === b ? matrix.length : 0);
      });
    });
  },
);

test("replicates that repeat each other add no degree of freedom", () => {
  const weights = [1, 1, 1, 1];
  const replicateWeights = [
    [0, 2, 1, 1],
    [2, 0, 1, 1],
    [0, 2, 1, 1],
    [1, 1, 1, 1], // the mean of the first two
  ];
  const design = replicateDesign({ weights, replicateWeights, scale: 1 });
  expect(degreesOfFreedom(design)).toBe(1);
  expect(degreesOfFreedom({ ...design, df: 12 })).toBe(12);
});

test("a replicate without the domain is left out and said to be", () => {
  const design = replicateDesign({
    weights: [1, 1, 1],
    replicateWeights: [
      [0, 2, 1],
      [2, 0, 1],
      [1, 2, 0],
    ],
    scale: 1,
    df: 2,
  });
  const domain = subpopulation(design, [1, 0, 1]);
  expect(estimate(domain, ratio([1, 1, 3], [1, 1, 0]))).toMatchObject({
    status: "replicates_lost",
    estimate: 4,
  });
});

test("replicate weights that are missing or negative are refused", () => {
  const declaration = { weights: [1, 1], scale: 1 };
  expect(() => replicateDesign({ ...declaration, replicateWeights: [] })).toThrow("there are none");
  expect(() => replicateDesign({ ...declaration, replicateWeights: [[1, -1]] })).toThrow(
    "The weight of row 2 is -1",
  );
  expect(() =>
    replicateDesign({ ...declaration, replicateWeights: [[1, 1]], replicateScales: [1, 1] }),
  ).toThrow("2 replicate scales for 1");
});

test("errors about the estimate are never smaller than errors about the mean of the replicates", () => {
  const declaration = {
    weights: [1, 1, 1],
    replicateWeights: [
      [0, 2, 1],
      [2, 0, 2],
      [1, 2, 0],
    ],
    scale: 1,
    df: 2,
  };
  const about = (aroundEstimate: boolean) =>
    estimate(replicateDesign({ ...declaration, aroundEstimate }), ratio([1, 2, 4], [3, 1, 2])).se!;
  expect(about(true)).toBeGreaterThan(about(false));
});
