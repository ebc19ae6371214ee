import { expect, test } from "vitest";
import { calibrationGroup } from "../../../models/sipas/calibrationGroups.ts";
import { clusterSample, type SampledCluster } from "../../../models/sipas/clusterSample.ts";
import { contrastItems } from "../../../models/sipas/contrastItems.ts";
import { type Domain, estimateDomains } from "../../../models/sipas/estimateDomains.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { replicateDomains } from "../../../models/sipas/replicateDomains.ts";
import { runsOf, type SurveyCells } from "../../../models/sipas/surveyCells.ts";
import { calibrationStep } from "../../../models/statistics/calibrationStep.ts";
import { estimate } from "../../../models/statistics/estimate.ts";
import { mean } from "../../../models/statistics/mean.ts";
import { auxiliaryTargets } from "../../../models/statistics/populationTargets.ts";
import { surveyDesign } from "../../../models/statistics/surveyDesign.ts";

const item: NodeFormula = { node: "x", level: "item", terms: [{ coefficient: 1, items: ["x"] }] };

/** Respondents of one cluster, margin cell and weight. */
interface Group {
  readonly cluster: number;
  readonly cell: number;
  readonly weight: number;
  readonly yes: number;
  readonly no: number;
}

function toCells(
  clusters: readonly Omit<SampledCluster, "responses">[],
  groups: readonly Group[],
): SurveyCells {
  const sample = clusterSample(
    clusters.map((cluster, index) => ({
      ...cluster,
      responses: groups.reduce((sum, own) => sum + (own.cluster === index ? own.yes + own.no : 0), 0),
    })),
  );
  const column = (of: (group: Group) => number) => Int32Array.from(groups, of);
  return {
    sample,
    cluster: column(({ cluster }) => cluster),
    cell: column(({ cell }) => cell),
    weight: Float64Array.from(groups, ({ weight }) => weight),
    responses: column(({ yes, no }) => yes + no),
    items: new Map([["x", { yes: column(({ yes }) => yes), counted: column(({ yes, no }) => yes + no) }]]),
    rowsOfStratum: runsOf(groups.map(({ cluster }) => clusters[cluster]!.stratum)),
    calibration: [],
  };
}

const province = (code: string): Domain => ({ level: "province", code, strata: [code], weights: null });
const one = (cells: SurveyCells, domain: Domain) =>
  [...estimateDomains(cells, [domain], [item], () => null, 1)][0]!.estimate;

test("a sample of two stages has the variance that the recursion gives by hand", () => {
  const clusters = ["a", "b"].map((key) => ({
    stratum: "01",
    path: [key],
    populationCounts: [4],
    persons: 10,
  }));
  const cells = toCells(clusters, [
    { cluster: 0, cell: 0, weight: 1, yes: 2, no: 0 },
    { cluster: 1, cell: 0, weight: 1, yes: 1, no: 1 },
  ]);
  const { share, se, df, n } = one(cells, province("01"));
  // z of the areas ±0.125: (1 − 2/4)·2·0.03125 = 0.03125; within b: (2/4)·(1 − 2/10)·2·0.03125 = 0.025
  expect(share).toBe(0.75);
  expect(se! ** 2).toBeCloseTo(0.05625, 15);
  expect([df, n]).toEqual([1, 4]);
});

/** Three provinces: one ordinary with an area where nobody answered, one with a single first-stage unit, one more. */
const clusters = (lonely: boolean) => [
  { stratum: "01", path: ["a", "a1"], populationCounts: [6, 5], persons: 40 },
  { stratum: "01", path: ["a", "a2"], populationCounts: [6, 5], persons: 30 },
  { stratum: "01", path: ["b", "b1"], populationCounts: [6, 8], persons: 50 },
  { stratum: "01", path: ["c", "c1"], populationCounts: [6, 9], persons: 60 }, // nobody answered
  { stratum: "02", path: ["d", "d1"], populationCounts: [7, 4], persons: 45 },
  { stratum: "02", path: [lonely ? "d" : "e", "d2"], populationCounts: [7, 4], persons: 35 },
  { stratum: "03", path: ["f", "f1"], populationCounts: [5, 6], persons: 25 },
  { stratum: "03", path: ["g", "g1"], populationCounts: [5, 3], persons: 20 },
];
const factors = [1.25, 0.8, 1.1, 0.9];
const groups: Group[] = [
  { cluster: 0, cell: 0, weight: 12, yes: 3, no: 1 },
  { cluster: 0, cell: 1, weight: 9, yes: 2, no: 2 },
  { cluster: 1, cell: 1, weight: 11, yes: 1, no: 3 },
  { cluster: 2, cell: 0, weight: 20, yes: 5, no: 1 },
  { cluster: 4, cell: 2, weight: 14, yes: 2, no: 4 },
  { cluster: 5, cell: 3, weight: 10, yes: 4, no: 1 },
  { cluster: 5, cell: 2, weight: 8, yes: 1, no: 2 },
  { cluster: 6, cell: 0, weight: 7, yes: 3, no: 2 },
  { cluster: 7, cell: 1, weight: 6, yes: 2, no: 3 },
];
const levels = [
  ["men", "young"],
  ["women", "young"],
  ["men", "old"],
  ["women", "old"],
];

function calibrated(lonely: boolean): SurveyCells {
  const cells = toCells(clusters(lonely), groups);
  const sums = levels.map((_, cell) =>
    groups.reduce((sum, own) => sum + (own.cell === cell ? own.weight * (own.yes + own.no) : 0), 0),
  );
  const marginCells = levels.map((own, cell) => ({ levels: own, factor: factors[cell]! }));
  const group = calibrationGroup(["01", "02", "03"], [0, 1, 2, 3], marginCells, Float64Array.from(sums));
  return { ...cells, calibration: [group] };
}

/** The same respondents in the row-level library; the area where nobody answered is a row of weight 0. */
function byRows(lonely: boolean, strata: readonly string[]) {
  const rows = [
    ...groups.flatMap((group) =>
      Array.from({ length: group.yes + group.no }, (_, k) => ({ ...group, y: k < group.yes ? 1 : 0 })),
    ),
    { cluster: 3, cell: 0, weight: 0, y: 0 },
  ];
  const area = rows.map((row) => clusters(lonely)[row.cluster]!);
  const design = surveyDesign({
    strata: area.map(({ stratum }) => stratum),
    clusters: [area.map(({ path }) => path[0]!), area.map(({ path }) => path[1]!), [...rows.keys()]],
    populationCounts: [
      area.map(({ populationCounts }) => populationCounts[0]!),
      area.map(({ populationCounts }) => populationCounts[1]!),
      area.map(({ persons }) => persons),
    ],
    weights: rows.map(({ weight }) => weight),
    lonelyPsu: "adjust",
  });
  const margin = (at: number) => {
    const labels = rows.map(({ cell }) => levels[cell]![at]!);
    const totals: Record<string, number> = {};
    labels.forEach((label, row) => {
      totals[label] = (totals[label] ?? 0) + rows[row]!.weight;
    });
    return { labels, totals };
  };
  const { auxiliary } = auxiliaryTargets({ margins: { sex: margin(0), age: margin(1) } }, rows.length);
  const before = Float64Array.from(rows, ({ weight, cell }) => weight / factors[cell]!);
  const inside = rows.map((row, at) => (row.weight > 0 && strata.includes(area[at]!.stratum) ? row.y : null));
  return estimate({ ...design, calibration: [calibrationStep(auxiliary, before)] }, mean(inside), {
    comparedWith: "with_replacement",
  });
}

test.each([
  ["every province has several first-stage units", false],
  ["one province has a single first-stage unit", true],
])("provinces raked together have the errors of the row-level library, where %s", (_, lonely) => {
  const domains = [
    province("01"),
    province("03"),
    { level: "region", code: "R", strata: ["01", "02"], weights: null },
    { level: "nation", code: "vn", strata: ["01", "02", "03"], weights: null },
  ];
  for (const domain of domains) {
    const found = one(calibrated(lonely), domain);
    const expected = byRows(lonely, domain.strata);
    expect(found.status).toBe("ok");
    expect(found.share).toBeCloseTo(expected.estimate!, 14);
    expect(found.se! / expected.se!).toBeCloseTo(1, 12);
    expect(found.deff! / expected.deff!).toBeCloseTo(1, 12);
    expect([found.df, found.n]).toEqual([expected.df, expected.n]);
  }
});

test("without weighting, replicates agree with linearisation where few first-stage units of many were sampled", () => {
  const many = Array.from({ length: 24 }, (_, k) => ({
    stratum: k < 12 ? "01" : "02",
    path: [`p${String(k).padStart(2, "0")}`],
    populationCounts: [100_000],
    persons: 1_000_000,
  }));
  const answers = many.map((_, k) => ({
    cluster: k,
    cell: 0,
    weight: 1,
    yes: 5 + ((k * 7) % 12),
    no: 20 - ((k * 7) % 12),
  }));
  const cells = toCells(many, answers);
  const nation: Domain = { level: "nation", code: "vn", strata: ["01", "02"], weights: null };
  const [spread] = replicateDomains(cells, [], [nation], [item], { replicates: 1000, seed: 1 });
  const direct = one(cells, nation);
  expect(spread!.value).toBeCloseTo(direct.share!, 14);
  expect(spread!.used).toBe(1000);
  expect(spread!.se! / direct.se!).toBeGreaterThan(0.93); // 1,000 replicates know an error to 3 in 100
  expect(spread!.se! / direct.se!).toBeLessThan(1.07);
});

test("a province of one first-stage unit has no replicate error, nor has a region that holds it", () => {
  const domains = [
    province("02"),
    { level: "region", code: "R", strata: ["01", "02"], weights: null },
    province("03"),
  ];
  const spreads = replicateDomains(toCells(clusters(true), groups), [], domains, [item], {
    replicates: 50,
    seed: 1,
  });
  expect(spreads.map(({ se }) => se === null)).toEqual([true, true, false]);
});

/** Each province raked by itself, to its men and women. */
function rakedAlone(): SurveyCells {
  const own = groups.map((group) => ({
    ...group,
    cell: clusters(false)[group.cluster]!.stratum === "03" ? group.cell + 4 : group.cell,
  }));
  const cells = toCells(clusters(false), own);
  const calibration = (
    [
      ["01", [0, 1]],
      ["02", [2, 3]],
      ["03", [4, 5]],
    ] as const
  ).map(([stratum, numbers]) =>
    calibrationGroup(
      [stratum],
      [...numbers],
      numbers.map((cell) => ({ levels: [cell % 2 === 0 ? "men" : "women"], factor: factors[cell % 4]! })),
      Float64Array.from(numbers, (cell) =>
        own.reduce((sum, each) => sum + (each.cell === cell ? each.weight * (each.yes + each.no) : 0), 0),
      ),
    ),
  );
  return { ...cells, calibration };
}

test.each([
  ["counted as they are", () => toCells(clusters(false), groups)],
  ["raked each by itself", rakedAlone],
])(
  "a province and the rest of the nation have the shares and errors of their own estimates, %s",
  (_, make) => {
    const cells = make();
    const found = contrastItems(cells)!;
    expect(found.map(({ stratum }) => stratum)).toEqual(["01", "02", "03"]);
    for (const { stratum, share, variance, df, restShare, restVariance, restDf } of found) {
      const others = ["01", "02", "03"].filter((code) => code !== stratum);
      const own = one(cells, province(stratum));
      const rest = one(cells, { level: "region", code: "rest", strata: others, weights: null });
      expect([share, restShare]).toEqual([own.share, expect.closeTo(rest.share!, 14)]);
      expect(Math.sqrt(variance) / own.se!).toBeCloseTo(1, 10);
      expect(Math.sqrt(restVariance) / rest.se!).toBeCloseTo(1, 10);
      expect([df, restDf]).toEqual([own.df, rest.df]);
    }
  },
);

test("provinces that were raked together are not contrasted: their shares are not independent", () => {
  expect(contrastItems(calibrated(false))).toBeNull();
});
