import { type Domain, estimateDomains, scopesOf } from "../../models/sipas/estimateDomains.ts";
import { type NodeEstimate, noEstimate } from "../../models/sipas/estimateNode.ts";
import { itemTotals, linearForm } from "../../models/sipas/linearForm.ts";
import type { NodeFormula } from "../../models/sipas/nodeFormulas.ts";
import type { SurveyCells } from "../../models/sipas/surveyCells.ts";
import { estimateColumns, toEstimateRow } from "../estimateColumns.ts";
import { sampledDomains } from "../sipasTree.ts";
import { cellsSelect, type ItemColumnNames, readSurveys, surveyInputs } from "../surveys.ts";
import { defineRows, type Row } from "../table.ts";

/** The variance recursion and the critical values of Student's t: TypeScript, on a few thousand cells. */
export default defineRows({
  head: {
    summary:
      "How often a closed question is left blank, or answered by saying that one cannot tell, by province and nation, with errors of the whole sample design; and all satisfaction items together.",
    grain: ["round_code", "index_code", "domain_level", "domain_code", "item_code", "rate_code"],
    checks: {
      between: { share: [0, 1], share_low: [0, 1], share_high: [0, 1] },
      "one of": { rate_code: ["blank", "dont_know"] },
    },
  },
  inputs: {
    ...surveyInputs,
    domains:
      "select round_code, index_code, domain_level, domain_code, unit_code, population_2019 from estimates.domains order by all",
    rules: "select round_code, instrument_code, minimum_n from spec.sipas_rules order by all",
    items: `
      select i.instrument_code, i.item_code, i.factor_code is not null as is_satisfaction,
        exists (from spec.item_options o
          where o.instrument_code = i.instrument_code and o.item_code = i.item_code and o.is_dont_know) as has_dont_know
      from spec.items i where i.kind not in ('text', 'missing_in_copy') order by i.instrument_code, i.item_order`,
  },
  wide: { cells: cellsSelect("^(blank|unknown|blanks)_|^blanks$", true, "estimates.blank_counts") },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    item_code: "VARCHAR", // "overall" for all satisfaction items together
    rate_code: "VARCHAR",
    ...estimateColumns("share"),
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells }) {
    const { domains = [], rules = [], items = [] } = inputs;
    const ofForm = (round: string) => {
      const form = rules.find((rule) => rule["round_code"] === round)?.["instrument_code"];
      return items.filter((item) => item["instrument_code"] === form);
    };
    const columnsOf = (round: string): ItemColumnNames =>
      new Map([
        ...ofForm(round).flatMap(({ item_code }): [string, { yes: string; counted: string }][] => [
          [`blank/${item_code}`, { yes: `blank_${item_code}`, counted: "n_responses" }],
          [`dont_know/${item_code}`, { yes: `unknown_${item_code}`, counted: "n_responses" }],
        ]),
        [sums, { yes: "blanks", counted: "blanks_squared" }],
      ]);
    for (const survey of readSurveys(inputs, cells!, columnsOf)) {
      const { round_code, index_code, recipe_code, provenance } = survey;
      const own = domains.filter(
        (row) => row["round_code"] === round_code && row["domain_level"] !== "region",
      );
      const found = estimateDomains(
        survey.cells,
        sampledDomains(own, survey, "pooled"),
        formulasOf(ofForm(round_code)),
        blankSquares(survey.cells, sampledDomains(own, survey, "pooled"), ofForm(round_code)),
        Number(rules.find((rule) => rule["round_code"] === round_code)?.["minimum_n"] ?? 1),
      );
      for (const { domain, formula, estimate } of found) {
        const [rate_code, item_code] = formula.node.split("/") as [string, string];
        yield {
          ...{ round_code, index_code, recipe_code, provenance },
          ...{ domain_level: domain.level, domain_code: domain.code, item_code, rate_code },
          ...toEstimateRow("share", honest(estimate)),
        } as Row;
      }
    }
  },
});

/**
 * Raking keeps the share of those who left a margin's question blank, which is no figure of the population: its residual is 0
 * and would pass for "known without error".
 */
function honest(estimate: NodeEstimate): NodeEstimate {
  const { share, se, status, n } = estimate;
  if (status !== "ok" || se !== 0 || share === 0 || share === 1) return estimate;
  return noEstimate("not_estimable", n);
}

/** Where the sum and the sum of squares of blank satisfaction items stand among the columns. */
const sums = "sums/blanks";

function formulasOf(items: readonly Row[]): NodeFormula[] {
  const single = (node: string): NodeFormula => ({
    node,
    level: "item",
    terms: [{ coefficient: 1, items: [node] }],
  });
  return [
    ...items.map(({ item_code }) => single(`blank/${item_code}`)),
    ...items
      .filter((item) => item["has_dont_know"] === true)
      .map(({ item_code }) => single(`dont_know/${item_code}`)),
    satisfactionFormula(items),
  ];
}

/** Blank satisfaction items of all that were asked. */
function satisfactionFormula(items: readonly Row[]): NodeFormula {
  const asked = items
    .filter((item) => item["is_satisfaction"] === true)
    .map(({ item_code }) => `blank/${item_code}`);
  return { node: "blank/overall", level: "overall", terms: [{ coefficient: 1, items: asked }] };
}

/** Σ (scale·u)² of a row for all satisfaction items together: a person with m of k blank has scale·u = a m − r k. */
function blankSquares(cells: SurveyCells, domains: readonly Domain[], items: readonly Row[]) {
  const formula = satisfactionFormula(items);
  const k = formula.terms[0]!.items.length;
  const { yes: blanks, counted: squares } = cells.items.get(sums)!;
  const strataOf = new Map(domains.flatMap(scopesOf).map(({ code, strata }) => [code, strata]));
  return (scope: string): Float64Array | null => {
    const form = linearForm(formula, itemTotals(cells, strataOf.get(scope) ?? []));
    if (form === null) return null;
    const { a, r } = form.terms[0]!;
    return Float64Array.from(
      cells.responses,
      (n, row) => a * a * squares[row]! - 2 * a * r * k * blanks[row]! + (r * k) ** 2 * n,
    );
  };
}
