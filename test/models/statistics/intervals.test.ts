import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  estimate,
  estimateProportion,
  estimateQuantile,
  type ProportionMethod,
  proportionInterval,
  quantile,
  replicateDesign,
  subpopulation,
  surveyDesign,
  weightedQuantile,
} from "../../../models/statistics/index.ts";

describe("a proportion of 0 or 1", () => {
  const design = surveyDesign({ weights: new Array(20).fill(5) });
  const never = new Array(20).fill(0);

  test("has an exact one-sided interval by Korn and Graubard, from all the rows", () => {
    // upper end of Clopper–Pearson for 0 of 20: 1 − 0.025^(1/20)
    const one = estimateProportion(design, never, "beta");
    expect(one).toMatchObject({ estimate: 0, se: null, low: 0, n: 20, status: "no_variation" });
    expect(one.high).toBeCloseTo(0.168433470983085, 12);
    const always = estimateProportion(
      design,
      never.map(() => 1),
      "beta",
    );
    expect(always.low).toBeCloseTo(1 - 0.168433470983085, 12);
    expect(always.high).toBe(1);
  });

  test("has a wider one when a design effect is assumed", () => {
    // 0 of 10 effective rows: 1 − 0.025^(1/10)
    expect(estimateProportion(design, never, "beta", { assumedDeff: 2 }).high).toBeCloseTo(
      0.308497107819,
      11,
    );
  });

  test("has a score interval", () => {
    // z²/(n + z²) with t(19) = 2.093024
    const { low, high } = estimateProportion(design, never, "wilson");
    expect(low).toBe(0);
    expect(high).toBeCloseTo(2.093024054408263 ** 2 / (20 + 2.093024054408263 ** 2), 12);
  });

  test.each(["mean", "logit", "xlogit", "asin", "likelihood"] as const)("has no %s interval", (method) => {
    expect(estimateProportion(design, never, method)).toMatchObject({ estimate: 0, low: null, high: null });
  });

  test("counts only the rows of the domain, not of the sample", () => {
    const ten = subpopulation(
      design,
      never.map((_, row) => row < 10),
    );
    expect(estimateProportion(ten, never, "beta").high).toBeCloseTo(0.308497107819, 11);
  });
});

test("a proportion of anything but 0 and 1 is refused", () => {
  expect(() => estimateProportion(surveyDesign({ weights: [1, 1] }), [0, 2])).toThrow("there is a 2");
});

test("an interval without degrees of freedom is no interval", () => {
  const none = { low: null, high: null };
  expect(proportionInterval({ proportion: 0.5, se: 0.1, df: 0, n: 9 }, "logit")).toEqual(none);
});

test("the arcsine interval stops at 0", () => {
  const { low } = proportionInterval({ proportion: 0.01, se: 0.02, df: 10, n: 50 }, "asin");
  expect(low).toBe(0);
});

describe("a quantile among ties", () => {
  const rules = [
    ["math", 2],
    ["school", 2.5],
    ["hf2", 2.5],
    ["hf7", 2.5],
  ] as const;
  test.each(rules)("is, by %s of 1, 2, 3, 4, at the half %d", (rule, median) => {
    expect(weightedQuantile([4, 1, 3, 2], [1, 1, 1, 1], 0.5, rule)).toBe(median);
  });

  test("sees a share that equals p through the rounding of weights", () => {
    // 0.1 + 0.2 of 0.6 is the half, but not in binary
    expect(weightedQuantile([1, 2, 3], [0.1, 0.2, 0.3], 0.5, "hf2")).toBe(2.5);
  });

  test("takes no row of weight zero and no missing answer", () => {
    expect(weightedQuantile([-9, 1, Number.NaN, 2], [0, 1, 5, 1], 0, "math")).toBe(1);
  });

  test("has no value without rows, or outside 0 to 1", () => {
    expect(weightedQuantile([], [], 0.5)).toBeNull();
    expect(weightedQuantile([1], [1], 1.5)).toBeNull();
    expect(weightedQuantile([7], [1], 0.5, "hf7")).toBe(7);
  });
});

test("a quantile never falls when the share rises", () => {
  const rows = fc.array(
    fc.record({ y: fc.integer({ min: 0, max: 20 }), w: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(
      rows,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, p, q) => {
        for (const rule of ["math", "school", "hf2", "hf7"] as const) {
          const at = (share: number) =>
            weightedQuantile(
              list.map(({ y }) => y),
              list.map(({ w }) => w),
              share,
              rule,
            )!;
          expect(at(Math.max(p, q))).toBeGreaterThanOrEqual(at(Math.min(p, q)));
        }
      },
    ),
  );
});

test("an end of Woodruff's interval beyond the data stays open", () => {
  const design = surveyDesign({ weights: [1, 1, 1, 1] });
  expect(estimateQuantile(design, [1, 2, 3, 4], 0.25)).toMatchObject({ estimate: 1, low: null, se: null });
});

test("a quantile under replicates needs no linearised variable, under linearisation it does", () => {
  const values = [1, 2, 3, 4];
  const replicates = replicateDesign({
    weights: [1, 1, 1, 1],
    replicateWeights: [
      [2, 0, 1, 1],
      [0, 2, 1, 1],
    ],
    scale: 1 / 2,
  });
  expect(estimate(replicates, quantile(values, 0.25)).se).toBeCloseTo(0.5, 12); // medians 1 and 2 about 1.5
  expect(() => estimate(surveyDesign({ weights: [1, 1, 1, 1] }), quantile(values, 0.5))).toThrow(
    "no linearised variable",
  );
});

test("the interval of a method lies where its formula says", () => {
  const estimated = { proportion: 0.2, se: 0.04, df: Number.POSITIVE_INFINITY, n: 100 };
  const z = 1.959963984540054;
  const ends: [ProportionMethod, number, number][] = [
    ["mean", 0.2 - z * 0.04, 0.2 + z * 0.04],
    ["xlogit", 1 / (1 + 4 * Math.exp((z * 0.04) / 0.16)), 1 / (1 + 4 * Math.exp((-z * 0.04) / 0.16))],
    ["wilson", 0.1333669, 0.28882917], // score interval for 20 of 100
  ];
  for (const [method, low, high] of ends) {
    const interval = proportionInterval(estimated, method);
    expect(interval.low).toBeCloseTo(low, 7);
    expect(interval.high).toBeCloseTo(high, 7);
  }
});
