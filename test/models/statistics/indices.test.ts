import { describe, expect, test } from "vitest";
import {
  arithmeticIndex,
  averageRankShift,
  compositeVariance,
  correlation,
  fayHerriot,
  geometricIndex,
  goalpostScores,
  indicatorImportance,
  minMaxScores,
  randomChiSquare,
  randomNormal,
  randomUniform,
  seededStream,
  sobolIndices,
  zScores,
} from "../../../models/statistics/index.ts";

describe("normalisation", () => {
  test("min-max puts the worst unit at 0 and the best at 100, and turns a cost round", () => {
    expect(minMaxScores([10, 20, 15])).toEqual([0, 100, 50]);
    expect(minMaxScores([10, 20, 15], "cost")).toEqual([100, 0, 50]);
  });

  test("fixed goalposts give a unit the same score whoever else is there", () => {
    expect(goalpostScores([3], { low: 1, high: 5 })).toEqual([50]);
    expect(goalpostScores([3, 1, 9], { low: 1, high: 5 })[0]).toBe(50);
  });

  test("an indicator on which all units are equal is refused", () => {
    expect(() => minMaxScores([4, 4])).toThrow("leave no range");
    expect(() => zScores([4, 4])).toThrow("same value");
  });

  test("z-scores use n − 1", () => {
    expect(zScores([1, 2, 3])).toEqual([-1, 0, 1]);
  });
});

describe("composites", () => {
  test("the arithmetic mean lets one indicator make good another, the geometric one does not", () => {
    expect(
      arithmeticIndex(
        [
          [0, 50],
          [100, 50],
        ],
        [0.5, 0.5],
      ),
    ).toEqual([50, 50]);
    expect(
      geometricIndex(
        [
          [0, 50],
          [100, 50],
        ],
        [0.5, 0.5],
        1,
      ),
    ).toEqual([expect.closeTo(10, 12), expect.closeTo(50, 12)]);
  });

  test("a geometric mean without a positive floor, or weights that do not sum to one, are refused", () => {
    expect(() => geometricIndex([[0]], [1], 0)).toThrow("above zero");
    expect(() => geometricIndex([[1], [1]], [1, 1], 1)).toThrow("sum to 2");
  });

  test("errors add up with their covariance: 4 · 1 + 2 · 2 · 0.5 + 4 = 10", () => {
    expect(
      compositeVariance(
        [2, 1],
        [
          [1, 0.5],
          [0.5, 4],
        ],
      ),
    ).toBe(10);
  });

  test("the average rank shift counts places moved per unit", () => {
    expect(averageRankShift([1, 2, 3], [2, 1, 3])).toBeCloseTo(2 / 3, 12);
  });

  test("importance is what an indicator shares with the index, whatever its weight says", () => {
    expect(
      indicatorImportance(
        [
          [0, 50, 100],
          [10, 10, 10],
        ],
        [6, 30, 54],
      ),
    ).toEqual([expect.closeTo(1, 12), null]);
    expect(correlation([1, 2], [1, 1])).toBeNull();
  });
});

describe("sensitivity", () => {
  const sample = (label: string) => {
    const stream = seededStream(11, label);
    return Array.from({ length: 4000 }, () => [randomUniform(stream), randomUniform(stream)]);
  };

  test("a model that adds x and 2y owes a fifth of its variance to x and the rest to y", () => {
    const result = sobolIndices(([x, y]) => x! + 2 * y! - 1.5, sample("A"), sample("B"))!;
    expect(Math.abs(result.first[0]! - 0.2)).toBeLessThan(0.05); // three Monte Carlo errors
    expect(Math.abs(result.total[1]! - 0.8)).toBeLessThan(0.05);
    expect(result.runs).toBe(4000 * 4);
  });

  test("an output that does not vary has no indices", () => {
    expect(sobolIndices(() => 3, sample("A"), sample("B"))).toBeNull();
  });

  test("a model that breaks down says for which inputs", () => {
    expect(() => sobolIndices(() => Number.NaN, [[1]], [[2]])).toThrow("NaN for inputs 1");
  });
});

describe("small areas", () => {
  const x = [1, 2, 3, 4, 5, 6].map((value) => [1, value]);

  test("areas that lie on the line have no variance of their own, and all estimates are the line's", () => {
    const fit = fayHerriot([3, 5, 7, 9, 11, 13], x, [1, 1, 1, 1, 1, 1]);
    expect(fit.areaVariance).toBe(0);
    expect(fit.areas.map(({ gamma }) => gamma)).toEqual(Array(6).fill(0));
    expect(fit.areas[5]!.estimate).toBeCloseTo(13, 9);
    expect(fit.basis).toBe("model-based");
  });

  test("the better a direct estimate, the more of it is kept", () => {
    const { areas, areaVariance } = fayHerriot([9, 1, 12, 3, 18, 4], x, [0.1, 1, 4, 1, 1, 1]);
    expect(areaVariance).toBeGreaterThan(0);
    expect(areas[0]!.gamma).toBeGreaterThan(areas[1]!.gamma);
    expect(areas[1]!.gamma).toBeGreaterThan(areas[2]!.gamma);
  });

  test("an auxiliary variable that says the same twice is refused", () => {
    const twice = x.map(([one, value]) => [one!, value!, 2 * value!]);
    expect(() => fayHerriot([3, 5, 7, 9, 11, 13], twice, [1, 1, 1, 1, 1, 1])).toThrow(
      "depends on the others",
    );
  });

  test("an area without a sampling variance is refused", () => {
    expect(() => fayHerriot([1, 2, 3], [[1], [1], [1]], [1, 0, 1])).toThrow("Area 2 has sampling variance 0");
  });
});

describe("random streams", () => {
  test("the same seed and key always give the same numbers, another key others", () => {
    const draw = (...key: (string | number)[]) => randomNormal(seededStream(7, ...key));
    expect(draw("P01", 3)).toBe(draw("P01", 3));
    expect(draw("P01", 3)).not.toBe(draw("P01", 4));
  });

  test("chi-square draws have the mean and variance of their degrees of freedom, whole or not", () => {
    for (const df of [0.7, 2, 3.5, 12]) {
      const stream = seededStream(3, df);
      const values = Array.from({ length: 20_000 }, () => randomChiSquare(stream, df));
      const mean = values.reduce((sum, value) => sum + value, 0) / 20_000;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 19_999;
      expect(Math.abs(mean / df - 1)).toBeLessThan(4 * Math.sqrt(2 / df / 20_000));
      expect(Math.abs(variance / (2 * df) - 1)).toBeLessThan(4 * Math.sqrt((2 + 12 / df) / 20_000));
    }
  });
});
