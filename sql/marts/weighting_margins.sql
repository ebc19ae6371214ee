/*
summary: "How the margins fit in each province: population totals beside what the weights add to before and after."
grain: [round_code, index_code, unit_code, margin_code, category_level]
columns:
  round_code: index year
  index_code: sipas
  unit_code: province
  unit_name: official name
  unit_name_en: English name
  margin_code: item whose options are the categories
  category_level: place of the option on the form; - for those who left it blank
  category_code: the option; NULL for those who left it blank
  n_responses: valid responses
  sum_base_weight: sum of base weights
  sum_entering_weight: sum of weights before calibration
  sum_weight: sum of final weights
  population: population total; NULL where it is given for the nation only, and for blanks
  margin_source: where the total is from
  margin_reference_date: the day that it is of; NULL for an invented one
  margin_verified_by: who compared it with its source; NULL for an invented one
  merged_code: the category that it became a part of; NULL where it stands alone
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
  f.n_responses,
  f.sum_base_weight,
  f.sum_entering_weight,
  f.sum_weight,
  f.population,
  f.margin_source,
  f.margin_reference_date,
  f.margin_verified_by,
  f.merged_code,
  f.provenance
from weights.margin_fits f
join spec.round_units u using (round_code, index_code, unit_code)
order by f.round_code, f.index_code, f.unit_code, f.margin_code, f.category_level
