/*
summary: "The weighting recipe step by step in each province: weights and what each step multiplied them by."
grain: [round_code, index_code, unit_code, step_code]
columns:
  round_code: index year
  index_code: sipas
  unit_code: province
  unit_name: official name
  unit_name_en: English name
  step_code: step of weighting.yaml
  step_order: place of the step
  is_taken: false where the round names the step and does not take it
  setting: what the step does, in words
  setting_en: the same in English
  rule_status: confirmed, inferred or assumed
  n_responses: valid responses
  sum_weight: sum of weights after the step
  weight_min: smallest weight
  weight_max: largest weight
  factor_min: least that the step multiplied a weight by
  factor_p05: 5 % of respondents were multiplied by this or less
  factor_p25: 25 % by this or less
  factor_median: half by this or less
  factor_p75: 75 % by this or less
  factor_p95: 95 % by this or less
  factor_max: the most
  weight_cv: coefficient of variation of the weights
  kish_deff: Kish's design effect of unequal weights, 1 + cv²
  n_eff: Kish's effective sample size
  n_iterations: rounds of calibration, or of trimming
  worst_margin_error: largest relative error of a margin
  provenance: illustrative for invented respondents
*/
select
  s.round_code,
  s.index_code,
  s.unit_code,
  u.unit_name,
  u.unit_name_en,
  s.step_code,
  s.step_order,
  s.is_taken,
  t.setting,
  t.setting_en,
  t.rule_status,
  s.n_responses,
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
  s.weight_cv,
  s.kish_deff,
  s.n_eff,
  s.n_iterations,
  s.worst_margin_error,
  s.provenance
from weights.steps s
join spec.weighting_steps t using (round_code, index_code, step_code)
join spec.round_units u using (round_code, index_code, unit_code)
order by s.round_code, s.index_code, s.unit_code, s.step_order
