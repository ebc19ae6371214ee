import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calibrate,
  estimate,
  estimateDomainMeans,
  iterativeProportionalFitting,
  mean,
  postStratify,
  rake,
  replicateDesign,
  type SurveyDesign,
  subpopulation,
  surveyDesign,
  total,
  trimmedWeights,
  trimWeights,
} from "../../../models/statistics/index.ts";

const sex = ["F", "F", "M", "M", "F", "M"];
const age = ["young", "old", "young", "old", "old", "young"];
const six = surveyDesign({ clusters: [[1, 1, 2, 2, 3, 3]], weights: [10, 12, 9, 14, 11, 8] });
const bySex = { labels: sex, totals: { F: 40, M: 30 } };
const byAge = { labels: age, totals: { young: 25, old: 45 } };

describe("margins that no weights can meet are refused by name", () => {
  const refused: [string, () => unknown, string][] = [
    [
      "a category with a total and no row",
      () => rake(six, { sex: { labels: sex, totals: { F: 40, M: 30, X: 5 } } }),
      "The sample holds no row of sex = X, whose total is 5.",
    ],
    [
      "a category with rows of weight zero only",
      () => rake(surveyDesign({ weights: [1, 0] }), { sex: { labels: ["F", "M"], totals: { F: 1, M: 1 } } }),
      "sex = M has a total of 1 and a sample weight of 0; no factor can join them.",
    ],
    [
      "a total of zero over rows",
      () => rake(six, { sex: { labels: sex, totals: { F: 40, M: 0 } } }),
      "sex = M has a total of 0 and a sample weight of 31; no factor can join them.",
    ],
    [
      "a category of the sample without a total",
      () => rake(six, { sex: { labels: sex, totals: { F: 40 } } }),
      "The margin sex gives no total for M, which the sample holds.",
    ],
    [
      "margins of two populations",
      () => rake(six, { sex: bySex, age: { labels: age, totals: { young: 25, old: 50 } } }),
      "The margin sex adds to 70 and the margin age to 75; they must add to one population.",
    ],
    [
      "a negative total",
      () => rake(six, { sex: { labels: sex, totals: { F: 80, M: -10 } } }),
      "The total of sex = M is -10; it must be zero or more.",
    ],
    [
      "a missing label",
      () => rake(six, { sex: { labels: ["F", null, "M", "M", "F", "M"], totals: { F: 40, M: 30 } } }),
      "sex is missing in row 2; every row must have it to be calibrated.",
    ],
    [
      "bounds that are too narrow, naming the worst margin",
      () =>
        calibrate(
          six,
          { margins: { sex: { labels: sex, totals: { F: 60, M: 10 } } } },
          { bounds: [0.9, 1.1] },
        ),
      "Calibration did not meet its margins: sex = ",
    ],
    [
      "bounds that do not hold 1",
      () => calibrate(six, { margins: { sex: bySex } }, { bounds: [1.1, 2] }),
      "The bounds of the factors are 1.1 and 2; 1 must lie between them.",
    ],
    [
      "the logit distance without bounds",
      () => calibrate(six, { margins: { sex: bySex } }, { distance: "logit" }),
      "The logit distance needs two bounds",
    ],
    [
      "a domain instead of the whole sample",
      () => rake(subpopulation(six, [1, 1, 1, 0, 0, 0]), { sex: bySex }),
      "A subpopulation cannot be calibrated",
    ],
    ["nothing known", () => calibrate(six, {}), "Calibration needs a margin or a total; none is given."],
  ];
  test.each(refused)("%s", (_, run, message) => {
    expect(run).toThrow(message);
  });

  test("raking that does not converge names the worst margin", () => {
    // the only young row is F, the only old row M: their margins contradict
    const design = surveyDesign({ weights: [1, 1] });
    const margins = {
      sex: { labels: ["F", "M"], totals: { F: 3, M: 1 } },
      age: { labels: ["young", "old"], totals: { young: 1, old: 3 } },
    };
    expect(() => rake(design, margins, { rounds: 20 })).toThrow(
      /Raking did not meet its margins: sex = M is at 3, its total is 1\./,
    );
  });

  test("weights below zero, unless they are asked for", () => {
    const x = { values: [1, 2, 3, 4, 5, 6], total: 50 };
    const run = (allowNegative: boolean) =>
      calibrate(six, { margins: { sex: bySex }, totals: { x } }, { allowNegative });
    expect(() => run(false)).toThrow(/Linear calibration gives a factor of -\d/);
    expect(Math.min(...run(true).weights)).toBeLessThan(0);
  });

  test("a replicate that cannot be raked is named", () => {
    const design = replicateDesign({
      weights: [1, 1],
      replicateWeights: [
        [1, 1],
        [2, 0],
      ],
      scale: 1,
    });
    const margins = { sex: { labels: ["F", "M"], totals: { F: 3, M: 1 } } };
    expect(() => rake(design, margins)).toThrow(
      "In replicate 2: sex = M has a total of 1 and a sample weight of 0",
    );
  });
});

test("a category without rows and without a total does no harm", () => {
  const raked = rake(six, { sex: { labels: sex, totals: { F: 40, M: 30, X: 0 } } });
  expect(sum(raked.weights)).toBeCloseTo(70, 12);
});

test("post-stratification multiplies each group to its total", () => {
  const { weights } = postStratify(six, bySex);
  expect(weights[0]).toBeCloseTo((10 * 40) / 33, 12);
  expect(weights[5]).toBeCloseTo((8 * 30) / 31, 12);
});

test("raking by margins in turn and by Newton's method give the same weights", () => {
  const inTurn = rake(six, { sex: bySex, age: byAge });
  const byNewton = calibrate(six, { margins: { sex: bySex, age: byAge } }, { distance: "raking" });
  byNewton.weights.forEach((weight, row) => {
    expect(weight).toBeCloseTo(inTurn.weights[row]!, 9);
  });
});

test("weights calibrated within clusters stay equal there and still meet the total", () => {
  const x = { values: [1, 2, 3, 4, 5, 7], total: 250 };
  const { weights } = calibrate(six, { totals: { x } }, { equalWithinStage: 1 });
  expect(weights[0]! / 10).toBeCloseTo(weights[1]! / 12, 12);
  expect(weights.reduce((all, weight, row) => all + weight * x.values[row]!, 0)).toBeCloseTo(250, 9);
});

test("fitting leaves cells that already agree as they are", () => {
  const margin = {
    name: "sex",
    categories: ["F", "M"],
    codes: Int32Array.of(0, 1),
    totals: Float64Array.of(2, 3),
  };
  expect([...iterativeProportionalFitting(Float64Array.of(2, 3), [margin])]).toEqual([1, 1]);
});

/** Three-stage samples with two classifications whose every category has rows. */
const samples = fc
  .array(
    fc.record({
      y: fc.integer({ min: 0, max: 9 }),
      w: fc.integer({ min: 5, max: 15 }),
      a: fc.nat(2),
      b: fc.nat(1),
    }),
    {
      minLength: 24,
      maxLength: 60,
    },
  )
  .map((rows) =>
    rows.map((row, k) => ({
      ...row,
      a: k < 3 ? k : row.a,
      b: k < 6 ? k % 2 : row.b,
      h: Math.floor(k / 12),
      i: Math.floor(k / 4),
      j: Math.floor(k / 2),
    })),
  );

type Row = { y: number; w: number; a: number; b: number; h: number; i: number; j: number };

function declare(rows: readonly Row[]): SurveyDesign {
  return surveyDesign({
    strata: rows.map(({ h }) => h),
    clusters: [rows.map(({ i }) => i), rows.map(({ j }) => j), rows.map((_, k) => k)],
    populationCounts: [rows.map(() => 30), rows.map(() => 12), rows.map(() => 40)],
    weights: rows.map(({ w }) => w),
    lonelyPsu: "remove",
  });
}

/** Targets near the sample's own, so that every distance can meet them. */
function margins(rows: readonly Row[]) {
  const weigh = (of: (row: Row) => number, code: number) =>
    rows.filter((row) => of(row) === code).reduce((all, { w }) => all + w, 0);
  const population = rows.reduce((all, { w }) => all + w, 0);
  const b1 = Math.round(weigh(({ b }) => b, 1) * 1.05);
  return {
    a: {
      labels: rows.map(({ a }) => a),
      totals: Object.fromEntries([0, 1, 2].map((code) => [code, weigh(({ a }) => a, code)])),
    },
    b: { labels: rows.map(({ b }) => b), totals: { 0: population - b1, 1: b1 } },
  };
}

const calibrations: [
  string,
  (design: SurveyDesign, rows: readonly Row[]) => SurveyDesign,
  [number, number] | null,
][] = [
  ["raking", (design, rows) => rake(design, margins(rows)), null],
  ["linear calibration", (design, rows) => calibrate(design, { margins: margins(rows) }), null],
  [
    "bounded linear calibration",
    (design, rows) => calibrate(design, { margins: margins(rows) }, { bounds: [0.5, 2] }),
    [0.5, 2],
  ],
  [
    "logit calibration",
    (design, rows) => calibrate(design, { margins: margins(rows) }, { distance: "logit", bounds: [0.4, 3] }),
    [0.4, 3],
  ],
];

describe.each(calibrations)("%s, whatever the sample", (_, adjust, bounds) => {
  test("meets every margin, within its bounds, and leaves no error in them", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const design = declare(rows);
        const calibrated = adjust(design, rows);
        for (const { labels, totals } of Object.values(margins(rows))) {
          for (const [code, target] of Object.entries(totals)) {
            const one = estimate(calibrated, total(labels.map((label) => String(label) === code)), { df: 1 });
            expect(Math.abs(one.estimate! - target) / target).toBeLessThan(1e-9);
            expect(one.se! / target).toBeLessThan(1e-9);
          }
        }
        if (bounds === null) return;
        calibrated.weights.forEach((weight, row) => {
          expect(weight / design.weights[row]!).toBeGreaterThanOrEqual(bounds[0] - 1e-12);
          expect(weight / design.weights[row]!).toBeLessThanOrEqual(bounds[1] + 1e-12);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("a table of domain means holds the numbers of each domain asked alone, missing answers included", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom("h", "a", "i"), (rows, by) => {
        const calibrated = adjust(declare(rows), rows);
        expectTable(calibrated, rows, by as "h");
      }),
      { numRuns: 25 },
    );
  });
});

test.each(["remove", "average", "adjust"] as const)(
  "a table of domain means follows the rule %s for single PSUs",
  (lonelyPsu) => {
    const rows = Array.from({ length: 20 }, (_, k) => ({
      y: (k * 7) % 10,
      w: 5 + (k % 4),
      a: k % 3,
      b: k % 2,
      h: k < 4 ? 9 : Math.floor(k / 10),
      i: Math.floor(k / 4),
      j: 0,
    }));
    const design = surveyDesign({
      strata: rows.map(({ h }) => h),
      clusters: [rows.map(({ i }) => `${i}`)],
      nest: true,
      weights: rows.map(({ w }) => w),
      lonelyPsu,
    });
    expectTable(design, rows, "a");
    expectTable(rake(design, margins(rows)), rows, "h");
  },
);

test("a table of domain means of an element sample, and after two calibrations, holds the same numbers too", () => {
  const rows = Array.from({ length: 30 }, (_, k) => ({
    y: (k * 7) % 10,
    w: 5 + (k % 4),
    a: k % 3,
    b: k % 2,
    h: k % 2,
    i: Math.floor(k / 3),
    j: 0,
  }));
  const elements = surveyDesign({ strata: rows.map(({ h }) => h), weights: rows.map(({ w }) => w) });
  expectTable(elements, rows, "a");
  const clusters = surveyDesign({ clusters: [rows.map(({ i }) => i)], weights: rows.map(({ w }) => w) });
  const once = postStratify(clusters, margins(rows).b);
  const twice = calibrate(once, { totals: { j: { values: rows.map(({ a }) => a + 1), total: 400 } } });
  expectTable(twice, rows, "h");
});

function expectTable(design: SurveyDesign, rows: readonly Row[], by: "h" | "a" | "i"): void {
  const full = rows.map(({ y }) => y);
  const gaps = rows.map(({ y }, k) => (k % 5 === 2 ? null : y * y));
  const table = estimateDomainMeans(
    design,
    { full, gaps },
    rows.map((row) => row[by]),
  );
  table.domains.forEach((label, d) => {
    const domain = subpopulation(
      design,
      rows.map((row) => String(row[by]) === label),
    );
    for (const [name, column] of Object.entries({ full, gaps })) {
      const alone = estimate(domain, mean(column));
      const cell = table.estimates[name]![d]!;
      for (const key of ["estimate", "se", "df", "low", "high", "n", "nEff", "deff"] as const) {
        if (alone[key] === null) expect(cell[key]).toBeNull();
        else expect(Math.abs(cell[key]! - alone[key])).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(alone[key])));
      }
      expect(cell.status).toBe(alone.status);
    }
  });
}

describe("trimming", () => {
  test("keeps the total weight, in equal or proportional shares", () => {
    const weights = Float64Array.of(1, 3, 8);
    expect([...trimmedWeights(weights, { upper: 6 }).weights]).toEqual([2, 4, 6]);
    expect([...trimmedWeights(weights, { upper: 6, redistribute: "proportional" }).weights]).toEqual([
      1.5, 4.5, 6,
    ]);
  });

  test("repeats when strict, and never gives back to a row that was cut", () => {
    // 9 → 6 gives 1 to each of 5.5, 4, 2; 6.5 → 6 gives 0.25 to the last two
    const trimmed = trimmedWeights(Float64Array.of(9, 5.5, 4, 2), { upper: 6, strict: true });
    expect([...trimmed.weights]).toEqual([6, 6, 5.25, 3.25]);
    expect(trimmed.cutRows).toBe(2);
  });

  test("reports what it did", () => {
    const { movedShare, kishBefore, kishAfter } = trimmedWeights(Float64Array.of(1, 3, 8), { upper: 6 });
    expect(movedShare).toBeCloseTo(2 / 12, 12);
    expect(kishBefore).toBeCloseTo((3 * 74) / 144, 12);
    expect(kishAfter).toBeCloseTo((3 * 56) / 144, 12);
  });

  test("is refused when no row is left to take the cut mass, or the limits cross", () => {
    expect(() => trimmedWeights(Float64Array.of(8, 9), { upper: 6 })).toThrow(
      "Every weight is outside the limits",
    );
    expect(() => trimmedWeights(Float64Array.of(8, 9), { lower: 7, upper: 6 })).toThrow(
      "The lower limit 7 is above",
    );
  });

  test("trims every replicate", () => {
    const design = replicateDesign({ weights: [1, 3, 8], replicateWeights: [[0, 2, 10]], scale: 1 });
    expect([...trimWeights(design, { upper: 6 }).replicateWeights[0]!]).toEqual([2, 4, 6]);
  });
});

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
