import { expect, test } from "vitest";
import { calibrationGroup } from "../../../models/sipas/calibrationGroups.ts";
import { clusterSample } from "../../../models/sipas/clusterSample.ts";
import type { Domain } from "../../../models/sipas/estimateDomains.ts";
import { itemTotals, linearForm } from "../../../models/sipas/linearForm.ts";
import { linearise } from "../../../models/sipas/linearise.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { nodeVariances } from "../../../models/sipas/nodeVariance.ts";
import { pairedDifference } from "../../../models/sipas/pairedDifference.ts";
import { runsOf, type SurveyCells } from "../../../models/sipas/surveyCells.ts";

/** Two strata, three villages each, four persons a village; each person a row. */
const people = Array.from({ length: 24 }, (_, k) => ({
  stratum: k < 12 ? "s" : "t",
  cluster: Math.floor(k / 4),
  cell: (k < 12 ? 0 : 2) + (k % 2),
  yes: (k * 7) % 5 < 3 ? 1 : 0,
}));
const sample = clusterSample(
  Array.from({ length: 6 }, (_, i) => ({
    stratum: i < 3 ? "s" : "t",
    path: [`v${i}`],
    populationCounts: [i < 3 ? 10 : 8],
    persons: 50,
    responses: 4,
  })),
);
const answer: NodeFormula = { node: "q", level: "item", terms: [{ coefficient: 1, items: ["q"] }] };
const nation: Domain = { level: "nation", code: "vn", strata: ["s", "t"], weights: null };
const provinceS: Domain = { level: "province", code: "s", strata: ["s"], weights: null };

/** The survey under some weights, raked over both strata together or not at all. */
function survey(weightOf: (k: number) => number, isRaked: boolean): SurveyCells {
  const weight = Float64Array.from(people, (_, k) => weightOf(k));
  const sums = new Float64Array(4);
  people.forEach(({ cell }, k) => {
    sums[cell]! += weight[k]!;
  });
  const cellsOf = [0, 1, 2, 3].map((cell) => ({ levels: [cell % 2 ? "m" : "f"], factor: 1.1 + 0.1 * cell }));
  return {
    sample,
    cluster: Int32Array.from(people, ({ cluster }) => cluster),
    cell: Int32Array.from(people, ({ cell }) => cell),
    weight,
    responses: new Int32Array(24).fill(1),
    items: new Map([
      ["q", { yes: Int32Array.from(people, ({ yes }) => yes), counted: new Int32Array(24).fill(1) }],
    ]),
    rowsOfStratum: runsOf(people.map(({ stratum }) => stratum)),
    calibration: isRaked ? [calibrationGroup(["s", "t"], [0, 1, 2, 3], cellsOf, sums)] : [],
  };
}

/** The variance of the difference of the same quantity in two surveys, with the weights that each side is given. */
function difference(
  sides: readonly [SurveyCells, SurveyCells],
  domain: Domain,
  factors: readonly [number, number] = [1, 1],
): number {
  const [a, b] = sides.map((cells) => linearise(cells)(domain, answer)!) as [never, never];
  const paired = pairedDifference(sample, [a, b]);
  for (const stratum of ["s", "t"]) {
    const rows = people.flatMap((person, k) => (person.stratum === stratum ? [k] : []));
    const sideOf = (cells: SurveyCells, factor: number) => ({
      weight: Float64Array.from(rows, (k) => factor * cells.weight[k]!),
      cell: Int32Array.from(rows, (k) => cells.cell[k]!),
      items: new Map([
        [
          "q",
          {
            yes: Uint8Array.from(rows, (k) => people[k]!.yes),
            counted: Uint8Array.from(rows, () => 1),
          },
        ],
      ]),
    });
    paired.add({
      stratum,
      cluster: Int32Array.from(rows, (k) => people[k]!.cluster),
      sides: [sideOf(sides[0], factors[0]), sideOf(sides[1], factors[1])],
    });
  }
  return paired.variance();
}

function variance(cells: SurveyCells, domain: Domain): number {
  const form = linearForm(answer, itemTotals(cells, domain.strata))!;
  return nodeVariances(cells)([{ strata: domain.strata, form, weight: 1, squares: null }], 24).variance;
}

const even = survey(() => 10, false);
const uneven = survey((k) => 10 + (k % 3) * 4, false);
const raked = survey((k) => 10 + (k % 3) * 4, true);

test("an estimate does not differ from itself", () => {
  expect(difference([raked, raked], nation)).toBe(0);
});

test.each([
  ["the nation", nation],
  ["a province", provinceS],
] as const)(
  "against an estimate that holds nobody, the error of %s is that of the estimate, raked or not",
  (_, domain) => {
    expect(difference([uneven, even], domain, [1, 0])).toBeCloseTo(variance(uneven, domain), 14);
    expect(difference([raked, even], domain, [1, 0])).toBeCloseTo(variance(raked, domain), 14);
  },
);

test("the squares of a difference and of a sum of two estimates add to twice those of the two", () => {
  const minus = difference([uneven, raked], nation);
  const plus = difference([uneven, raked], nation, [-1, 1]);
  expect(minus + plus).toBeCloseTo(2 * (variance(uneven, nation) + variance(raked, nation)), 14);
});

test("on the same respondents the error of a difference is far below that of two independent estimates", () => {
  expect(difference([even, uneven], nation)).toBeLessThan(
    0.2 * (variance(even, nation) + variance(uneven, nation)),
  );
});
