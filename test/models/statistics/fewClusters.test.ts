import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DirectVariance,
  generalisedVariances,
  satterthwaiteDf,
} from "../../../models/statistics/index.ts";

describe("degrees of freedom of sums and differences", () => {
  test("two equal variances on 2 degrees of freedom each make a difference on 4", () => {
    expect(
      satterthwaiteDf([
        { variance: 1, df: 2 },
        { variance: 1, df: 2 },
      ]),
    ).toBe(4);
  });

  test("they lie between the smallest of the parts and their sum", () => {
    const part = fc.record({
      variance: fc.double({ min: 1e-300, max: 1e300 }),
      df: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const df = satterthwaiteDf(parts)!;
        expect(df).toBeGreaterThanOrEqual(Math.min(...parts.map((one) => one.df)) * (1 - 1e-9));
        expect(df).toBeLessThanOrEqual(parts.reduce((sum, one) => sum + one.df, 0) * (1 + 1e-9));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test("fixed appraisal points neither add nor take away degrees of freedom", () => {
    expect(
      satterthwaiteDf([
        { variance: 3, df: 2 },
        { variance: 0, df: 0 },
      ]),
    ).toBe(2);
  });

  test("a sum in which nothing varies is known exactly", () => {
    expect(satterthwaiteDf([{ variance: 0, df: 0 }])).toBe(Number.POSITIVE_INFINITY);
  });

  test("a part that varies on no degrees of freedom leaves none to the sum", () => {
    expect(
      satterthwaiteDf([
        { variance: 1, df: 12 },
        { variance: 1, df: 0 },
      ]),
    ).toBeNull();
  });
});

describe("generalised variances", () => {
  const rural = (unit: string, variance: number | null, df = 2): DirectVariance => ({
    unit,
    item: "access",
    type: "rural",
    variance,
    df,
    yardstick: 1 / 3,
  });

  test("two provinces pool their variance between districts, on the sum of their degrees of freedom", () => {
    const { variances, pools } = generalisedVariances([rural("P01", 4), rural("P02", 2)]);
    // between districts 12 and 6: pooled 9, a third of it is 3
    expect(variances.map(({ variance, df, basis }) => [variance, df, basis])).toEqual([
      [3, 4, "model-assisted"],
      [3, 4, "model-assisted"],
    ]);
    expect(pools).toMatchObject([{ units: 2, level: 9, extraSpread: 0 }]);
  });

  test("a province with one district, and so no variance of its own, receives the pooled one", () => {
    const { variances } = generalisedVariances([rural("P01", 4), rural("P02", 2), rural("P03", null, 0)]);
    expect(variances[2]).toMatchObject({ unit: "P03", variance: 3, df: 4 });
  });

  test("items and types are pooled apart", () => {
    const city = { ...rural("P01", 7), type: "city" };
    const fee = { ...rural("P01", 5), item: "fees" };
    const { variances } = generalisedVariances([rural("P01", 4), city, fee]);
    expect(variances.map(({ variance }) => variance)).toEqual(
      [4, 7, 5].map((value) => expect.closeTo(value, 12)),
    );
  });

  test("provinces that differ more than chance allows gain few degrees of freedom, and the fit says so", () => {
    const unlike = [0.1, 0.1, 0.1, 0.1, 40].map((variance, i) => rural(`P0${i}`, variance, 10));
    const { pools } = generalisedVariances(unlike);
    expect(pools[0]!.extraSpread).toBeGreaterThan(1);
    expect(pools[0]!.df).toBeLessThan(2);
    expect(pools[0]!.homogeneityP).toBeLessThan(1e-6);
  });

  test("a type in which no unit has degrees of freedom gives no variance", () => {
    const { variances, pools } = generalisedVariances([rural("P01", null, 0)]);
    expect(variances).toMatchObject([{ variance: null, df: null, basis: "model-assisted" }]);
    expect(pools).toEqual([]);
  });

  test("an item on which all answered alike has variance zero, not an error", () => {
    const { variances } = generalisedVariances([rural("P01", 0), rural("P02", 0)]);
    expect(variances[0]).toMatchObject({ variance: 0, df: 4 });
  });

  test("shares of 1 or points of 100: the degrees of freedom and the fit are the same", () => {
    const direct = [1, 5, 2, 9].map((variance, i) => rural(`P0${i}`, variance));
    const scaled = direct.map((one) => ({ ...one, variance: one.variance! * 1e4 }));
    const [a, b] = [direct, scaled].map((list) => generalisedVariances(list).pools[0]!);
    expect(b!.df).toBeCloseTo(a!.df, 10);
    expect(b!.homogeneityP).toBeCloseTo(a!.homogeneityP!, 10);
  });

  test("a yardstick of zero and a negative variance are refused", () => {
    expect(() => generalisedVariances([{ ...rural("P01", 1), yardstick: 0 }])).toThrow("P01");
    expect(() => generalisedVariances([rural("P01", -1)])).toThrow("P01");
  });
});
