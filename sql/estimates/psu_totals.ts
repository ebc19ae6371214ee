import { defineSelect } from "../table.ts";

/**
 * One wide pass of exact integer sums over the respondents, made long at the first stage. A valid answer and a satisfied
 * one are told apart by the rules of the round.
 */
export default defineSelect({
  head: {
    summary:
      "Stage totals: per sampled first-stage unit, recipe and satisfaction item, the weighted counts of satisfied and of counted answers.",
    grain: ["round_code", "index_code", "recipe_code", "psu_key", "item_code"],
    checks: {
      "no rows": {
        "every sampled first-stage unit stands here, also with no answer": `
          select p.round_code, p.psu_key, c.recipe_code
          from clean.sampled_psus p join spec.sipas_recipes c using (round_code, index_code)
          except select round_code, psu_key, recipe_code from this`,
      },
    },
  },
  inputs: {
    items: "select distinct item_code from spec.items where factor_code is not null order by all",
  },
  select: ({ items = [] }) => `
    with
    weighted as (
      select r.*, w.recipe_code, w.weight_e9::hugeint as weight_e9, u.satisfied_from, u.denominator
      from clean.responses r
      join weights.final_weights w using (round_code, index_code, response_key, unit_code)
      join spec.sipas_rules u using (round_code, index_code)
    ),
    psus as (
      select p.*, c.recipe_code
      from clean.sampled_psus p
      join spec.sipas_recipes c using (round_code, index_code)
    ),
    wide as (
      select
        p.round_code,
        p.index_code,
        p.recipe_code,
        p.unit_code,
        p.psu_key,
        count(w.response_key) as n_responses,
        [${items.map(({ item_code }) => totals(String(item_code))).join(", ")}] as totals,
        any_value(p.provenance) as provenance
      from psus p
      left join weighted w using (round_code, index_code, recipe_code, unit_code, psu_key)
      group by all
    ),
    long as (
      select round_code, index_code, recipe_code, unit_code, psu_key, n_responses, unnest(totals) as total, provenance
      from wide
    )
    select
      round_code,
      index_code,
      recipe_code,
      unit_code,
      psu_key,
      n_responses,
      total.item_code as item_code,
      total.satisfied_e9 as satisfied_e9,
      total.counted_e9 as counted_e9,
      total.n_counted as n_counted,
      provenance
    from long`,
});

function totals(item: string): string {
  const counted = `w.weight_e9 is not null and (w.item_${item} is not null or w.denominator = 'all_responses')`;
  return `{
    'item_code': '${item}',
    'satisfied_e9': coalesce(sum(case when w.item_${item} >= w.satisfied_from then w.weight_e9 end), 0)::hugeint,
    'counted_e9': coalesce(sum(case when ${counted} then w.weight_e9 end), 0)::hugeint,
    'n_counted': count(case when ${counted} then 1 end)
  }`;
}
