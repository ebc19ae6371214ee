import { groupBy } from "../../models/groupBy.ts";
import { estimateDomains } from "../../models/sipas/estimateDomains.ts";
import type { NodeFormula } from "../../models/sipas/nodeFormulas.ts";
import { shownEstimates } from "../../models/sipas/protectEstimates.ts";
import { estimateColumns, toEstimateRow } from "../estimateColumns.ts";
import { itemColumns } from "../itemColumns.ts";
import { hiddenColumns, releasedOf, releasedSelect, toHiddenRow } from "../releasedFigures.ts";
import { releaseRules, sampledDomains } from "../sipasTree.ts";
import { cellsSelect, type ItemColumnNames, readSurveys, surveyInputs } from "../surveys.ts";
import { defineRows, type Row } from "../table.ts";

/** The variance recursion and the critical values of Student's t: TypeScript, on a few thousand cells. */
export default defineRows({
  head: {
    summary:
      "For each question outside the satisfaction block, the share of each answer by province, region and nation, all answers pooled, with errors of the whole sample design.",
    grain: ["round_code", "index_code", "domain_level", "domain_code", "item_code", "answer_level"],
    checks: { between: { share: [0, 1], share_low: [0, 1], share_high: [0, 1] } },
  },
  inputs: {
    ...surveyInputs,
    domains:
      "select round_code, index_code, domain_level, domain_code, unit_code, population_2019 from estimates.domains order by all",
    rules:
      "select round_code, minimum_n, minimum_count, dominance_n, dominance_percent, secondary_rule, earlier_rule from spec.sipas_rules order by all",
    released: releasedSelect("perceptions"),
    levels: itemColumns.inputs.levels,
  },
  wide: { cells: cellsSelect("^(chosen|answered)_", true) },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    item_code: "VARCHAR",
    answer_level: "INTEGER",
    ...estimateColumns("share"),
    ...hiddenColumns,
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells }) {
    const { domains = [], rules = [], levels = [], released = [] } = inputs;
    const formulas = levels.map(
      ({ item_code, answer_level }): NodeFormula => ({
        node: `${item_code}/${answer_level}`,
        level: "item",
        terms: [{ coefficient: 1, items: [`${item_code}/${answer_level}`] }],
      }),
    );
    const questions = [...groupBy(levels, ({ item_code }) => item_code).values()].map((ofItem) =>
      ofItem.map(({ item_code, answer_level }) => `${item_code}/${answer_level}`),
    );
    const columns = optionColumns(levels);
    for (const survey of readSurveys(inputs, cells!, () => columns)) {
      const { round_code, index_code, recipe_code, provenance } = survey;
      const ofRound = domains.filter((row) => row["round_code"] === round_code);
      const rule = rules.find((each) => each["round_code"] === round_code) as Row;
      const found = [
        ...estimateDomains(
          survey.cells,
          sampledDomains(ofRound, survey, "pooled"),
          formulas,
          () => null,
          Number(rule["minimum_n"]),
        ),
      ];
      const earlier = releasedOf(released, round_code, releasedCell);
      const shown = shownEstimates(
        found,
        survey.cells,
        { ...releaseRules(rule), isUnweighted: recipe_code === "plain", released: earlier },
        questions,
      );
      for (const { domain, formula, estimate, hidden, exposed } of shown) {
        const [item_code, answer_level] = formula.node.split("/") as [string, string];
        yield {
          ...{ round_code, index_code, recipe_code, provenance },
          ...{ domain_level: domain.level, domain_code: domain.code },
          ...{ item_code, answer_level: Number(answer_level) },
          ...toEstimateRow("share", estimate),
          ...toHiddenRow(hidden, exposed),
        } as Row;
      }
    }
  },
});

const releasedCell = (row: Row): string =>
  `${row["domain_level"]}/${row["domain_code"]}/${row["cell_code"]}/${row["answer_level"]}`;

function optionColumns(levels: readonly Row[]): ItemColumnNames {
  return new Map(
    levels.map(({ item_code, answer_level }) => [
      `${item_code}/${answer_level}`,
      { yes: `chosen_${item_code}_${answer_level}`, counted: `answered_${item_code}` },
    ]),
  );
}
