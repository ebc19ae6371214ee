/*
summary: "How the margins fit in each province and the nation: population totals beside what the weights add to before and after."
grain: [round_code, index_code, unit_code, margin_code, category_level]
columns:
  round_code: index year
  index_code: sipas
  unit_code: province; vn for the nation
  unit_name: official name; NULL for the nation
  unit_name_en: English name
  margin_code: item whose options are the categories
  category_level: place of the option on the form; - for those who left it blank
  category_code: the option; NULL for those who left it blank
  margin_name: the question
  margin_name_en: the question in English
  category_name: the answer
  category_name_en: the answer in English
  n_responses: valid responses; NULL where the count of these respondents is withheld
  n_status: ok, or suppressed
  sum_base_weight: sum of base weights; NULL with it
  sum_entering_weight: sum of weights before calibration; NULL with it
  sum_weight: sum of final weights; NULL where the count is withheld, or that of a category merged with it, and the population total does not tell it
  population: population total; NULL where it is given for the nation only, and for blanks
  margin_source: where the total is from
  margin_reference_date: the day that it is of; NULL for an invented one
  margin_verified_by: who compared it with its source; NULL for an invented one
  merged_code: the category that it became a part of; NULL where it stands alone
  n_merged_responses: valid responses of all that were merged; NULL where it stands alone, or where a part is withheld
  provenance: illustrative for invented respondents
*/
select
  f.round_code,
  f.index_code,
  f.unit_code,
  u.unit_name,
  u.unit_name_en,
  f.margin_code,
  f.category_level,
  f.category_code,
  i.item_name as margin_name,
  i.item_name_en as margin_name_en,
  o.option_name as category_name,
  o.option_name_en as category_name_en,
  if(h.item_code is not null, null, f.n_responses) as n_responses,
  if(h.item_code is not null, 'suppressed', 'ok') as n_status,
  if(h.item_code is not null, null, f.sum_base_weight) as sum_base_weight,
  if(h.item_code is not null, null, f.sum_entering_weight) as sum_entering_weight,
  -- what weights add to tells a count where they hardly differ, unless it is the public total that they were brought to
  if(
    if(count(*) over merged > 1, bool_or(h.item_code is not null) over merged, h.item_code is not null and f.population is null),
    null, f.sum_weight
  ) as sum_weight,
  f.population,
  f.margin_source,
  f.margin_reference_date,
  f.margin_verified_by,
  f.merged_code,
  if(bool_or(h.item_code is not null) over merged, null, f.n_merged_responses) as n_merged_responses,
  f.provenance
from weights.margin_fits f
join spec.sipas_rules r using (round_code, index_code)
left join spec.items i on i.instrument_code = r.instrument_code and i.item_code = f.margin_code
left join spec.item_options o
  on o.instrument_code = r.instrument_code and o.item_code = f.margin_code and o.option_code = f.category_code
left join (from scores.suppressed_respondents where hidden_reason is not null) h
  on (h.round_code, h.index_code, h.item_code) = (f.round_code, f.index_code, f.margin_code)
  and h.domain_level = if(f.unit_code = 'vn', 'nation', 'province') and h.domain_code = f.unit_code
  and h.answer_level = o.option_order
left join spec.round_units u using (round_code, index_code, unit_code)
-- a category and those that became a part of it
window merged as (
  partition by f.round_code, f.index_code, f.unit_code, f.margin_code, coalesce(f.merged_code, f.category_code)
)
order by f.round_code, f.index_code, f.unit_code, f.margin_code, f.category_level
