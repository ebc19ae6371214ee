import { expect, test } from "vitest";
import { estimateNode, type Psu, toDomain } from "../../../models/sipas/estimateNode.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { estimate } from "../../../models/statistics/estimate.ts";
import { mean } from "../../../models/statistics/mean.ts";
import { surveyDesign } from "../../../models/statistics/surveyDesign.ts";

const item: NodeFormula = { node: "x", level: "item", terms: [{ coefficient: 1, items: ["x"] }] };
const psu = (satisfied: number, counted: number): Psu => ({
  nResponses: counted,
  totals: new Map([["x", { satisfied, counted }]]),
});

/** Two provinces of three first-stage units each, answers counted once. */
const provinces = new Map([
  ["01", [psu(8, 10), psu(6, 12), psu(9, 9)]],
  ["02", [psu(3, 10), psu(7, 11), psu(5, 8)]],
]);

/** The same answers, one row a respondent, through the library's row-level engine. */
function secondRoute() {
  const rows = [...provinces].flatMap(([stratum, psus]) =>
    psus.flatMap(({ totals }, index) => {
      const { satisfied, counted } = totals.get("x")!;
      return Array.from({ length: counted }, (_, k) => ({
        stratum,
        psu: `${stratum}/${index}`,
        y: k < satisfied ? 1 : 0,
      }));
    }),
  );
  const design = surveyDesign({
    strata: rows.map((row) => row.stratum),
    clusters: [rows.map((row) => row.psu)],
    weights: rows.map(() => 1),
  });
  return estimate(design, mean(rows.map((row) => row.y)));
}

test("a share from stage totals has the value, error, df and interval of the row-level engine", () => {
  const fromTotals = estimateNode(item, toDomain(provinces, null), 60, 1);
  const fromRows = secondRoute();
  expect(fromTotals.share).toBeCloseTo(fromRows.estimate!, 14);
  expect(fromTotals.se).toBeCloseTo(fromRows.se!, 14);
  expect(fromTotals.df).toBe(fromRows.df);
  expect(fromTotals.low).toBeCloseTo(fromRows.low!, 12);
  expect(fromTotals.high).toBeCloseTo(fromRows.high!, 12);
});

test("the nation as the mean of provinces has their mean, and the variance of a mean of independent values", () => {
  const alone = [...provinces].map(([code, psus]) =>
    estimateNode(item, toDomain(new Map([[code, psus]]), null), 30, 1),
  );
  const nation = estimateNode(item, toDomain(provinces, [0.5, 0.5]), 60, 1);
  expect(nation.share).toBeCloseTo((alone[0]!.share! + alone[1]!.share!) / 2, 14);
  expect(nation.se).toBeCloseTo(Math.hypot(alone[0]!.se!, alone[1]!.se!) / 2, 14);
  expect(nation.df).toBe(4);
});

test("a share of 100 % keeps an interval that goes below it", () => {
  const all = toDomain(new Map([["01", [psu(10, 10), psu(12, 12), psu(9, 9)]]]), null);
  const estimated = estimateNode(item, all, 31, 1);
  expect(estimated).toMatchObject({ share: 1, high: 1, status: "ok" });
  expect(estimated.low).toBeGreaterThan(0.2);
  expect(estimated.low).toBeLessThan(0.95);
});

test("too few answers are suppressed with their number, no answer and one first-stage unit each have their own reason", () => {
  const domain = toDomain(provinces, null);
  expect(estimateNode(item, domain, 29, 30)).toMatchObject({ status: "suppressed", share: null, n: null });
  expect(estimateNode(item, domain, 0, 30)).toMatchObject({ status: "no_responses", share: null, n: 0 });
  const single = toDomain(new Map([["01", [psu(20, 40)]]]), null);
  expect(estimateNode(item, single, 40, 30)).toMatchObject({ status: "one_cluster", share: null, n: 40 });
});
