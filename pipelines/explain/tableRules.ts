import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";

/** The tables in which rules are applied, by what their codes begin with: a figure made from such a table stands under the rule. */
export const ruleTables: readonly (readonly [string, readonly string[]])[] = [
  ["stages", ["clean.sample_paths"]],
  ["fieldwork", ["clean.exclusion_reasons"]],
  ["exclusion_", ["clean.response_status"]],
  ["duplicate_keeps", ["clean.exclusion_reasons"]],
  ["weighting_base", ["weights.cells", "weights.cases"]],
  ["weighting_eligibility", ["weights.cluster_factors"]],
  ["weighting_nonresponse", ["weights.cluster_factors"]],
  ["weighting_calibration", ["weights.calibration_factors"]],
  ["weighting_trimming", ["weights.calibration_factors"]],
  ["weighting_quantisation", ["weights.cell_weights"]],
  ["satisfied_from", ["estimates.sipas"]],
  ["denominator", ["estimates.sipas"]],
  ["factor", ["estimates.sipas"]],
  ["part", ["estimates.sipas"]],
  ["service_weight", ["estimates.sipas"]],
  ["nation", ["estimates.sipas"]],
  [
    "minimum_n",
    [
      ...["estimates.sipas", "estimates.options", "estimates.item_nonresponse", "estimates.item_quality"],
      "scores.suppressed_respondents",
    ],
  ],
  ["minimum_count", ["estimates.options", "scores.suppressed_respondents"]],
  ["secondary", ["estimates.sipas", "estimates.options", "scores.suppressed_respondents"]],
  ["dominance", ["estimates.sipas", "estimates.options"]],
  ["earlier_releases", ["estimates.sipas", "estimates.options", "scores.suppressed_respondents"]],
  ["interval", ["estimates.sipas_replicates"]],
  ["importance", ["estimates.sipas"]],
  ["shown_recipe", ["spec.sipas_recipes"]],
  ["comparable_with_", ["spec.sipas_comparability"]],
  ["officials_sipas", ["scores.par_survey_points"]],
  ["officials_", ["estimates.official_shares"]],
  ["framework", ["scores.par_ministry_scores", "scores.par_index"]],
  ["blocks", ["scores.par_ministry_scores"]],
  ["unpublished_", ["scores.par_ministry_scores"]],
  ["groups", ["scores.par_index", "spec.par_groups"]],
  ["ties", ["scores.par_index", "scores.par_ministry_scores"]],
];

/** The settings of the rounds and indices that rows are of, as far as a table before them applies them, and what stands behind each. */
export async function rulesBehind(ask: Ask, rows: readonly Row[], tables: readonly string[]): Promise<Row[]> {
  const pairs = new Set(
    rows
      .filter((row) => typeof row["round_code"] === "string" && typeof row["index_code"] === "string")
      .map((row) => `(${sqlLiteral(String(row["round_code"]))}, ${sqlLiteral(String(row["index_code"]))})`),
  );
  if (pairs.size === 0) return [];
  const rules = await ask(`
    select round_code, rule_code, rule_value, rule_value_en, rule_status from marts.method_rules
    where (round_code, index_code) in (${[...pairs].join(", ")}) order by round_code, rule_order`);
  return rules.filter(({ rule_code }) => {
    const applied = ruleTables.find(([start]) => String(rule_code).startsWith(start))?.[1];
    return applied === undefined || applied.some((table) => tables.includes(table));
  });
}
