import { estimateDomains } from "../../models/sipas/estimateDomains.ts";
import { suppressedEstimate } from "../../models/sipas/estimateNode.ts";
import { mergedDomains } from "../../models/sipas/mergedDomains.ts";
import { estimateColumns, toEstimateRow } from "../estimateColumns.ts";
import { nodeColumns, nodeKey, sipasTree, treeInputs } from "../sipasTree.ts";
import { cellsSelect, readSurveys, surveyInputs } from "../surveys.ts";
import { defineRows, type Row } from "../table.ts";
import { readSquares } from "./sipas.ts";

/** The variance recursion and the critical values of Student's t: TypeScript, on a few thousand cells. */
export default defineRows({
  head: {
    summary:
      "SIPAS of the units that a round's provinces were merged into since: the mean of the old ones that have responses, weighted by population, with the share of the population they hold and the names of those without.",
    grain: ["round_code", "index_code", "recipe_code", "domain_code", "node_code"],
    checks: {
      between: { share: [0, 1], share_low: [0, 1], share_high: [0, 1], coverage_share: [0, 1] },
      "one of": { coverage_code: ["whole", "partial", "none"] },
      "no rows": {
        "a merged unit without data in some part says so, and one without any has no value": `
          select * from this where (coverage_code = 'whole') <> (missing_units = '')
            or (coverage_code = 'none' and share is not null)`,
      },
    },
  },
  inputs: {
    ...surveyInputs,
    ...treeInputs,
    scopes: `
      select distinct scope_number, round_code, recipe_code, domain_level, domain_code
      from estimates.influences order by all`,
    parts: `
      select r.round_code, r.unit_code, u.successor_code, r.population_2019
      from spec.round_units r
      join spec.units u on u.unit_code = r.unit_code
      where r.index_code = 'sipas' and u.successor_code is not null order by all`,
    // what is withheld of a part could be worked out from the merged value and the other parts
    withheld: `
      select round_code, recipe_code, domain_code, node_code from estimates.sipas
      where domain_level = 'province' and share_status = 'suppressed' order by all`,
  },
  wide: {
    cells: cellsSelect("^(satisfied|counted)_", true),
    squares: "select * from estimates.composite_squares order by scope_number, cell_id",
  },
  columns: {
    ...nodeColumns,
    n_parts: "INTEGER",
    n_parts_covered: "INTEGER",
    coverage_share: "DOUBLE",
    coverage_code: "VARCHAR",
    missing_units: "VARCHAR", // codes of old units without a response, separated by blanks
    ...estimateColumns("share"),
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells, squares }) {
    const { scopes = [], parts = [] } = inputs;
    for (const survey of readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items)) {
      const tree = sipasTree(inputs, survey.round_code);
      const own = parts
        .filter((row) => row["round_code"] === survey.round_code)
        .map((row) => ({
          unit: String(row["unit_code"]),
          successor: String(row["successor_code"]),
          population: row["population_2019"] as number | null,
        }));
      const merged = mergedDomains(own, new Set(survey.cells.rowsOfStratum.keys()));
      const found = estimateDomains(
        survey.cells,
        merged.map(({ domain }) => domain),
        tree.formulas.filter(({ level }) => level !== "item"),
        readSquares(survey, scopes, squares!),
        tree.minimumN,
      );
      const withheld = new Set(
        (inputs["withheld"] ?? [])
          .filter(
            (row) => row["round_code"] === survey.round_code && row["recipe_code"] === survey.recipe_code,
          )
          .map((row) => `${row["domain_code"]}/${row["node_code"]}`),
      );
      for (const { domain, formula, estimate } of found) {
        const isWithheld = domain.strata.some((unit) => withheld.has(`${unit}/${formula.node}`));
        const { coverage, missing } = merged.find((one) => one.domain === domain)!;
        const n_parts = own.filter(({ successor }) => successor === domain.code).length;
        yield {
          ...nodeKey(survey, domain, formula),
          ...{ n_parts, n_parts_covered: n_parts - missing.length, coverage_share: coverage },
          coverage_code: missing.length === 0 ? "whole" : missing.length === n_parts ? "none" : "partial",
          missing_units: missing.join(" "),
          ...toEstimateRow("share", isWithheld ? suppressedEstimate : estimate),
          provenance: survey.provenance,
        } as Row;
      }
    }
  },
});
