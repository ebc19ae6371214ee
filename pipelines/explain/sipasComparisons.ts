import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import type { Part } from "./explanation.ts";
import type { Subject } from "./subject.ts";

/** What is printed beside a share of SIPAS: its change since each earlier round, and where a province stands in it. */
export async function sipasComparisons(
  ask: Ask,
  subject: Subject,
  node: string,
  level: string,
): Promise<readonly Part[]> {
  const isProvince = subject.domain_level === "province";
  const parts = [
    {
      part: "change",
      title: "Since each earlier round, or why it is not compared",
      rows: await changes(ask, subject, node),
    },
    ...(isProvince && level === "item"
      ? [
          {
            part: "contrast",
            title: "Against all other provinces together",
            rows: await contrasts(ask, subject, node),
          },
        ]
      : []),
    ...(isProvince && level === "overall"
      ? [
          {
            part: "rank",
            title: "Rank among provinces, on unrounded values",
            rows: await ranks(ask, subject),
          },
          {
            part: "rank_change",
            title: "Change of rank: its own part and the others'",
            rows: await rankChanges(ask, subject),
          },
        ]
      : []),
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

function changes(ask: Ask, { round_code, domain_level, domain_code }: Subject, node: string): Promise<Row[]> {
  return ask(`
    select earlier_round, recipe_code, is_comparable, reason_en as reason, earlier_percent, later_percent, change_percent, change_percent_se,
      change_percent_df, change_percent_low, change_percent_high, change_percent_status, change_p, change_p_holm, change_correlation, n_shared_psus, n_psus
    from marts.sipas_changes
    where round_code = ${sqlLiteral(round_code)} and domain_level = ${sqlLiteral(domain_level)} and domain_code = ${sqlLiteral(domain_code)}
      and node_code = ${sqlLiteral(node)}
    order by earlier_round desc, is_shown_recipe desc, recipe_code`);
}

function contrasts(ask: Ask, subject: Subject, node: string): Promise<Row[]> {
  return ask(`
    select recipe_code, own_percent, rest_percent, difference_percent, difference_percent_se, difference_percent_df, difference_percent_low,
      difference_percent_high, difference_percent_status, difference_p, difference_q, is_established
    from marts.sipas_contrasts where ${ofUnit(subject)} and node_code = ${sqlLiteral(node)} order by is_shown_recipe desc, recipe_code`);
}

function ranks(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(`
    select recipe_code, score_percent, rank_se, rank_df, interval_rule, score_percent_pooled_se, score_percent_pooled_low,
      score_percent_pooled_high, score_rank, n_ranked, is_tied_in_print
    from marts.sipas_ranking where ${ofUnit(subject)} order by is_shown_recipe desc, recipe_code`);
}

function rankChanges(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(`
    select recipe_code, earlier_round, n_ranked, earlier_rank, score_rank, rank_change, own_change, others_change
    from marts.sipas_rank_changes where ${ofUnit(subject)} order by earlier_round desc, is_shown_recipe desc, recipe_code`);
}

const ofUnit = ({ round_code, domain_code }: Subject): string =>
  `round_code = ${sqlLiteral(round_code)} and unit_code = ${sqlLiteral(domain_code)}`;
