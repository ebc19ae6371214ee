/*
summary: "What weighting did to each province: margins, factors, spread of weights, effective sample size."
grain: [round_code, index_code, unit_code]
columns:
  round_code: index year
  index_code: sipas
  unit_code: province
  unit_name: official name
  unit_name_en: English name
  n_responses: valid responses
  adults_margin: adults by the margins of the round; NULL without margins
  sum_base_weight: sum of base weights
  calibration_factor_min: smallest raking factor
  calibration_factor_max: largest raking factor
  weight_cv: coefficient of variation of the final weights
  kish_deff: Kish's design effect of unequal weights, 1 + cv²
  n_eff: Kish's effective sample size
  worst_margin_error: largest relative error of a margin after raking
  n_iterations: rounds of raking
  provenance: illustrative for invented respondents
*/
with
weights as (
  select
    round_code, index_code, unit_code,
    count(*) as n_responses,
    sum(weight_e9::hugeint)::double as total,
    sum(weight_e9::hugeint * weight_e9::hugeint)::double as total_of_squares,
    max(provenance) as provenance
  from weights.final_weights
  where recipe_code = 'design'
  group by all
),

base as (
  select
    c.round_code, c.index_code, c.unit_code,
    sum(c.base_weight_e9)::double / 1e9 as sum_base_weight,
    min(f.calibration_factor) as calibration_factor_min,
    max(f.calibration_factor) as calibration_factor_max,
    max(f.n_iterations) as n_iterations,
    max(f.worst_margin_error) as worst_margin_error
  from weights.cells c
  join weights.calibration_factors f using (round_code, index_code, unit_code, cell_key)
  group by all
),

first_margins as (
  select round_code, unit_code, margin_code, sum(population) as adults_margin
  from spec.margins
  group by all
),

adults as (
  select round_code, unit_code, max(adults_margin) as adults_margin from first_margins group by all
)

select
  w.round_code,
  w.index_code,
  w.unit_code,
  u.unit_name,
  u.unit_name_en,
  w.n_responses,
  a.adults_margin::bigint as adults_margin,
  b.sum_base_weight,
  b.calibration_factor_min,
  b.calibration_factor_max,
  sqrt(greatest(w.n_responses * w.total_of_squares / (w.total * w.total) - 1, 0)) as weight_cv,
  w.n_responses * w.total_of_squares / (w.total * w.total) as kish_deff,
  w.total * w.total / w.total_of_squares as n_eff,
  b.worst_margin_error,
  b.n_iterations,
  w.provenance
from weights w
join base b using (round_code, index_code, unit_code)
join spec.round_units u using (round_code, index_code, unit_code)
left join adults a using (round_code, unit_code)
order by w.round_code, w.index_code, w.unit_code
