/*
summary: Respondents by demographic answer and domain, counted and weighted under the recipe shown.
grain: [round_code, index_code, domain_level, domain_code, item_code, answer_level]
*/
select
  t.round_code,
  t.index_code,
  d.domain_level,
  d.domain_code,
  t.item_code,
  t.answer_level,
  sum(t.n_chosen)::bigint as n_responses,
  sum(t.n_counted)::bigint as n_answered,
  sum(t.chosen_e9)::hugeint as weight_e9,
  sum(t.counted_e9)::hugeint as answered_e9,
  max(t.provenance) as provenance
from estimates.option_totals t
join estimates.domains d using (round_code, index_code, unit_code)
join spec.sipas_rules u using (round_code, index_code)
join spec.items i on i.instrument_code = u.instrument_code and i.item_code = t.item_code and i.block_code = 'demographic'
group by all
