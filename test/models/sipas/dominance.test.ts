import { expect, test } from "vitest";
import { clusterSample } from "../../../models/sipas/clusterSample.ts";
import { dominance } from "../../../models/sipas/dominance.ts";
import type { Domain } from "../../../models/sipas/estimateDomains.ts";
import { estimateDomains } from "../../../models/sipas/estimateDomains.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { type ReleaseRules, shownEstimates } from "../../../models/sipas/protectEstimates.ts";
import { runsOf, type SurveyCells } from "../../../models/sipas/surveyCells.ts";

/** Persons of two provinces in two areas each, with weights; the answer of each to two items, null where it is blank. */
const persons = [
  { stratum: "01", cluster: 0, weight: 60, x: true, y: true },
  { stratum: "01", cluster: 0, weight: 20, x: false, y: null },
  { stratum: "01", cluster: 1, weight: 10, x: false, y: false },
  { stratum: "01", cluster: 1, weight: 10, x: true, y: false },
  { stratum: "02", cluster: 2, weight: 50, x: true, y: true },
  { stratum: "02", cluster: 2, weight: 50, x: false, y: true },
  { stratum: "02", cluster: 3, weight: 50, x: true, y: false },
  { stratum: "02", cluster: 3, weight: 50, x: false, y: false },
];

const strata = ["01", "01", "02", "02"];
const count = (is: (person: (typeof persons)[number]) => boolean) =>
  Int32Array.from(persons, (one) => (is(one) ? 1 : 0));
const survey: SurveyCells = {
  sample: clusterSample(
    strata.map((stratum, i) => ({
      stratum,
      path: [`area${i}`],
      populationCounts: [20],
      persons: 100,
      responses: 2,
    })),
  ),
  cluster: Int32Array.from(persons, ({ cluster }) => cluster),
  cell: new Int32Array(persons.length),
  weight: Float64Array.from(persons, ({ weight }) => weight),
  responses: count(() => true),
  items: new Map([
    ["x", { yes: count(({ x }) => x), counted: count(() => true) }],
    ["y", { yes: count(({ y }) => y === true), counted: count(({ y }) => y !== null) }],
  ]),
  rowsOfStratum: runsOf(persons.map(({ stratum }) => stratum)),
  calibration: [],
};

const formulas: readonly NodeFormula[] = [
  { node: "x", level: "item", terms: [{ coefficient: 1, items: ["x"] }] },
  { node: "y", level: "item", terms: [{ coefficient: 1, items: ["y"] }] },
  {
    node: "both",
    level: "factor",
    terms: [
      { coefficient: 0.5, items: ["x"] },
      { coefficient: 0.5, items: ["y"] },
    ],
  },
];
const [x, y, both] = formulas as [NodeFormula, NodeFormula, NodeFormula];
const province = (code: string): Domain => ({ level: "province", code, strata: [code], weights: null });
const nation: Domain = { level: "nation", code: "vn", strata: ["01", "02"], weights: null };

test("the heaviest of 60 + 20 + 10 + 10 holds 60 %, the two heaviest 80 %; of those who answered y 75 %", () => {
  expect(dominance(survey, 1)(province("01"), x)).toBeCloseTo(60, 12);
  expect(dominance(survey, 2)(province("01"), x)).toBeCloseTo(80, 12);
  expect(dominance(survey, 1)(province("01"), y)).toBeCloseTo(75, 12); // 60 of 80
  expect(dominance(survey, 1)(province("01"), both)).toBeCloseTo(67.5, 12);
});

test("a nation that pools adds the weights, one that averages its provinces weighs them first", () => {
  expect(dominance(survey, 1)(nation, x)).toBeCloseTo(20, 12); // 60 of 300
  expect(dominance(survey, 1)({ ...nation, weights: [0.9, 0.1] }, x)).toBeCloseTo(54, 12); // 0.9 · 60 of 100
});

const rules: ReleaseRules = {
  secondary: "smallest_cell",
  earlierReleases: "protect",
  minimumCount: 5,
  dominance: { n: 1, k: 50 },
  isUnweighted: false,
  released: new Map(),
};
const shown = (own: Partial<ReleaseRules>) =>
  shownEstimates(
    [
      ...estimateDomains(
        survey,
        [province("01"), province("02"), nation],
        formulas,
        () => new Float64Array(8).fill(1),
        1,
      ),
    ],
    survey,
    { ...rules, ...own },
  );

test("a share in which one person outweighs all others is [c], with what would give it away", () => {
  // above one half, the share of x in 01 says what the person of weight 60 answered
  const hidden = shown({}).filter((each) => each.hidden !== null);
  const reasonOf = (level: string, node: string) =>
    hidden.find(({ domain, formula }) => `${domain.level}/${domain.code}` === level && formula.node === node)
      ?.hidden?.reason;
  expect(["x", "y", "both"].map((node) => reasonOf("province/01", node))).toEqual([
    "dominated",
    "dominated",
    "dominated",
  ]);
  expect(["x", "y"].map((node) => reasonOf("province/02", node))).toEqual(["protects", "protects"]);
  expect(["x", "y"].map((node) => reasonOf("nation/vn", node))).toEqual([undefined, undefined]);
  for (const { estimate } of hidden) expect([estimate.share, estimate.status]).toEqual([null, "suppressed"]);
});

test.each([
  ["without a rule", { dominance: null }],
  ["where every response counts once", { isUnweighted: true }],
  ["below the bound", { dominance: { n: 1, k: 80 } }],
] as const)("nothing is [c] for dominance %s", (_, own) => {
  expect(shown(own).filter(({ hidden }) => hidden !== null)).toEqual([]);
});
