import { isSingleItem, scopesOf } from "../../models/sipas/estimateDomains.ts";
import { itemTotals, linearForm } from "../../models/sipas/linearForm.ts";
import { sipasTree, treeInputs } from "../sipasTree.ts";
import { cellsSelect, readSurveys, surveyInputs } from "../surveys.ts";
import { defineRows } from "../table.ts";

/** Weights of a formula with a loop over its terms: TypeScript, on the sums of a few thousand cells. */
export default defineRows({
  head: {
    summary:
      "The linearised variable of every composite node of SIPAS in every scope whose answers are pooled: per item, a for a satisfied and r for a counted answer, over a scale.",
    grain: ["scope_number", "node_code", "item_code"],
    checks: { between: { a: [0, 1], r: [0, 1] } },
  },
  inputs: { ...surveyInputs, ...treeInputs },
  wide: { cells: cellsSelect("^(satisfied|counted)_") },
  columns: {
    scope_number: "INTEGER",
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    node_code: "VARCHAR",
    item_code: "VARCHAR",
    a: "DOUBLE",
    r: "DOUBLE",
    scale: "DOUBLE",
  },
  *rows(inputs, { cells }) {
    let scope_number = 0;
    for (const survey of readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items)) {
      const tree = sipasTree(inputs, survey.round_code);
      const scopes = new Map(
        tree.domainsOf(survey).flatMap((domain) => scopesOf(domain).map((scope) => [scope.code, scope])),
      );
      for (const { code, strata } of scopes.values()) {
        scope_number += 1;
        const totals = itemTotals(survey.cells, strata);
        const [domain_level, domain_code] = code.split("/") as [string, string];
        const { round_code, index_code, recipe_code } = survey;
        for (const formula of tree.formulas) {
          const form = isSingleItem(formula) ? null : linearForm(formula, totals);
          for (const { item, a, r } of form?.terms ?? []) {
            yield {
              ...{ scope_number, round_code, index_code, recipe_code, domain_level, domain_code },
              ...{ node_code: formula.node, item_code: item, a, r, scale: form?.scale ?? null },
            };
          }
        }
      }
    }
  },
});
