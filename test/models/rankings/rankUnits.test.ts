import { describe, expect, test } from "vitest";
import { type RankedUnit, rankUnits } from "../../../models/rankings/rankUnits.ts";

const unit = (code: string, percent: number, se = 0, df = Number.POSITIVE_INFINITY): RankedUnit => ({
  code,
  percent,
  se,
  df,
});

describe("ranks of units with surveyed parts", () => {
  test("units far apart have sets of one rank; a unit between two it cannot be told from has three", () => {
    const made = rankUnits([
      unit("a", 95, 0.2, 60),
      unit("b", 80.3, 0.4, 60),
      unit("c", 80, 0.4, 60),
      unit("d", 79.7, 0.4, 60),
    ]);
    expect(made.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(made.map(({ simultaneous }) => [simultaneous.low, simultaneous.high])).toEqual([
      [1, 1],
      [2, 4],
      [2, 4],
      [2, 4],
    ]);
    expect(made[0]?.indistinct).toEqual([]);
    expect(made[2]?.indistinct).toEqual(["b", "d"]);
  });

  test("every rank lies in its marginal set, and that in the simultaneous one", () => {
    const made = rankUnits(
      Array.from({ length: 12 }, (_, i) => unit(`u${i}`, 90 - 0.7 * i, 0.3 + 0.1 * (i % 4), 3 + i)),
    );
    for (const { rank, marginal, simultaneous } of made) {
      expect(simultaneous.low <= marginal.low && marginal.low <= rank).toBe(true);
      expect(rank <= marginal.high && marginal.high <= simultaneous.high).toBe(true);
    }
  });

  test("a tenth of the error with two degrees of freedom can tell less than with sixty", () => {
    const width = (df: number) =>
      rankUnits(Array.from({ length: 6 }, (_, i) => unit(`u${i}`, 90 - i, 0.25, df)))
        .map(({ simultaneous }) => simultaneous.high - simultaneous.low)
        .reduce((sum, each) => sum + each, 0);
    expect(width(2)).toBeGreaterThan(width(60));
  });

  test("two units without any error are compared exactly, and equal ones share a rank", () => {
    const made = rankUnits([unit("a", 80.000000001), unit("b", 80), unit("c", 80)]);
    expect(made.map(({ rank }) => rank)).toEqual([1, 2, 2]);
    expect(made.map(({ simultaneous }) => [simultaneous.low, simultaneous.high])).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
    ]);
    expect(rankUnits([unit("a", 80), unit("b", 80), unit("c", 70)], "dense").map(({ rank }) => rank)).toEqual(
      [1, 1, 2],
    );
  });

  test("shares among the first and last five are a description of ten units or more", () => {
    const many = rankUnits(Array.from({ length: 10 }, (_, i) => unit(`u${i}`, 90 - i, 0.01, 60)));
    expect(many.map(({ ends }) => ends?.topShare)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(many.map(({ ends }) => ends?.bottomShare)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(rankUnits([unit("a", 2, 1, 9), unit("b", 1, 1, 9)])[0]?.ends).toBeNull();
  });

  test("one unit is first among one, and no unit is no ranking", () => {
    expect(rankUnits([unit("a", 50, 1, 5)])).toMatchObject([{ rank: 1, simultaneous: { low: 1, high: 1 } }]);
    expect(rankUnits([])).toEqual([]);
  });

  test("the order of the units changes nothing", () => {
    const units = Array.from({ length: 8 }, (_, i) => unit(`u${i}`, 80 - 0.5 * i, 0.4, 12));
    const byCode = (made: readonly { code: string }[]) =>
      [...made].sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(byCode(rankUnits([...units].reverse()))).toEqual(byCode(rankUnits(units)));
  });
});
