import { groupBy } from "../../models/groupBy.ts";
import { contrastItems, type ItemContrast } from "../../models/sipas/contrastItems.ts";
import { confidenceInterval } from "../../models/statistics/confidenceInterval.ts";
import { benjaminiHochberg } from "../../models/statistics/pValueAdjustments.ts";
import { satterthwaiteDf } from "../../models/statistics/satterthwaiteDf.ts";
import { twoSidedStudentP } from "../../models/statistics/tailProbabilities.ts";
import { sipasTree, treeInputs } from "../sipasTree.ts";
import { cellsSelect, readSurveys, surveyInputs } from "../surveys.ts";
import { defineRows, type Row } from "../table.ts";

/** Distributions and a ranking of p-values: TypeScript, on sums of provinces. */
export default defineRows({
  head: {
    summary:
      "Each satisfaction item of each province against the rest of the nation, with the error of the difference and the false discovery rate within the province.",
    grain: ["round_code", "index_code", "recipe_code", "unit_code", "node_code"],
    checks: {
      between: { difference: [-1, 1], difference_p: [0, 1], difference_q: [0, 1], rest_share: [0, 1] },
      "one of": {
        difference_status: ["ok", "suppressed", "no_responses", "one_cluster", "not_estimable"],
      },
      "no rows": {
        "a difference has its error, df, interval and p-value, or says why not": `
          select * from this
          where (difference_status = 'ok') <> (difference is not null and difference_se is not null
            and difference_df is not null and difference_low is not null and difference_high is not null
            and difference_p is not null and difference_q is not null)`,
        "the province's own error is that of its estimate": `
          select * from this t
          join estimates.sipas e on (e.round_code, e.index_code, e.recipe_code, e.domain_code, e.node_code)
            = (t.round_code, t.index_code, t.recipe_code, t.unit_code, t.node_code) and e.domain_level = 'province'
          where t.difference_status = 'ok' and abs(t.own_se - e.share_se) > 1e-9 * e.share_se`,
      },
    },
  },
  inputs: {
    ...surveyInputs,
    ...treeInputs,
    estimates: `
      select round_code, recipe_code, domain_code, node_code, share, share_status, share_pooled_se, share_pooled_df
      from estimates.sipas where domain_level = 'province' and node_level = 'item' order by all`,
    hidden: `
      select distinct round_code, recipe_code, node_code from estimates.sipas
      where domain_level = 'nation' and node_level = 'item' and share_status = 'suppressed' order by all`,
  },
  wide: { cells: cellsSelect("^(satisfied|counted)_") },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    unit_code: "VARCHAR",
    node_code: "VARCHAR",
    rest_share: "DOUBLE",
    own_se: "DOUBLE",
    difference: "DOUBLE",
    difference_se: "DOUBLE",
    difference_df: "DOUBLE",
    difference_low: "DOUBLE",
    difference_high: "DOUBLE",
    difference_p: "DOUBLE",
    difference_q: "DOUBLE",
    difference_status: "VARCHAR",
    interval_rule: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells }) {
    const estimateOf = new Map((inputs["estimates"] ?? []).map((row) => [keyOf(row), row]));
    const hiddenKey = (row: Row) => [row["round_code"], row["recipe_code"], row["node_code"]].join("/");
    const hidden = new Set((inputs["hidden"] ?? []).map(hiddenKey));
    for (const survey of readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items)) {
      const { round_code, index_code, recipe_code, provenance } = survey;
      const { intervalRule } = sipasTree(inputs, round_code);
      const key = { round_code, index_code, recipe_code };
      const contrasts = contrastItems(survey.cells) ?? [];
      for (const [unit_code, ofUnit] of groupBy(contrasts, ({ stratum }) => stratum)) {
        const found = ofUnit.map((contrast) => {
          const own = { round_code, recipe_code, domain_code: unit_code, node_code: contrast.item };
          // the rest of the nation and the province would give a nation that is withheld
          const isHidden = hidden.has(hiddenKey(own));
          const estimate = isHidden ? { share_status: "suppressed" } : estimateOf.get(keyOf(own));
          return difference(contrast, estimate, intervalRule);
        });
        const q = benjaminiHochberg(found.map(({ difference_p }) => difference_p));
        for (const [index, { item }] of ofUnit.entries()) {
          const shared = { ...key, unit_code, node_code: item, interval_rule: intervalRule, provenance };
          yield { ...shared, ...found[index], difference_q: q[index] ?? null } as Row;
        }
      }
    }
  },
});

const keyOf = (row: Row): string =>
  [row["round_code"], row["recipe_code"], row["domain_code"], row["node_code"]].join("/");

/** The difference with the error that the round's rule names for provinces: their own, or the one by a pooled design effect. */
function difference(contrast: ItemContrast, estimate: Row | undefined, rule: string) {
  const status = String(estimate?.["share_status"] ?? "no_responses");
  const { share, restShare, restVariance, restDf } = contrast;
  const pooled = estimate?.["share_pooled_se"] ?? null;
  const own =
    rule === "pooled" && pooled !== null
      ? { variance: Number(pooled) ** 2, df: Number(estimate?.["share_pooled_df"]) }
      : { variance: contrast.variance, df: contrast.df };
  const variance = own.variance + restVariance;
  const df = satterthwaiteDf([own, { variance: restVariance, df: restDf }]);
  if (status !== "ok" || !(own.variance > 0) || df === null || !Number.isFinite(df)) {
    return { ...without, difference_status: status === "ok" ? "not_estimable" : status };
  }
  const se = Math.sqrt(variance);
  const { low, high } = confidenceInterval(share - restShare, se, df);
  return {
    rest_share: restShare,
    own_se: Math.sqrt(contrast.variance),
    difference: share - restShare,
    difference_se: se,
    difference_df: df,
    difference_low: low,
    difference_high: high,
    difference_p: twoSidedStudentP((share - restShare) / se, df),
    difference_status: "ok",
  };
}

const without = {
  rest_share: null,
  own_se: null,
  difference: null,
  difference_se: null,
  difference_df: null,
  difference_low: null,
  difference_high: null,
  difference_p: null,
};
