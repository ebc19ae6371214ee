import { expect, test } from "vitest";
import { calibrationGroup } from "../../../models/sipas/calibrationGroups.ts";
import { clusterSample } from "../../../models/sipas/clusterSample.ts";
import { type ComparedRound, estimateChanges } from "../../../models/sipas/estimateChanges.ts";
import { type Domain, estimateDomains } from "../../../models/sipas/estimateDomains.ts";
import { firstStageTotals } from "../../../models/sipas/firstStageTotals.ts";
import { itemTotals, linearForm } from "../../../models/sipas/linearForm.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { runsOf, type SurveyCells } from "../../../models/sipas/surveyCells.ts";
import { contrast, estimateJointly, mean, surveyDesign } from "../../../models/statistics/index.ts";

const item: NodeFormula = { node: "x", level: "item", terms: [{ coefficient: 1, items: ["x"] }] };
const nation: Domain = { level: "nation", code: "vn", strata: ["01", "02"], weights: null };
const province: Domain = { level: "province", code: "01", strata: ["01"], weights: null };

/** Six districts in two provinces: the answers of one round to one question, and the margin cell of who gave them. */
interface Answers {
  readonly district: string;
  readonly cell: number;
  readonly weight: number;
  readonly yes: number;
  readonly no: number;
}
const earlier: Answers[] = [
  { district: "01/a", cell: 0, weight: 12, yes: 7, no: 2 },
  { district: "01/b", cell: 1, weight: 9, yes: 3, no: 5 },
  { district: "01/c", cell: 0, weight: 11, yes: 4, no: 4 },
  { district: "02/d", cell: 1, weight: 20, yes: 6, no: 1 },
  { district: "02/e", cell: 0, weight: 14, yes: 2, no: 6 },
  { district: "02/f", cell: 1, weight: 10, yes: 5, no: 3 },
];
const later: Answers[] = [
  { district: "01/a", cell: 0, weight: 10, yes: 8, no: 1 },
  { district: "01/b", cell: 1, weight: 8, yes: 4, no: 4 },
  { district: "01/c", cell: 1, weight: 13, yes: 6, no: 2 },
  { district: "02/d", cell: 0, weight: 18, yes: 6, no: 2 },
  { district: "02/e", cell: 1, weight: 15, yes: 4, no: 5 },
  { district: "02/f", cell: 0, weight: 11, yes: 5, no: 2 },
];

const population = 1e12; // so many districts that the first stage is as good as drawn with replacement
const factors = [1.25, 0.8];

function toCells(answers: readonly Answers[], isRaked = false): SurveyCells {
  const column = (of: (answer: Answers) => number) => Int32Array.from(answers, of);
  const strata = answers.map(({ district }) => district.slice(0, 2));
  const cells: SurveyCells = {
    sample: clusterSample(
      answers.map(({ district, yes, no }) => ({
        stratum: district.slice(0, 2),
        path: [district],
        populationCounts: [population],
        persons: 1e6,
        responses: yes + no,
      })),
    ),
    cluster: Int32Array.from(answers.keys()),
    cell: column(({ cell }) => cell),
    weight: Float64Array.from(answers, ({ weight }) => weight),
    responses: column(({ yes, no }) => yes + no),
    items: new Map([["x", { yes: column(({ yes }) => yes), counted: column(({ yes, no }) => yes + no) }]]),
    rowsOfStratum: runsOf(strata),
    calibration: [],
  };
  if (!isRaked) return cells;
  const sums = factors.map((_, cell) =>
    answers.reduce((sum, own) => sum + (own.cell === cell ? own.weight * (own.yes + own.no) : 0), 0),
  );
  const margins = factors.map((factor, cell) => ({ levels: [`${cell}`], factor }));
  return {
    ...cells,
    calibration: [calibrationGroup(["01", "02"], [0, 1], margins, Float64Array.from(sums))],
  };
}

function round(answers: readonly Answers[], domains: readonly Domain[], isRaked = false): ComparedRound {
  const cells = toCells(answers, isRaked);
  const estimates = [...estimateDomains(cells, domains, [item], () => null, 1)];
  return {
    cells,
    psus: answers.map(({ district }) => ({ stratum: district.slice(0, 2), key: district, population })),
    domains,
    estimateOf: (domain) => estimates.find((found) => found.domain.code === domain.code)?.estimate ?? null,
  };
}

const changeIn = (before: readonly Answers[], after: readonly Answers[], domain: Domain) =>
  [...estimateChanges(round(before, [domain]), round(after, [domain]), [item])][0]!.estimate;

/** Both rounds as one sample of the row-level library: the years are domains of it. */
function stacked(before: readonly Answers[], after: readonly Answers[], strata: readonly string[]) {
  const rows = [before, after].flatMap((answers, year) =>
    answers.flatMap((own) =>
      Array.from({ length: own.yes + own.no }, (_, k) => ({ ...own, year, y: k < own.yes ? 1 : 0 })),
    ),
  );
  const design = surveyDesign({
    strata: rows.map(({ district }) => district.slice(0, 2)),
    clusters: [rows.map(({ district }) => district)],
    weights: rows.map(({ weight }) => weight),
  });
  const ofYear = (year: number) =>
    mean(rows.map((row) => (row.year === year && strata.includes(row.district.slice(0, 2)) ? row.y : null)));
  const joint = estimateJointly(design, { earlier: ofYear(0), later: ofYear(1) });
  return contrast(joint, { earlier: -1, later: 1 });
}

test.each([
  ["a province", province],
  ["the nation", nation],
])(
  "where both rounds took the same districts, the change of %s has the error of the stacked sample in the row-level library",
  (_, domain) => {
    const found = changeIn(earlier, later, domain);
    const expected = stacked(earlier, later, domain.strata);
    expect(found.status).toBe("ok");
    expect(found.change).toBeCloseTo(expected.estimate!, 14);
    expect(found.se! / expected.se!).toBeCloseTo(1, 7); // a millionth of each district was asked
    expect([found.sharedPsus, found.psus]).toEqual([3 * domain.strata.length, 3 * domain.strata.length]);
  },
);

test("a round that took other districts adds its variance; one that shares some lies between", () => {
  const moved = (keep: number) =>
    later.map((own, i) => (i % 3 < keep ? own : { ...own, district: `${own.district}, another` }));
  const [apart, some, same] = [0, 2, 3].map((keep) => changeIn(earlier, moved(keep), nation));
  const [first, second] = [earlier, later].map(
    (answers) => round(answers, [nation]).estimateOf(nation, "x")!.se!,
  );
  expect(apart!.se! ** 2).toBeCloseTo(first! ** 2 + second! ** 2, 14);
  expect(apart!.sharedPsus).toBe(0);
  expect(apart!.correlation).toBe(0);
  expect(some!.correlation).toBeGreaterThan(0);
  expect(some!.correlation).toBeLessThan(same!.correlation!);
  expect(some!.se).toBeLessThan(apart!.se!);
  expect(some!.se).toBeGreaterThan(same!.se!);
  expect(same!.df).toBeLessThanOrEqual(4);
  expect(apart!.df).toBeGreaterThan(4);
});

test("with raked weights the sums of districts make the same variance as the recursion over all stages", () => {
  const cells = toCells(earlier, true);
  for (const domain of [province, nation]) {
    const form = linearForm(item, itemTotals(cells, domain.strata))!;
    const totals = firstStageTotals(cells)([{ strata: domain.strata, form, weight: 1 }]);
    const variance = [totals.subarray(0, 3), totals.subarray(3, 6)].reduce((sum, own) => {
      const centre = own.reduce((a, b) => a + b, 0) / 3;
      return sum + (3 / 2) * own.reduce((squares, z) => squares + (z - centre) ** 2, 0);
    }, 0);
    const { se } = round(earlier, [domain], true).estimateOf(domain, "x")!;
    expect(Math.sqrt(variance) / se!).toBeCloseTo(1, 7);
  }
});

test("without an estimate in one of the rounds there is no change, and the reason is that round's", () => {
  const few = round(later, [province]);
  const suppressed = { ...few, estimateOf: () => ({ share: null, se: null, status: "suppressed" as const }) };
  const [found] = [...estimateChanges(round(earlier, [province]), suppressed, [item])];
  expect(found!.estimate).toMatchObject({ change: null, se: null, status: "suppressed", sharedPsus: 3 });
});
