import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EstimateError } from "../../../models/errors.ts";
import {
  benjaminiHochberg,
  bonferroni,
  chiSquareUpperTail,
  contrast,
  estimateJointly,
  fUpperTail,
  goodnessOfFitTest,
  holm,
  mean,
  pairwiseComparisons,
  raoScottTest,
  regressionTermTest,
  replicateDesign,
  subpopulation,
  surveyDesign,
  surveyRankTest,
  surveyRegression,
  surveyTTest,
  twoSidedStudentP,
  waldTest,
} from "../../../models/statistics/index.ts";

/** Two strata of three villages with four people each. */
const village = Array.from({ length: 24 }, (_, row) => Math.floor(row / 4));
const province = village.map((v) => (v < 3 ? "north" : "south"));
const weights = village.map((v) => 1 + (v % 3));
const sex = village.map((_, row) => (row % 2 === 0 ? "F" : "M"));
const hours = [3, 5, 2, 6, 4, 8, 1, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2];
const isContent = [1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0];
const design = surveyDesign({ strata: province, clusters: [village], weights });

describe("multiplicity", () => {
  const p = [0.01, 0.02, 0.03, 0.04, 0.05];

  test("Holm's adjusted p-values are those of the textbook", () => {
    expect(holm(p)).toEqual([0.05, 0.08, 0.09, 0.09, 0.09].map((value) => expect.closeTo(value, 12)));
  });

  test("Benjamini and Hochberg's lift the smaller ones to the largest", () => {
    expect(benjaminiHochberg(p)).toEqual(p.map(() => expect.closeTo(0.05, 12)));
  });

  test("Bonferroni's are multiplied by the number of tests, and a test that was not made does not count", () => {
    expect(bonferroni([0.01, null, 0.9])).toEqual([0.02, null, 1]);
  });

  test("no adjustment goes below the raw p-value, and Holm's lies between Benjamini-Hochberg's and Bonferroni's", () => {
    const someP = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(someP, (raw) => {
        const [bh, h, b] = [benjaminiHochberg(raw), holm(raw), bonferroni(raw)] as number[][];
        raw.forEach((one, i) => {
          expect(bh![i]! >= one - 1e-15 && h![i]! >= bh![i]! - 1e-12 && b![i]! >= h![i]! - 1e-15).toBe(true);
        });
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe("tail probabilities", () => {
  test("agree with the tables, also far out where 1 − cdf has no digits left", () => {
    expect(twoSidedStudentP(2.2009851600916384, 11)).toBeCloseTo(0.05, 14);
    // on 2 degrees of freedom p = 1 − t/√(2 + t²), which is 10⁻⁸ − 1.5 · 10⁻¹⁶ at t = 10⁴
    expect(twoSidedStudentP(1e4, 2)! / 9.99999985e-9).toBeCloseTo(1, 12);
    expect(fUpperTail(4.747225346722511, 1, 12)).toBeCloseTo(0.05, 12);
    expect(chiSquareUpperTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  });

  test("infinite degrees of freedom are the normal and the chi-square", () => {
    expect(twoSidedStudentP(1.959963984540054, Number.POSITIVE_INFINITY)).toBeCloseTo(0.05, 12);
    expect(fUpperTail(3.841458820694124, 1, Number.POSITIVE_INFINITY)).toBeCloseTo(0.05, 12);
  });

  test("no degrees of freedom give no p-value", () => {
    expect([twoSidedStudentP(3, 0), fUpperTail(3, 1, 0), chiSquareUpperTail(3, 0)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("tests of two groups", () => {
  test("the t test is the contrast of the two domain means, with their covariance", () => {
    const of = (label: string) => mean(hours.map((value, row) => (sex[row] === label ? value : null)));
    const expected = contrast(estimateJointly(design, { F: of("F"), M: of("M") }), { M: 1, F: -1 });
    const test = surveyTTest(design, hours, sex);
    expect(test.estimate).toBeCloseTo(expected.estimate!, 12);
    expect(test.se).toBeCloseTo(expected.se!, 12);
    expect(test.df).toBe(3); // six villages, two strata, one more for the difference
  });

  test("weights of another scale change neither the t test nor the rank test", () => {
    const scaled = surveyDesign({
      strata: province,
      clusters: [village],
      weights: weights.map((w) => 1000 * w),
    });
    expect(surveyTTest(scaled, hours, sex).p).toBeCloseTo(surveyTTest(design, hours, sex).p!, 12);
    expect(surveyRankTest(scaled, hours, sex).p).toBeCloseTo(surveyRankTest(design, hours, sex).p!, 12);
  });

  test("the rank test sees only the order of the answers", () => {
    const stretched = hours.map((value) => Math.exp(value));
    expect(surveyRankTest(design, stretched, sex).t).toBeCloseTo(surveyRankTest(design, hours, sex).t!, 12);
  });

  test("people outside the domain do not move the test, but their villages keep counting", () => {
    const women = subpopulation(
      design,
      sex.map((one) => one === "F"),
    );
    const changed = hours.map((value, row) => (sex[row] === "F" ? value : value + 100));
    const age = village.map((_, row) => (row % 4 < 2 ? "young" : "old"));
    expect(surveyTTest(women, changed, age)).toEqual(surveyTTest(women, hours, age));
  });

  test("three groups are refused", () => {
    expect(() =>
      surveyTTest(
        design,
        hours,
        village.map((v) => v % 3),
      ),
    ).toThrow("there are 3");
  });

  test("replicate weights serve the same test", () => {
    const replicateWeights = [0, 1, 2, 3, 4, 5].map((out) =>
      village.map(
        (v, row) => weights[row]! * (v === out ? 0 : Math.floor(v / 3) === Math.floor(out / 3) ? 1.5 : 1),
      ),
    );
    const jackknife = replicateDesign({
      weights,
      replicateWeights,
      scale: 1,
      replicateScales: 2 / 3,
      aroundEstimate: true,
      df: 4,
    });
    const test = surveyTTest(jackknife, hours, sex);
    expect(test.estimate).toBeCloseTo(surveyTTest(design, hours, sex).estimate!, 12);
    expect(test.se! / surveyTTest(design, hours, sex).se!).toBeCloseTo(1, 0);
  });
});

describe("tests of tables", () => {
  test("it does not matter which classification stands in rows", () => {
    for (const statistic of ["F", "Chisq", "Wald", "adjWald"] as const) {
      const across = raoScottTest(design, isContent, sex, statistic);
      expect(raoScottTest(design, sex, isContent, statistic).statistic).toBeCloseTo(across.statistic, 10);
    }
  });

  test("two classifications that are independent in the sample give a statistic of zero", () => {
    const even = village.map((_, row) => row % 2);
    const pairs = village.map((_, row) => Math.floor((row % 4) / 2));
    expect(raoScottTest(design, even, pairs).statistic).toBeCloseTo(0, 12);
  });

  test("a level that nobody in the domain has is left out, not divided by", () => {
    const women = subpopulation(
      design,
      sex.map((one) => one === "F"),
    );
    expect(() => raoScottTest(women, sex, isContent)).toThrow("1 and 2 are in use");
  });

  test("a table whose cells are all known has nothing to be tested against", () => {
    const census = surveyDesign({ populationCounts: [village.map(() => 24)], rows: 24 });
    expect(() => raoScottTest(census, isContent, sex)).toThrow("no sampling error");
    expect(() => goodnessOfFitTest(census, isContent, [1, 1])).toThrow("no sampling error");
  });

  test("expected shares are scaled to one, and shares equal to the sample's give a statistic of zero", () => {
    const total = weights.reduce((sum, w) => sum + w, 0);
    const share = weights.reduce((sum, w, row) => sum + w * isContent[row]!, 0) / total;
    const fit = goodnessOfFitTest(design, isContent, [100 * (1 - share), 100 * share]);
    expect(fit.statistic).toBeCloseTo(0, 10);
    expect(fit.p).toBeCloseTo(1, 6);
  });

  test("expected shares of another number of levels are refused", () => {
    expect(() => goodnessOfFitTest(design, isContent, [1])).toThrow(EstimateError);
  });
});

describe("regression", () => {
  test("on a classification alone gives the domain means", () => {
    const model = surveyRegression(design, hours, { sex: { categories: sex } });
    const women = estimateJointly(design, { F: mean(hours.map((h, row) => (sex[row] === "F" ? h : null))) });
    expect(model.names).toEqual(["(Intercept)", "sexM"]);
    expect(model.estimates[0]!.estimate).toBeCloseTo(women.estimates[0]!.estimate!, 12);
    expect(model.estimates[0]!.se).toBeCloseTo(women.estimates[0]!.se!, 12);
    expect(model.df).toBe(3);
  });

  test("a logistic model of a constant and one classification fits each share exactly", () => {
    const model = surveyRegression(design, isContent, { sex: { categories: sex } }, "binomial");
    const share = estimateJointly(design, {
      F: mean(isContent.map((c, row) => (sex[row] === "F" ? c : null))),
    });
    const p = share.estimates[0]!.estimate!;
    expect(model.estimates[0]!.estimate).toBeCloseTo(Math.log(p / (1 - p)), 9);
  });

  test("adding a constant to a year moves the intercept alone", () => {
    const year = village.map((_, row) => row % 5);
    const slope = (shift: number) =>
      surveyRegression(design, hours, { year: { numbers: year.map((y) => y + shift) } }).estimates[1]!;
    expect(slope(2020).estimate).toBeCloseTo(slope(0).estimate!, 9);
    expect(slope(2020).se).toBeCloseTo(slope(0).se!, 9);
  });

  test("a row without an answer to a term takes no part", () => {
    const age = hours.map((_, row) => (row === 0 ? null : row));
    const model = surveyRegression(design, hours, { age: { numbers: age } });
    expect(model.estimates[1]!.n).toBe(23);
  });

  test("a column that the others determine is refused", () => {
    const terms = {
      sex: { categories: sex },
      again: { categories: sex.map((one) => (one === "F" ? 1 : 2)) },
    };
    expect(() => surveyRegression(design, hours, terms)).toThrow("depends on the columns before it");
  });

  test("an outcome that a term predicts perfectly has no logistic model", () => {
    const terms = { content: { numbers: isContent } };
    expect(() => surveyRegression(design, isContent, terms, "binomial")).toThrow(EstimateError);
  });

  test("a log-linear model of a constant and one classification fits each mean exactly", () => {
    const model = surveyRegression(design, hours, { sex: { categories: sex } }, "poisson");
    const women = estimateJointly(design, { F: mean(hours.map((h, row) => (sex[row] === "F" ? h : null))) });
    expect(Math.exp(model.estimates[0]!.estimate!)).toBeCloseTo(women.estimates[0]!.estimate!, 9);
  });

  test("the test of a single term is the square of its t", () => {
    const model = surveyRegression(design, hours, { sex: { categories: sex } });
    const { estimate, se } = model.estimates[1]!;
    expect(regressionTermTest(model, ["sex"]).f).toBeCloseTo((estimate! / se!) ** 2, 12);
    expect(() => regressionTermTest(model, ["age"])).toThrow("no term age");
  });

  test("more quantities than their covariance can carry are refused", () => {
    expect(() =>
      waldTest(
        [1, 2],
        [
          [1, 1],
          [1, 1],
        ],
        9,
      ),
    ).toThrow("singular");
  });
});

describe("all pairs", () => {
  const three = {
    names: ["P01", "P02", "P03"],
    estimates: [60, 50, null],
    covariance: [
      [1, 0, 0],
      [0, 3, 0],
      [0, 0, 0],
    ],
  };

  test("a pair takes Satterthwaite's degrees of freedom from its two provinces", () => {
    const [first] = pairwiseComparisons(three, [2, 2, 0]);
    // (1 + 3)² / (1/2 + 9/2) = 3.2
    expect(first).toMatchObject({ first: "P01", second: "P02", difference: 10, se: 2, t: 5 });
    expect(first!.df).toBeCloseTo(3.2, 12);
  });

  test("pairs with an absent estimate stay in the list without a test, and the others are not adjusted for them", () => {
    const pairs = pairwiseComparisons(three, 12);
    expect(pairs.map(({ p }) => p === null)).toEqual([false, true, true]);
    expect(pairs[0]!.bonferroni).toBe(pairs[0]!.p);
  });

  test("two provinces known without error have a difference but no t test", () => {
    const exact = pairwiseComparisons(
      {
        names: ["a", "b"],
        estimates: [2, 1],
        covariance: [
          [0, 0],
          [0, 0],
        ],
      },
      12,
    );
    expect(exact[0]).toMatchObject({ difference: 1, se: 0, t: null, p: null });
  });
});
