import { type CompositeSquares, estimateDomains } from "../../models/sipas/estimateDomains.ts";
import type { NodeEstimate } from "../../models/sipas/estimateNode.ts";
import { type PooledInterval, pooledIntervals } from "../../models/sipas/pooledIntervals.ts";
import { shownEstimates } from "../../models/sipas/protectEstimates.ts";
import { estimateColumns, pooledColumns, toEstimateRow, toPooledRow } from "../estimateColumns.ts";
import { hiddenColumns, releasedOf, releasedSelect, toHiddenRow } from "../releasedFigures.ts";
import { nodeColumns, nodeKey, sipasTree, treeInputs } from "../sipasTree.ts";
import { cellsSelect, readSurveys, type Survey, surveyInputs } from "../surveys.ts";
import { type Columns, defineRows, type Row } from "../table.ts";

/** The variance recursion and the critical values of Student's t: TypeScript, on a few thousand cells. */
export default defineRows({
  head: {
    summary:
      "SIPAS of every domain and node under each recipe, with errors of the whole sample design and 95 % intervals: direct, and for provinces model-assisted beside them.",
    grain: ["round_code", "index_code", "recipe_code", "domain_level", "domain_code", "node_code"],
    checks: {
      between: {
        share: [0, 1],
        share_low: [0, 1],
        share_high: [0, 1],
        share_pooled_low: [0, 1],
        share_pooled_high: [0, 1],
      },
      "one of": {
        share_status: ["ok", "suppressed", "no_responses", "one_cluster", "not_estimable"],
        share_pooled_status: ["ok", "not_pooled", "not_estimable"],
        interval_rule: ["direct", "pooled"],
      },
      "no rows": {
        "an estimate has its error, df and n, or says why not": `
          select * from this
          where (share_status = 'ok') <> (share is not null and share_se is not null and share_df is not null
            and share_low is not null and share_high is not null and share_n is not null)`,
        "a pooled interval stands only beside a direct one": `
          select * from this
          where (share_pooled_status = 'ok') <> (share_pooled_se is not null) or (share_pooled_se is not null and share_se is null)`,
        "the interval holds the estimate":
          "select * from this where share not between share_low - 1e-12 and share_high + 1e-12",
      },
    },
  },
  inputs: {
    ...surveyInputs,
    ...treeInputs,
    scopes: `
      select distinct scope_number, round_code, recipe_code, domain_level, domain_code
      from estimates.influences order by all`,
    released: releasedSelect("satisfaction"),
    units:
      "select round_code, unit_code, unit_type from spec.round_units where index_code = 'sipas' order by all",
  },
  wide: {
    cells: cellsSelect("^(satisfied|counted)_"),
    squares: "select * from estimates.composite_squares order by scope_number, cell_id",
  },
  columns: {
    ...nodeColumns,
    ...estimateColumns("share"),
    ...pooledColumns("share"),
    ...hiddenColumns,
    interval_rule: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells, squares }) {
    const { scopes = [], units = [], released = [] } = inputs;
    for (const survey of readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items)) {
      const { round_code } = survey;
      const tree = sipasTree(inputs, round_code);
      const found = [
        ...estimateDomains(
          survey.cells,
          tree.domainsOf(survey),
          tree.formulas,
          readSquares(survey, scopes, squares!),
          tree.minimumN,
        ),
      ];
      const estimates = shownEstimates(found, survey.cells, {
        ...tree.releaseRules,
        isUnweighted: survey.recipe_code === "plain",
        released: releasedOf(
          released,
          round_code,
          (row) => `${row["domain_level"]}/${row["domain_code"]}/${row["cell_code"]}`,
        ),
      });
      const typeOf = new Map(
        units
          .filter((unit) => unit["round_code"] === round_code)
          .map((unit) => [unit["unit_code"], String(unit["unit_type"])]),
      );
      const pooled = pooledIntervals(
        estimates.map(({ domain, formula, estimate }) => ({
          unit: `${domain.level}/${domain.code}`,
          type: typeOf.get(domain.code) ?? "",
          node: formula.node,
          // regions and the nation have first-stage units enough of their own
          estimate: domain.level === "province" ? estimate : { ...estimate, srsVariance: null },
        })),
      );
      for (const [index, { domain, formula, estimate, hidden, exposed }] of estimates.entries()) {
        yield {
          ...nodeKey(survey, domain, formula),
          ...{ provenance: survey.provenance, interval_rule: tree.intervalRule },
          ...toEstimateRow("share", estimate),
          ...toPooledRow("share", pooled[index] as PooledInterval | null, poolStatus(domain.level, estimate)),
          ...toHiddenRow(hidden, exposed),
        } as Row;
      }
    }
  },
});

/** Why a value has no pooled interval. */
function poolStatus(level: string, { status }: NodeEstimate): string {
  return level === "province" && status === "ok" ? "not_estimable" : "not_pooled";
}

/** The squares of a survey's scopes, one value a row of its cells. */
export function readSquares(survey: Survey, scopes: readonly Row[], squares: Columns): CompositeSquares {
  const number = new Map(
    scopes
      .filter((row) => row["round_code"] === survey.round_code && row["recipe_code"] === survey.recipe_code)
      .map((row) => [`${row["domain_level"]}/${row["domain_code"]}`, Number(row["scope_number"])]),
  );
  const scopeOfRow = squares.numbers("scope_number");
  const cellOfRow = squares.numbers("cell_id");
  const firstRow = new Map<number, number>();
  for (let row = 0; row < squares.length; row++)
    if (row === 0 || scopeOfRow[row] !== scopeOfRow[row - 1]) firstRow.set(scopeOfRow[row]!, row);
  return (scope, node) => {
    const own = number.get(scope);
    const column = squares.numbers(`squares_${node}`);
    const values = new Float64Array(survey.cells.cluster.length);
    for (let row = firstRow.get(own ?? -1) ?? squares.length; scopeOfRow[row] === own; row++)
      values[cellOfRow[row]! - survey.firstCellId] = column[row]!;
    return values;
  };
}
