import { describe, expect, test } from "vitest";
import { cheapestLeaves, type PricedGap } from "../../../models/whatIf/cheapestLeaves.ts";
import { fewestLeaves } from "../../../models/whatIf/fewestLeaves.ts";
import { pointsForRank, rankAmong } from "../../../models/whatIf/pointsForRank.ts";
import { type WhatIfQuestion, whatIf } from "../../../models/whatIf/whatIf.ts";
import { randomStream } from "../../../pipelines/demo/randomStream.ts";

/** Every subset of the leaves that gains enough. */
function subsets<Leaf extends { gain: bigint }>(leaves: readonly Leaf[], needed: bigint): Leaf[][] {
  return Array.from({ length: 2 ** leaves.length }, (_, bits) =>
    leaves.filter((_, i) => bits & (1 << i)),
  ).filter((set) => set.reduce((sum, { gain }) => sum + gain, 0n) >= needed);
}
const cost = (set: readonly PricedGap[]) => set.reduce((sum, leaf) => sum + leaf.cost, 0n);

/** Ten leaves of a random card, with gaps that repeat and costs that have little to do with them. */
function drawLeaves(seed: number): PricedGap[] {
  const chance = randomStream(seed, "what-if");
  return Array.from({ length: 10 }, (_, i) => ({
    code: `1.${i + 1}`,
    gain: BigInt(chance.between(0, 12)) * 50_000_000n,
    cost: BigInt(chance.between(0, 9)),
  }));
}

describe("the fewest leaves", () => {
  test("are as few as the smallest of all sets that suffice: 300 random cards against every one of their 1,024 sets", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const leaves = drawLeaves(seed);
      const needed = BigInt(randomStream(seed, "need").between(1, 60)) * 50_000_000n;
      const enough = subsets(leaves, needed);
      const found = fewestLeaves(leaves, needed);
      expect(found?.length ?? null).toBe(
        enough.length === 0 ? null : Math.min(...enough.map((set) => set.length)),
      );
    }
  });

  test("no leaf is needed for nothing, and none suffices for more than all of them give", () => {
    const leaves = [{ code: "a", gain: 2n }];
    expect(fewestLeaves(leaves, 0n)).toEqual([]);
    expect(fewestLeaves(leaves, 3n)).toBeNull();
  });
});

describe("the cheapest leaves", () => {
  test("cost as little as the cheapest of all sets, and are the fewest of these: 300 random cards", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const leaves = drawLeaves(seed);
      const needed = BigInt(randomStream(seed, "need").between(1, 60)) * 50_000_000n;
      const enough = subsets(leaves, needed);
      const found = cheapestLeaves(leaves, needed);
      if (enough.length === 0) {
        expect(found).toBeNull();
        continue;
      }
      const least = enough.map(cost).reduce((a, b) => (a < b ? a : b));
      expect(found!.reduce((sum, { gain }) => sum + gain, 0n)).toBeGreaterThanOrEqual(needed);
      expect(cost(found!)).toBe(least);
      expect(found!.length).toBe(
        Math.min(...enough.filter((set) => cost(set) === least).map((set) => set.length)),
      );
    }
  });

  test("are not the ones with the cheapest points, where two small leaves waste less than one large one", () => {
    const leaves = [
      { code: "large", gain: 10n, cost: 10n },
      { code: "small", gain: 3n, cost: 4n },
      { code: "other", gain: 3n, cost: 4n },
    ];
    expect(cheapestLeaves(leaves, 6n)?.map(({ code }) => code)).toEqual(["small", "other"]);
  });

  test("at one price for every leaf are the fewest leaves, on cards of a hundred", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const chance = randomStream(seed, "hundred");
      const leaves = Array.from({ length: 100 }, (_, i) => ({
        code: String(i),
        gain: BigInt(chance.between(0, 950_000_000)),
        cost: 1n,
      }));
      const needed = 9_000_000_000n;
      expect(cheapestLeaves(leaves, needed)?.length).toBe(fewestLeaves(leaves, needed)?.length);
    }
  });
});

describe("points for a rank", () => {
  const others = [
    { points: "90", max: "100" },
    { points: "40", max: "50" },
    { points: "80", max: "100" },
    { points: "1", max: "3" },
  ];
  const own = { points: "70", max: "100" };

  test("are those of the unit that now holds it, and one step less leaves the rank as it is", () => {
    expect(rankAmong(own, others, "competition")).toBe(4);
    expect(pointsForRank(own, others, 2, "competition")).toBe("80");
    expect(rankAmong({ ...own, points: "80" }, others, "competition")).toBe(2);
    expect(rankAmong({ ...own, points: "79.999999999" }, others, "competition")).toBe(4);
  });

  test("under dense ranking equal units are passed together", () => {
    expect(rankAmong(own, others, "dense")).toBe(3);
    expect(pointsForRank(own, others, 2, "dense")).toBe("80");
  });

  test("a third of a maximum is passed at the ninth decimal, upwards", () => {
    const low = { points: "10", max: "100" };
    const points = pointsForRank(low, others, 4, "competition");
    expect(points).toBe("33.333333334");
    expect(rankAmong({ ...low, points }, others, "competition")).toBe(4);
    expect(rankAmong({ ...low, points: "33.333333333" }, others, "competition")).toBe(5);
  });
});

describe("what would lift a unit", () => {
  const question: WhatIfQuestion = {
    own: { points: "70", max: "100" },
    others: [{ points: "72", max: "100" }],
    ties: "competition",
    leaves: [
      { code: "1.1", kind: "appraised", points: "1", max: "2.5" },
      { code: "1.2", kind: "appraised", points: "0", max: "1" },
      { code: "2.1", kind: "statistic", points: "3", max: "3" },
      { code: "2.2", kind: "survey", points: "10", max: "22" },
    ],
    goal: { kind: "ranks", ranks: 1 },
  };

  test("a rank costs the distance to the unit before it; surveyed leaves are in no plan, however large their gap", () => {
    expect(whatIf(question)).toMatchObject({
      status: "planned",
      needed: "2",
      plan: [
        { code: "1.1", gain: "1.5" },
        { code: "1.2", gain: "1" },
      ],
      spare: "0.5",
      points: "72.5",
      rankBefore: 2,
      rank: 1,
    });
  });

  test("an assumed survey share counts before the plan, and may make it needless", () => {
    const assumed = new Map([["2.2", "11.5"]]);
    expect(whatIf({ ...question, assumed })).toMatchObject({
      assumed: "1.5",
      plan: [{ code: "1.1" }],
      rank: 1,
    });
    expect(whatIf({ ...question, assumed: new Map([["2.2", "12"]]) })).toMatchObject({
      status: "reached",
      points: "72",
      rank: 1,
    });
  });

  test("the cheapest plan uses only leaves that have a cost", () => {
    const costs = new Map([["1.2", "5.5"]]);
    const goal = { kind: "points", points: "0.5" } as const;
    expect(whatIf({ ...question, goal, costs })).toMatchObject({ plan: [{ code: "1.2" }], cost: "5.5" });
    expect(whatIf({ ...question, costs }).status).toBe("out_of_reach");
  });

  test("the first has no better rank to gain, and what no leaf can give is said to be out of reach", () => {
    expect(whatIf({ ...question, others: [] }).status).toBe("first");
    expect(whatIf({ ...question, goal: { kind: "points", points: "3" } })).toMatchObject({
      status: "out_of_reach",
      plan: [],
      points: "70",
    });
  });
});
