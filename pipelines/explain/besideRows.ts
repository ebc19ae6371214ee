import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import type { Part } from "./explanation.ts";

interface Beside {
  readonly title: string;
  /** Rows of the same mart that share these columns with the one asked for. */
  readonly share: readonly string[];
  readonly columns: readonly string[];
  /** Only these rows. */
  readonly where?: string;
}

/** What a figure is part of: the rows of its mart that it adds up with, or is compared with. */
const besideOf: Readonly<Record<string, Beside>> = {
  par_sensitivity: {
    title: "Every input that varied in the same runs",
    share: ["round_code", "index_code", "ranking_code"],
    where: "subject_kind = 'input'",
    columns: [
      "subject_code",
      "first_share",
      "first_share_se",
      "total_share",
      "total_share_se",
      "mean_shift",
      "n_runs",
    ],
  },
  par_robustness: {
    title: "The same unit under every alternative",
    share: ["round_code", "index_code", "ranking_code", "unit_code"],
    columns: ["alternative_code", "alternative_status", "percent", "alternative_rank", "rank_shift"],
  },
  satisfaction_levels: {
    title: "All levels of the factor; they add up to 100",
    share: ["round_code", "index_code", "domain_level", "domain_code", "factor_code"],
    columns: ["answer_level", "level_name", "share_percent", "n_answers", "share_status"],
  },
  respondents: {
    title: "All answers to the question",
    share: ["round_code", "index_code", "domain_level", "domain_code", "item_code"],
    columns: ["option_code", "option_name", "n_responses", "share_percent", "weighted_percent", "n_status"],
  },
  perceptions: {
    title: "All answers to the question",
    share: ["round_code", "index_code", "domain_level", "domain_code", "item_code"],
    columns: [
      "option_code",
      "option_name",
      "share_percent",
      "share_percent_se",
      "share_percent_n",
      "share_percent_status",
    ],
  },
  response_flow: {
    title: "All steps; those below the first add up to it",
    share: ["round_code", "index_code", "domain_level", "domain_code"],
    columns: ["step_order", "step_code", "n_responses", "n_with_reason", "share_percent"],
  },
  sipas_trend: {
    title: "All years of the same line",
    share: ["round_code", "index_code", "domain_level", "domain_code"],
    columns: [
      "year",
      "is_comparable",
      "share_percent",
      "share_percent_low",
      "share_percent_high",
      "share_percent_n",
      "share_percent_status",
    ],
  },
  sipas_places: {
    title: "All stretches of the scale; they add up to the provinces with a value",
    share: ["round_code", "index_code", "unit_code"],
    columns: ["from_percent", "n_units"],
  },
  weighting_margins: {
    title: "All categories of the margin",
    share: ["round_code", "index_code", "unit_code", "margin_code"],
    columns: [
      "category_level",
      "category_name",
      "n_responses",
      "sum_base_weight",
      "sum_entering_weight",
      "sum_weight",
      "population",
      "merged_code",
    ],
  },
  weighting_steps: {
    title: "All steps of the recipe, in order",
    share: ["round_code", "index_code", "unit_code"],
    columns: [
      "step_order",
      "step_code",
      "is_taken",
      "sum_weight",
      "factor_min",
      "factor_max",
      "kish_deff",
      "n_eff",
    ],
  },
};

/** The rows beside those asked for, where there are more than these. */
export async function beside(ask: Ask, table: string, rows: readonly Row[]): Promise<Part[]> {
  const one = besideOf[table.replace("marts.", "")];
  const row = rows[0];
  if (one === undefined || row === undefined) return [];
  const shared = one.share
    .map((column) => `${column} is not distinct from ${value(row[column] ?? null)}`)
    .join(" and ");
  const found = await ask(
    `select ${one.columns.join(", ")} from ${table} where ${shared}${one.where === undefined ? "" : ` and ${one.where}`} order by all`,
  );
  return found.length > 1 ? [{ part: "beside", title: one.title, rows: found }] : [];
}

const value = (of: Row[string]): string => (of === null ? "null" : sqlLiteral(String(of)));
