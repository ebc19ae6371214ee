import { defineSelect } from "../table.ts";

/** One wide pass of exact integer sums under the recipe shown, made long at the first stage. */
export default defineSelect({
  head: {
    summary:
      "Stage totals of the other questions: per sampled first-stage unit, item and answer level, the exact weighted counts under the recipe shown.",
    grain: ["round_code", "index_code", "recipe_code", "psu_key", "item_code", "answer_level"],
  },
  inputs: {
    levels: `
      select distinct i.item_code, unnest(case
        when not exists (
          from spec.item_options o where o.instrument_code = i.instrument_code and o.item_code = i.item_code
        ) then range(1, i.levels + 1)
        else (select list(o.option_order order by o.option_order) from spec.item_options o
              where o.instrument_code = i.instrument_code and o.item_code = i.item_code)
      end)::integer as answer_level
      from spec.items i
      where i.factor_code is null and i.kind not in ('text', 'missing_in_copy')
      order by all`,
  },
  select: ({ levels = [] }) => `
    with
    weighted as (
      select r.*, w.weight_e9::hugeint as weight_e9
      from clean.responses r
      join weights.final_weights w using (round_code, index_code, response_key, unit_code)
      join spec.sipas_recipes c using (round_code, index_code, recipe_code)
      where c.is_shown
    ),
    psus as (
      select p.*, c.recipe_code
      from clean.sampled_psus p
      join spec.sipas_recipes c using (round_code, index_code)
      where c.is_shown
    ),
    wide as (
      select
        p.round_code, p.index_code, p.recipe_code, p.unit_code, p.psu_key,
        [${levels.map(({ item_code, answer_level }) => totals(String(item_code), Number(answer_level))).join(", ")}] as totals,
        any_value(p.provenance) as provenance
      from psus p
      left join weighted w using (round_code, index_code, unit_code, psu_key)
      group by all
    ),
    long as (
      select round_code, index_code, recipe_code, unit_code, psu_key, unnest(totals) as total, provenance
      from wide
    )
    select
      round_code,
      index_code,
      recipe_code,
      unit_code,
      psu_key,
      total.item_code as item_code,
      total.answer_level as answer_level,
      total.chosen_e9 as chosen_e9,
      total.counted_e9 as counted_e9,
      total.n_chosen as n_chosen,
      total.n_counted as n_counted,
      provenance
    from long`,
});

function totals(item: string, level: number): string {
  return `{
    'item_code': '${item}',
    'answer_level': ${level},
    'chosen_e9': coalesce(sum(case when w.item_${item} = ${level} then w.weight_e9 end), 0)::hugeint,
    'counted_e9': coalesce(sum(case when w.item_${item} is not null then w.weight_e9 end), 0)::hugeint,
    'n_chosen': count(case when w.item_${item} = ${level} then 1 end),
    'n_counted': count(w.item_${item})
  }`;
}
