import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clusterCovariance,
  contrast,
  degreesOfFreedom,
  deltaMethod,
  estimate,
  estimateDomainMeans,
  estimateJointly,
  estimateProportion,
  mean,
  multistageCovariance,
  ratio,
  samplingStages,
  standardizedMean,
  subpopulation,
  surveyDesign,
  total,
  variance,
} from "../../../models/statistics/index.ts";

const four = surveyDesign({ weights: [1, 2, 3, 4] });

describe("an estimate that cannot be made says why", () => {
  test("a domain without rows is empty", () => {
    const empty = subpopulation(four, [0, 0, 0, 0]);
    expect(estimate(empty, mean([1, 2, 3, 4]))).toMatchObject({
      estimate: null,
      se: null,
      n: 0,
      status: "empty_domain",
    });
  });

  test("a domain without an answer is empty", () => {
    expect(estimate(four, mean([null, null, null, null]))).toMatchObject({
      estimate: null,
      status: "empty_domain",
    });
  });

  test("rows of weight zero are no answers", () => {
    const design = surveyDesign({ weights: [0, 1, 1, 1] });
    expect(estimate(design, mean([99, 1, 2, 3]))).toMatchObject({ estimate: 2, n: 3 });
  });

  test("a ratio over a zero total has no value", () => {
    expect(estimate(four, ratio([1, 2, 3, 4], [0, 0, 0, 0]))).toMatchObject({
      estimate: null,
      n: 4,
      status: "not_defined",
    });
  });

  test("one PSU gives an estimate and no error", () => {
    const design = surveyDesign({ clusters: [[1, 1, 1]], weights: [1, 1, 1], lonelyPsu: "remove" });
    expect(estimate(design, mean([1, 2, 3]))).toMatchObject({
      estimate: 2,
      se: null,
      low: null,
      df: 0,
      status: "no_degrees_of_freedom",
    });
  });

  test("answers that are all the same give no error, whatever their size and weights", () => {
    const design = surveyDesign({ weights: [0.1, 0.7, 1.3, 2.9] });
    expect(estimate(design, mean([1e9, 1e9, 1e9, 1e9]))).toMatchObject({
      estimate: 1e9,
      se: null,
      status: "no_variation",
    });
    expect(estimate(design, mean([0, 0, 0, 0]))).toMatchObject({
      estimate: 0,
      se: null,
      status: "no_variation",
    });
  });

  test("a standardised mean needs an answer in every class", () => {
    const classes = ["young", "young", "old", "old"];
    const young = subpopulation(four, [1, 1, 0, 0]);
    const statistic = standardizedMean([1, 2, 3, 4], classes, { young: 1, old: 1 });
    expect(estimate(young, statistic)).toMatchObject({ estimate: null, n: 2, status: "not_defined" });
    expect(estimate(four, statistic).estimate).toBeCloseTo((5 / 3 + 25 / 7) / 2, 14);
  });

  test("a class that the standard population does not know is refused", () => {
    expect(() => standardizedMean([1], ["old"], { young: 1 })).toThrow("no size for the class old");
  });
});

test("a variable of another length than the sample is refused", () => {
  expect(() => estimate(four, mean([1, 2, 3]))).toThrow("A variable has 3 values; the sample has 4 rows.");
  expect(() => ratio([1, 2, 3, 4], [1, 2, 3])).toThrow("One variable has 4 values and another 3.");
  expect(() => estimateDomainMeans(four, { q: [1, 2] }, ["a", "a", "b", "b"])).toThrow(
    "A variable has 2 values",
  );
});

test("a nearly constant item of a large size keeps its error", () => {
  const values = [1e9, 1e9 + 1, 1e9, 1e9 + 1];
  const design = surveyDesign({ weights: [1, 1, 1, 1] });
  expect(estimate(design, mean(values)).se).toBeCloseTo(Math.sqrt(1 / 12), 9); // s² = 1/3, over n = 4
});

test("missing answers leave as a domain: the PSU without any stays", () => {
  const design = surveyDesign({ clusters: [[1, 2, 3]], weights: [1, 1, 1] });
  expect(estimate(design, total([4, 2, null])).se).toBe(Math.sqrt(12)); // PSU totals 4, 2, 0
});

test("degrees of freedom are the domain's unless asked otherwise", () => {
  const design = surveyDesign({ clusters: [[1, 2, 3]], weights: [1, 1, 1] });
  const values = [4, 2, null];
  expect(estimate(design, mean(values)).df).toBe(1);
  expect(estimate(design, mean(values), { df: "design" }).df).toBe(2);
  expect(estimate(design, mean(values), { df: 7.5 }).df).toBe(7.5);
});

test("the design effect of a simple random sample is one", () => {
  const design = surveyDesign({ populationCounts: [[40, 40, 40, 40]] });
  expect(estimate(design, mean([3, 1, 4, 1])).deff).toBeCloseTo(1, 12);
  const withReplacement = surveyDesign({ weights: [10, 10, 10, 10] });
  expect(
    estimate(withReplacement, mean([3, 1, 4, 1]), { comparedWith: "with_replacement" }).deff,
  ).toBeCloseTo(1, 12);
});

test("a variance needs two rows", () => {
  expect(estimate(subpopulation(four, [1, 0, 0, 0]), variance([1, 2, 3, 4]))).toMatchObject({
    status: "not_defined",
  });
});

describe("functions of estimates", () => {
  const design = surveyDesign({ clusters: [[1, 2, 3, 4]], weights: [1, 2, 3, 4] });
  const joint = estimateJointly(design, { a: mean([1, 3, 2, 5]), b: mean([2, 2, 4, 4]) });

  test("a difference of a quantity with itself has no error", () => {
    const twice = estimateJointly(design, { one: mean([1, 3, 2, 5]), two: mean([1, 3, 2, 5]) });
    expect(contrast(twice, { one: 1, two: -1 })).toMatchObject({ estimate: 0, se: 0 });
  });

  test("a linear function has the same error by the delta method", () => {
    const linear = contrast(joint, { a: 2, b: -3 });
    const delta = deltaMethod(joint, ({ a, b }: { a: number; b: number }) => 2 * a - 3 * b);
    expect(delta.se).toBeCloseTo(linear.se!, 11);
  });

  test("the ratio of two means is the ratio of their totals, error included", () => {
    const quotient = deltaMethod(joint, ({ a, b }: { a: number; b: number }) => a / b);
    expect(quotient.se).toBeCloseTo(estimate(design, ratio([1, 3, 2, 5], [2, 2, 4, 4])).se!, 11);
  });

  test("a name that is not among the estimates is refused", () => {
    expect(() => contrast(joint, { c: 1 })).toThrow("The contrast names c; the estimates are a, b.");
  });

  test("what is made of an absent estimate is absent", () => {
    const absent = estimateJointly(design, { a: mean([1, 2, 3, 4]), none: mean([null, null, null, null]) });
    expect(contrast(absent, { a: 1, none: -1 })).toMatchObject({ estimate: null, status: "not_defined" });
    expect(deltaMethod(absent, ({ a, none }: { a: number; none: number }) => a - none).estimate).toBeNull();
    expect(contrast(absent, { a: 1 }).status).toBe("ok");
  });
});

/** Samples of two to four strata with two to four PSUs each, and two to three rows a PSU. */
const samples = fc
  .array(
    fc.array(
      fc.array(fc.record({ y: fc.integer({ min: -50, max: 50 }), w: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 2,
        maxLength: 3,
      }),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((strata) =>
    strata.flatMap((psus, h) =>
      psus.flatMap((rows, i) =>
        rows.map(({ y, w }) => ({ h, i: `${h}-${i}`, y, w, sex: Math.abs(y + w) % 2 })),
      ),
    ),
  )
  .filter((rows) => new Set(rows.map(({ y }) => y)).size > 2);

type Row = { h: number; i: string; y: number; w: number; sex: number };
const declare = (rows: readonly Row[], scale = 1) =>
  surveyDesign({
    strata: rows.map(({ h }) => h),
    clusters: [rows.map(({ i }) => i)],
    weights: rows.map(({ w }) => w * scale),
  });
const values = (rows: readonly Row[]) => rows.map(({ y }) => y);

describe("whatever the sample", () => {
  test("a mean and its error do not change when all weights are multiplied", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.001, max: 1000, noNaN: true }), (rows, scale) => {
        const [one, other] = [declare(rows), declare(rows, scale)].map((design) =>
          estimate(design, mean(values(rows))),
        );
        expect(other!.estimate).toBeCloseTo(one!.estimate!, 9);
        expect(other!.se).toBeCloseTo(one!.se!, 9);
      }),
    );
  });

  test("the order of rows does not matter", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const turned = rows.toReversed();
        const [one, other] = [rows, turned].map((list) => estimate(declare(list), mean(values(list))));
        expect(other!.estimate).toBeCloseTo(one!.estimate!, 10);
        expect(other!.se).toBeCloseTo(one!.se!, 10);
        expect(other!.df).toBe(one!.df);
      }),
    );
  });

  test("totals of domains add to the total, and their covariances to its variance", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const part = (sex: number) => total(rows.map((row) => (row.sex === sex ? row.y : 0)));
        const { estimates, covariance } = estimateJointly(declare(rows), {
          all: total(values(rows)),
          f: part(0),
          m: part(1),
        });
        expect(estimates[1]!.estimate! + estimates[2]!.estimate!).toBeCloseTo(estimates[0]!.estimate!, 9);
        expect(covariance[1]![1]! + covariance[2]![2]! + 2 * covariance[1]![2]!).toBeCloseTo(
          covariance[0]![0]!,
          6,
        );
      }),
    );
  });

  test("a domain mean is the ratio of two totals over all rows", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const design = declare(rows);
        const inside = rows.map(({ sex }) => sex === 0);
        const domain = estimate(subpopulation(design, inside), mean(values(rows)), { df: "design" });
        fc.pre(domain.status === "ok");
        const quotient = estimate(
          design,
          ratio(
            rows.map((row) => (row.sex === 0 ? row.y : 0)),
            inside,
          ),
        );
        expect(domain.se).toBeCloseTo(quotient.se!, 10);
      }),
    );
  });

  test("summed PSU totals give the covariance that the rows give", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { covariance } = estimateJointly(declare(rows), {
          y: total(values(rows)),
          n: total(rows.map(() => 1)),
        });
        const psus = [...new Set(rows.map(({ i }) => i))];
        const sum = (of: (row: Row) => number) =>
          Float64Array.from(psus, (psu) =>
            rows.filter(({ i }) => i === psu).reduce((all, row) => all + of(row), 0),
          );
        const strata = psus.map((psu) => psu.split("-")[0]!);
        const summed = clusterCovariance({ strata, totals: [sum(({ y, w }) => w * y), sum(({ w }) => w)] });
        summed.flat().forEach((value, k) => {
          expect(value).toBeCloseTo(covariance.flat()[k]!, 6);
        });
      }),
    );
  });

  test("a proportion's intervals stay between 0 and 1", () => {
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom("logit", "asin", "wilson", "beta", "likelihood"),
        (rows, method) => {
          const one = estimateProportion(
            declare(rows),
            rows.map(({ sex }) => sex),
            method as "beta",
          );
          fc.pre(one.low !== null && one.high !== null);
          expect(one.low).toBeGreaterThanOrEqual(0);
          expect(one.high).toBeLessThanOrEqual(1);
          expect(one.low!).toBeLessThanOrEqual(one.estimate! + 1e-9);
        },
      ),
    );
  });
});

test("units summed with their respondents' squares give the variance that the rows give", () => {
  // two districts of five, in each two communes of four, in each three persons of thirty
  const rows = Array.from({ length: 12 }, (_, k) => ({
    d: Math.floor(k / 6),
    c: Math.floor(k / 3),
    y: (k * k) % 11,
  }));
  const counts = (n: number) => rows.map(() => n);
  const design = surveyDesign({
    clusters: [rows.map(({ d }) => d), rows.map(({ c }) => c), rows.map((_, k) => k)],
    populationCounts: [counts(5), counts(4), counts(30)],
  });
  const fromRows = estimateJointly(design, {
    y: total(rows.map(({ y }) => y)),
    n: total(counts(1)),
  }).covariance;
  const weight = (5 / 2) * 2 * 10;
  const communes = [0, 1, 2, 3].map((c) => rows.filter((row) => row.c === c).map(({ y }) => weight * y));
  const sum = (list: readonly number[]) => list.reduce((all, value) => all + value, 0);
  const stages = samplingStages(
    {
      clusters: [
        [0, 0, 1, 1],
        [0, 1, 2, 3],
      ],
      populationCounts: [
        [5, 5, 5, 5],
        [4, 4, 4, 4],
      ],
    },
    4,
  );
  const columns = [Float64Array.from(communes, sum), new Float64Array(4).fill(3 * weight)];
  const crossProducts = [
    [communes.map((z) => sum(z.map((value) => value * value))), communes.map((z) => sum(z) * weight)],
    [[], new Float64Array(4).fill(3 * weight ** 2)],
  ];
  const summed = multistageCovariance(stages, columns, {
    sampleCounts: [3, 3, 3, 3],
    populationCounts: [30, 30, 30, 30],
    crossProducts,
  });
  summed.flat().forEach((value, k) => {
    expect(value).toBeCloseTo(fromRows.flat()[k]!, 6);
  });
});

test("degrees of freedom of a domain leave out the strata it is not in", () => {
  const design = surveyDesign({ strata: ["a", "a", "b", "b", "b"], weights: [1, 1, 1, 1, 1] });
  expect(degreesOfFreedom(design)).toBe(3);
  expect(degreesOfFreedom(subpopulation(design, [0, 0, 1, 1, 1]))).toBe(2);
});
