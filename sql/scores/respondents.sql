/*
summary: Respondents by demographic answer and domain, counted and weighted under the recipe shown.
grain: [round_code, index_code, domain_level, domain_code, item_code, answer_level]
*/
with
weights as (
  select w.round_code, w.index_code, w.response_key, w.unit_code, w.weight_e9::hugeint as weight_e9, w.provenance
  from weights.final_weights w
  join spec.sipas_recipes c
    on c.round_code = w.round_code and c.index_code = w.index_code and c.recipe_code = w.recipe_code and c.is_shown
),

answers as (
  select d.domain_level, d.domain_code, a.item_code, a.answer_level, w.*
  from weights w
  join staging.answers a using (round_code, response_key)
  join spec.sipas_rules u using (round_code, index_code)
  join spec.items i on i.instrument_code = u.instrument_code and i.item_code = a.item_code and i.block_code = 'demographic'
  join estimates.domains d using (round_code, index_code, unit_code)
  where a.answer_level is not null
),

counted as (
  select round_code, index_code, domain_level, domain_code, item_code, answer_level,
    count(*) as n_responses, sum(weight_e9) as weight_e9, max(provenance) as provenance
  from answers
  group by all
)

select
  *,
  sum(n_responses) over (partition by round_code, index_code, domain_level, domain_code, item_code) as n_answered,
  sum(weight_e9) over (partition by round_code, index_code, domain_level, domain_code, item_code) as answered_e9
from counted
