/*
summary: "Per round, under the recipe shown: weighted sums and products of the levels of all satisfaction items, over those who answered every one; the nation alone."
grain: [round_code, index_code, item_a, item_b]
*/
with
answered as (
  unpivot (from clean.responses) on columns('^item_') into name item_column value answer_level
),

satisfaction as (
  select a.round_code, a.index_code, a.response_key, i.item_code, i.item_order, a.answer_level::bigint as answer_level
  from answered a
  join spec.sipas_rules u using (round_code, index_code)
  join spec.items i
    on i.instrument_code = u.instrument_code and 'item_' || i.item_code = a.item_column and i.factor_code is not null
),

asked as (
  select u.round_code, u.index_code, count(*) as n_items
  from spec.sipas_rules u
  join spec.items i on i.instrument_code = u.instrument_code and i.factor_code is not null
  group by all
),

complete as (
  select s.round_code, s.index_code, s.response_key
  from satisfaction s
  join asked q using (round_code, index_code)
  group by all
  having count(*) = any_value(q.n_items)
),

weighted as (
  select s.*, w.weight_e9
  from satisfaction s
  semi join complete c using (round_code, index_code, response_key)
  join weights.final_weights w using (round_code, index_code, response_key)
  join spec.sipas_recipes r using (round_code, index_code, recipe_code)
  where r.is_shown
)

select
  a.round_code,
  a.index_code,
  a.item_code as item_a,
  b.item_code as item_b,
  any_value(a.item_order) as order_a,
  any_value(b.item_order) as order_b,
  count(*)::integer as n_responses,
  sum(a.weight_e9)::double / 1e9 as weight,
  sum(a.weight_e9 * a.answer_level)::double / 1e9 as sum_a,
  sum(a.weight_e9 * b.answer_level)::double / 1e9 as sum_b,
  sum(a.weight_e9 * a.answer_level * b.answer_level)::double / 1e9 as product
from weighted a
join weighted b using (round_code, index_code, response_key)
where a.item_order <= b.item_order
group by all
