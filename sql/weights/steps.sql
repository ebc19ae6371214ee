/*
summary: "What each step of the weighting recipe left behind in each unit: how many respondents, the sum and the spread of their weights, and quantiles of what the step multiplied them by."
grain: [round_code, index_code, unit_code, step_code]
checks:
  one of:
    step_code: [base, eligibility, nonresponse, calibration, trimming, quantisation]
  no rows:
    every weight of every step is a positive number: >
      select * from this where not (weight_min > 0 and isfinite(weight_max))
    trimming and quantisation keep the sum of weights: >
      select * from this where step_code in ('trimming', 'quantisation') and abs(sum_weight / sum_weight_before - 1) > 1e-9
*/
with
respondents as (
  select
    c.round_code, c.index_code, c.unit_code, c.n_responses, c.provenance,
    c.base_weight_e9::double as base_e9,
    c.base_weight_e9 * f.eligibility_factor as eligible_e9,
    c.entering_weight_e9::double as entering_e9,
    c.entering_weight_e9 * k.first_factor as calibrated_e9,
    least(c.entering_weight_e9, coalesce(k.weight_limit_e9, c.entering_weight_e9)) * k.calibration_factor as trimmed_e9,
    w.weight_e9::double as final_e9
  from weights.cluster_cells c
  join weights.cluster_factors f using (round_code, index_code, unit_code, cluster_key)
  join weights.calibration_factors k using (round_code, index_code, unit_code, cell_key)
  join weights.cell_weights w using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
  where w.recipe_code = 'design'
),

stepped as (
  select round_code, index_code, unit_code, n_responses, provenance,
    unnest([
      {'step_code': 'base', 'before_e9': base_e9, 'after_e9': base_e9},
      {'step_code': 'eligibility', 'before_e9': base_e9, 'after_e9': eligible_e9},
      {'step_code': 'nonresponse', 'before_e9': eligible_e9, 'after_e9': entering_e9},
      {'step_code': 'calibration', 'before_e9': entering_e9, 'after_e9': calibrated_e9},
      {'step_code': 'trimming', 'before_e9': calibrated_e9, 'after_e9': trimmed_e9},
      {'step_code': 'quantisation', 'before_e9': trimmed_e9, 'after_e9': final_e9}
    ], recursive := true)
  from respondents
),

-- respondents of one weight and one factor: quantiles count them, sums are of whole units
weighed as (
  select
    round_code, index_code, unit_code, step_code,
    round(before_e9)::hugeint as before_e9,
    round(after_e9)::hugeint as after_e9,
    if(before_e9 > 0, after_e9 / before_e9, null) as factor,
    sum(n_responses)::bigint as n,
    max(provenance) as provenance
  from stepped
  group by all
),

ordered as (
  select *,
    sum(n) over (
      partition by round_code, index_code, unit_code, step_code order by factor, after_e9, before_e9
    ) as n_up_to,
    sum(n) over (partition by round_code, index_code, unit_code, step_code) as n_all
  from weighed
),

summed as (
  select
    round_code, index_code, unit_code, step_code,
    sum(n)::integer as n_responses,
    sum(n * before_e9)::double / 1e9 as sum_weight_before,
    sum(n * after_e9)::double / 1e9 as sum_weight,
    min(after_e9)::double / 1e9 as weight_min,
    max(after_e9)::double / 1e9 as weight_max,
    min(factor) as factor_min,
    min(factor) filter (20 * n_up_to >= n_all) as factor_p05,
    min(factor) filter (4 * n_up_to >= n_all) as factor_p25,
    min(factor) filter (2 * n_up_to >= n_all) as factor_median,
    min(factor) filter (4 * n_up_to >= 3 * n_all) as factor_p75,
    min(factor) filter (20 * n_up_to >= 19 * n_all) as factor_p95,
    max(factor) as factor_max,
    sum(n * after_e9)::double as total,
    sum(n * after_e9 * after_e9)::double as total_of_squares,
    max(provenance) as provenance
  from ordered
  group by all
),

fits as (
  select round_code, index_code, unit_code,
    max(n_iterations) as n_iterations, max(n_trimming_rounds) as n_trimming_rounds, max(worst_margin_error) as worst_margin_error
  from weights.calibration_factors
  group by all
)

select
  s.round_code,
  s.index_code,
  s.unit_code,
  s.step_code,
  t.step_order,
  t.is_taken,
  s.n_responses,
  s.sum_weight_before,
  s.sum_weight,
  s.weight_min,
  s.weight_max,
  s.factor_min,
  s.factor_p05,
  s.factor_p25,
  s.factor_median,
  s.factor_p75,
  s.factor_p95,
  s.factor_max,
  sqrt(greatest(s.n_responses * s.total_of_squares / (s.total * s.total) - 1, 0)) as weight_cv,
  s.n_responses * s.total_of_squares / (s.total * s.total) as kish_deff,
  s.total * s.total / s.total_of_squares as n_eff,
  case s.step_code when 'calibration' then f.n_iterations when 'trimming' then f.n_trimming_rounds end as n_iterations,
  if(s.step_code in ('calibration', 'trimming'), f.worst_margin_error, null) as worst_margin_error,
  s.provenance
from summed s
join fits f using (round_code, index_code, unit_code)
join spec.weighting_steps t using (round_code, index_code, step_code)
