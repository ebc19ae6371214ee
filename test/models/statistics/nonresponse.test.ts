import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  partialRepresentativeness,
  propensityClasses,
  responsePropensity,
  responseRepresentativeness,
  weightingClasses,
} from "../../../models/statistics/index.ts";

describe("weighting classes", () => {
  test("a respondent takes over the weight of those in the class who did not answer", () => {
    const { weights, classes } = weightingClasses([1, 1, 2], ["a", "a", "b"], [1, 0, 1]);
    expect([...weights]).toEqual([2, 0, 2]);
    expect(classes.map(({ label, factor, respondents }) => [label, factor, respondents])).toEqual([
      ["a", 2, 1],
      ["b", 1, 1],
    ]);
  });

  test("the weight of every class is kept", () => {
    const person = fc.record({
      w: fc.integer({ min: 1, max: 9 }),
      c: fc.constantFrom("a", "b"),
      r: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 20 }), (sample) => {
        const people = [...sample, { w: 3, c: "a", r: true }, { w: 2, c: "b", r: true }];
        const { weights } = weightingClasses(
          people.map(({ w }) => w),
          people.map(({ c }) => c),
          people.map(({ r }) => r),
        );
        for (const label of ["a", "b"]) {
          const total = (of: (row: number) => number) =>
            people.reduce((sum, { c }, row) => sum + (c === label ? of(row) : 0), 0);
          expect(total((row) => weights[row]!)).toBeCloseTo(
            total((row) => people[row]!.w),
            9,
          );
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test("a class in which nobody answered is named", () => {
    expect(() => weightingClasses([1, 1], ["a", "b"], [1, 0])).toThrow("No respondent of the class b");
  });

  test("an unknown status is never taken as a response", () => {
    expect(() => weightingClasses([1, 1], ["a", "a"], [1, null])).toThrow("Row 2 has response status null");
  });
});

describe("response propensities", () => {
  const ministry = ["a", "a", "a", "a", "b", "b", "b", "b"];
  const responded = [1, 1, 1, 0, 1, 0, 0, 0];

  test("of one classification are the response rates of its levels", () => {
    const { propensities, names } = responsePropensity(responded, { ministry: { categories: ministry } });
    expect(names).toEqual(["(Intercept)", "ministryb"]);
    expect([...propensities]).toEqual(
      [...Array(4).fill(0.75), ...Array(4).fill(0.25)].map((p) => expect.closeTo(p, 9)),
    );
  });

  test("need every term of every unit", () => {
    const terms = { ministry: { categories: [null, ...ministry.slice(1)] } };
    expect(() => responsePropensity(responded, terms)).toThrow("Row 1 lacks a term");
  });

  test("fall into classes of equal size, lowest first", () => {
    expect([...propensityClasses([0.9, 0.1, 0.5, 0.6], 2)]).toEqual([1, 0, 0, 1]);
  });

  test("a population that responds evenly is wholly representative", () => {
    expect(responseRepresentativeness([0.5, 0.5, 0.5])).toEqual({ indicator: 1, coefficientOfVariation: 0 });
  });

  test("the indicator falls by twice the spread of propensities", () => {
    // S = √(2 · 0.1² + 2 · 0.1²) / 3) = 0.11547
    expect(responseRepresentativeness([0.5, 0.5, 0.7, 0.7]).indicator).toBeCloseTo(
      1 - 2 * Math.sqrt(0.04 / 3),
      12,
    );
  });

  test("the partial indicator shows the spread between the classes of one variable", () => {
    expect(partialRepresentativeness([0.2, 0.2, 0.6, 0.6], ["a", "a", "b", "b"])).toBeCloseTo(0.2, 12);
    expect(partialRepresentativeness([0.2, 0.6, 0.2, 0.6], ["a", "a", "b", "b"])).toBe(0);
  });
});
