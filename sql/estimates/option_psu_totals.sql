/*
summary: "Stage totals of the other questions: per sampled first-stage unit, item and answer level, the exact weighted counts under the recipe shown."
grain: [round_code, index_code, recipe_code, psu_key, item_code, answer_level]
*/
with
answers as (
  select r.round_code, r.index_code, w.recipe_code, r.unit_code, r.psu_key, a.item_code, a.answer_level, w.weight_e9::hugeint as weight_e9
  from staging.answers a
  join clean.responses r using (round_code, response_key)
  join weights.final_weights w using (round_code, index_code, response_key)
  join spec.sipas_recipes c
    on c.round_code = w.round_code and c.index_code = w.index_code and c.recipe_code = w.recipe_code and c.is_shown
  join spec.sipas_rules u on u.round_code = r.round_code and u.index_code = r.index_code
  join spec.items i on i.instrument_code = u.instrument_code and i.item_code = a.item_code
  where i.factor_code is null and a.answer_level is not null
),

levels as (
  select distinct round_code, index_code, recipe_code, item_code, answer_level from answers
),

counted as (
  select
    round_code, index_code, recipe_code, unit_code, psu_key, item_code,
    sum(weight_e9) as counted_e9, count(*) as n_counted
  from answers
  group by all
),

chosen as (
  select round_code, index_code, recipe_code, psu_key, item_code, answer_level, sum(weight_e9) as chosen_e9, count(*) as n_chosen
  from answers
  group by all
)

select
  p.round_code,
  p.index_code,
  l.recipe_code,
  p.unit_code,
  p.psu_key,
  l.item_code,
  l.answer_level::integer as answer_level,
  coalesce(c.chosen_e9, 0)::hugeint as chosen_e9,
  coalesce(k.counted_e9, 0)::hugeint as counted_e9,
  coalesce(c.n_chosen, 0) as n_chosen,
  coalesce(k.n_counted, 0) as n_counted,
  p.provenance
from clean.sampled_psus p
join levels l using (round_code, index_code)
left join counted k using (round_code, index_code, recipe_code, psu_key, item_code)
left join chosen c using (round_code, index_code, recipe_code, psu_key, item_code, answer_level)
