import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EstimateError } from "../../../models/errors.ts";
import {
  type ComparedUnits,
  competitionRanks,
  denseRanks,
  goldsteinHealyMultiplier,
  holmRankSets,
  independentCovariance,
  kleinWrightWieczorekSets,
  marginalRankSets,
  normalDraws,
  type RankSet,
  rankConfidenceSets,
  simulatedRanks,
  simultaneousRankSets,
  studentisedDraws,
} from "../../../models/statistics/index.ts";

const KNOWN = Number.POSITIVE_INFINITY;

function units(estimates: number[], se: number[], df: number[]): ComparedUnits {
  return { units: estimates.map((_, j) => `U${j}`), estimates, covariance: independentCovariance(se), df };
}

/** Between 3 and 8 units with errors and 1 to 40 degrees of freedom. */
const someUnits = fc
  .array(
    fc.record({
      estimate: fc.integer({ min: 0, max: 400 }).map((x) => x / 4),
      se: fc.integer({ min: 1, max: 40 }).map((x) => x / 8),
      df: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 3, maxLength: 8 },
  )
  .map((list) =>
    units(
      list.map((u) => u.estimate),
      list.map((u) => u.se),
      list.map((u) => u.df),
    ),
  );

const runs = { seed: 17, numRuns: 60 };

describe("ranks", () => {
  test("equal scores share the better rank, and the next rank is skipped", () => {
    expect(competitionRanks([70, 90, 90, 50])).toEqual([3, 1, 1, 4]);
  });

  test("dense ranks skip no rank after a tie", () => {
    expect(denseRanks([70, 90, 90, 50])).toEqual([2, 1, 1, 3]);
  });

  test("a unit without a score has no rank and stands before nobody", () => {
    expect(competitionRanks([70, null, 90])).toEqual([2, null, 1]);
  });

  test("where less is better, the smallest comes first", () => {
    expect(competitionRanks([3, 1, 2], "smallest first")).toEqual([3, 1, 2]);
  });

  test("scores that differ only beyond the printed decimals are ranked apart", () => {
    expect(competitionRanks([82.1349, 82.1351])).toEqual([2, 1]);
  });
});

describe("rank confidence sets", () => {
  const contains = (outer: RankSet, inner: RankSet) => outer.low <= inner.low && outer.high >= inner.high;

  test("the simultaneous set of a unit contains its marginal set, on the same draws", () => {
    fc.assert(
      fc.property(someUnits, (compared) => {
        const draws = studentisedDraws(compared, 400, 5);
        const { simultaneous, marginal } = rankConfidenceSets(compared, draws);
        const [wide, narrow] = [simultaneous.sets, marginal.sets];
        expect(wide.every((set, j) => contains(set, narrow[j]!))).toBe(true);
      }),
      runs,
    );
  });

  test("the pairs told apart are what the sets are made of", () => {
    const compared = units([10, 0, 0.1], [1, 1, 1], [20, 20, 20]);
    const { ahead, sets } = simultaneousRankSets(compared, studentisedDraws(compared, 500, 5));
    expect(ahead.toSorted()).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(sets[0]).toEqual({ low: 1, high: 1 });
  });

  test("stepping down never makes a set wider", () => {
    fc.assert(
      fc.property(someUnits, (compared) => {
        const draws = studentisedDraws(compared, 400, 5);
        const once = simultaneousRankSets(compared, draws, { stepDown: false }).sets;
        const stepped = simultaneousRankSets(compared, draws).sets;
        expect(once.every((set, j) => contains(set, stepped[j]!))).toBe(true);
      }),
      runs,
    );
  });

  test("a unit's own rank lies in all its sets", () => {
    fc.assert(
      fc.property(someUnits, (compared) => {
        const draws = studentisedDraws(compared, 400, 5);
        const ranks = competitionRanks(compared.estimates);
        const all = [
          simultaneousRankSets(compared, draws).sets,
          marginalRankSets(compared, draws).sets,
          kleinWrightWieczorekSets(compared),
          holmRankSets(compared),
        ];
        for (const sets of all) {
          expect(sets.every((set, j) => set.low <= ranks[j]! && ranks[j]! <= set.high)).toBe(true);
        }
      }),
      runs,
    );
  });

  test("the order in which units are listed changes no set", () => {
    fc.assert(
      fc.property(someUnits, (compared) => {
        const turned: ComparedUnits = {
          units: compared.units.toReversed(),
          estimates: compared.estimates.toReversed(),
          covariance: compared.covariance.map((row) => row.toReversed()).toReversed(),
          df: compared.df.toReversed(),
        };
        const sets = (one: ComparedUnits) => simultaneousRankSets(one, studentisedDraws(one, 400, 5)).sets;
        expect(sets(turned).toReversed()).toEqual(sets(compared));
      }),
      runs,
    );
  });

  test("points out of 100 or shares of 1 give the same sets", () => {
    fc.assert(
      fc.property(someUnits, (compared) => {
        const scaled = {
          ...compared,
          estimates: compared.estimates.map((x) => x / 128),
          covariance: compared.covariance.map((row) => row.map((v) => v / 128 ** 2)),
        };
        const sets = (one: ComparedUnits) => marginalRankSets(one, studentisedDraws(one, 400, 5)).sets;
        expect(sets(scaled)).toEqual(sets(compared));
      }),
      runs,
    );
  });

  test("where less is better, the sets are those of the negated scores", () => {
    const compared = units([1, 5, 9], [1, 1, 1], [10, 10, 10]);
    const negated = { ...compared, estimates: compared.estimates.map((x) => -x) };
    const draws = studentisedDraws(compared, 500, 5);
    expect(simultaneousRankSets(compared, draws, { order: "smallest first" }).sets).toEqual(
      simultaneousRankSets(negated, draws).sets,
    );
  });

  test("units without any error are compared exactly, and tie when equal", () => {
    const compared = units([90, 80, 80], [0, 0, 0], [0, 0, 0]);
    const draws = studentisedDraws(compared, 100, 5);
    expect(simultaneousRankSets(compared, draws).sets).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 3 },
      { low: 2, high: 3 },
    ]);
  });

  test("an error that two units share entirely does not blur which is ahead", () => {
    const compared = {
      units: ["A", "B"],
      estimates: [3, 2],
      covariance: [
        [4, 4],
        [4, 4],
      ],
      df: [KNOWN, KNOWN],
    };
    expect(simultaneousRankSets(compared, studentisedDraws(compared, 200, 5)).sets).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 2 },
    ]);
  });

  test("positive correlation tells more pairs apart than independence", () => {
    const estimates = [10, 8, 6, 4];
    const independent = units(estimates, [1, 1, 1, 1], [KNOWN, KNOWN, KNOWN, KNOWN]);
    const covariance = independent.covariance.map((row, j) => row.map((_, k) => (j === k ? 1 : 0.9)));
    const correlated = { ...independent, covariance };
    const width = (one: ComparedUnits) =>
      simultaneousRankSets(one, studentisedDraws(one, 2000, 5)).sets.reduce(
        (sum, s) => sum + s.high - s.low,
        0,
      );
    expect(width(correlated)).toBe(0);
    expect(width(independent)).toBeGreaterThan(0);
  });

  test("two degrees of freedom ask for a far larger difference than a known error", () => {
    const critical = (df: number) => {
      const compared = units([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], [df, df, df, df, df, df]);
      return simultaneousRankSets(compared, studentisedDraws(compared, 4000, 5)).criticalValues[0]!;
    };
    // known errors: the studentised range of six, 4.03 / √2 = 2.85
    expect(critical(KNOWN)).toBeCloseTo(2.85, 1);
    expect(critical(2)).toBeGreaterThan(5);
  });

  test("normal critical values are refused below 30 degrees of freedom", () => {
    expect(() => normalDraws(units([1, 2], [1, 1], [40, 29]), 100, 5)).toThrow(
      "Unit U1 has 29 degrees of freedom; normal critical values need at least 30.",
    );
  });

  test("a unit without error may join normal draws whatever its degrees of freedom", () => {
    expect(normalDraws(units([1, 2], [1, 0], [40, 0]), 100, 5).draws).toBe(100);
  });

  test("a unit with an error but no degree of freedom is refused, not guessed", () => {
    expect(() => studentisedDraws(units([1, 2], [1, 1], [3, 0]), 100, 5)).toThrow(EstimateError);
  });

  test("a unit without an estimate is refused by name", () => {
    const compared = units([1, Number.NaN], [1, 1], [9, 9]);
    const draws = studentisedDraws({ ...compared, estimates: [1, 2] }, 100, 5);
    expect(() => simultaneousRankSets(compared, draws)).toThrow("Unit U1 has no finite estimate");
  });

  test("a matrix that is no covariance matrix is refused", () => {
    const compared = {
      units: ["A", "B"],
      estimates: [1, 2],
      covariance: [
        [1, 2],
        [2, 1],
      ],
      df: [9, 9],
    };
    expect(() => studentisedDraws(compared, 100, 5)).toThrow(EstimateError);
  });

  test("joint intervals of Klein, Wright and Wieczorek use each unit's own degrees of freedom", () => {
    // joint 95 % for two units: each 97.47 %; z = 2.236, t on 2 df = 6.164
    expect(kleinWrightWieczorekSets(units([10, 0], [1, 1], [KNOWN, KNOWN]))).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 2 },
    ]);
    expect(kleinWrightWieczorekSets(units([10, 0], [1, 1], [2, 2]))).toEqual([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
    ]);
  });

  test("Holm's sets need no draws and part units that lie far apart", () => {
    expect(holmRankSets(units([10, 0, 0.1], [1, 1, 1], [20, 20, 20]))).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 3 },
      { low: 2, high: 3 },
    ]);
  });
});

describe("descriptions of rank", () => {
  test("equal standard errors need intervals of 1.39 standard errors to be read in pairs", () => {
    expect(goldsteinHealyMultiplier([2, 2, 2])).toBeCloseTo(1.3859, 4);
  });

  test("simulated ranks are marked as a description, and their top shares add up to the places", () => {
    const compared = units([5, 4, 3, 2], [1, 1, 1, 1], [KNOWN, KNOWN, KNOWN, KNOWN]);
    const ranks = simulatedRanks(compared, normalDraws(compared, 500, 5), 2);
    expect(ranks.reduce((sum, rank) => sum + rank.topShare, 0)).toBeCloseTo(2, 12);
    expect(ranks.reduce((sum, rank) => sum + rank.bottomShare, 0)).toBeCloseTo(2, 12);
    expect(ranks.map((rank) => rank.basis)).toEqual(Array(4).fill("description"));
  });
});
