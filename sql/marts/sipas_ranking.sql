/*
summary: Where each province stands in SIPAS under each recipe, with its interval; neither recipe is official.
grain: [round_code, index_code, recipe_code, unit_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: plain (every valid response counts once) or design (sampling weights raked to margins)
  is_shown_recipe: true for the recipe shown first in reports
  unit_code: province, code of the registry
  unit_name: official name
  unit_name_en: English name
  region_code: region of the 2019 census; NULL where none is held
  region_name: name of the region
  region_name_en: English name of the region
  unit_type: city or province
  score_percent: overall SIPAS, percent satisfied, unrounded
  score_percent_se: standard error, percentage points
  score_percent_df: degrees of freedom of the error
  score_percent_low: lower end of the 95 % interval
  score_percent_high: upper end of the 95 % interval
  score_percent_n: valid responses
  score_percent_n_eff: effective sample size
  score_percent_deff: design effect against a simple random sample with replacement
  score_percent_status: ok, or why there is no value
  score_percent_pooled_se: standard error by a design effect pooled over provinces of one type (model-assisted), percentage points
  score_percent_pooled_df: degrees of freedom of that error, lowered where provinces differ
  score_percent_pooled_low: lower end of its 95 % interval
  score_percent_pooled_high: upper end of its 95 % interval
  score_percent_pooled_units: provinces that the design effect is pooled over
  score_percent_pooled_fit_p: p-value of the test that they share it; NULL where it cannot be made
  score_percent_pooled_spread: relative variance of the design effect between them beyond chance
  score_percent_pooled_status: ok, or why there is no pooled interval
  score_percent_replicate_se: standard error by 1,000 replicates of the first-stage units, percentage points
  interval_rule: direct or pooled, which errors feed ranks in this round
  rank_se: the standard error that feeds ranks, percentage points
  rank_df: its degrees of freedom
  score_rank: rank on unrounded values, 1 the highest
  n_ranked: provinces with a rank under this recipe
  is_tied_in_print: equal to another at two decimals, ranked apart
  n_others: other ranked provinces, each compared with it; NULL where it has no rank
  n_alike: of them, those that it cannot be told apart from, all pairs held together (Holm, 5 %); NULL where it has no error
  provenance: illustrative for invented respondents
*/
select
  s.round_code,
  s.index_code,
  s.recipe_code,
  c.is_shown as is_shown_recipe,
  s.unit_code,
  u.unit_name,
  u.unit_name_en,
  u.region_code,
  r.region_name,
  r.region_name_en,
  u.unit_type,
  s.score_percent,
  s.score_percent_se,
  s.score_percent_df,
  s.score_percent_low,
  s.score_percent_high,
  s.score_percent_n,
  s.score_percent_n_eff,
  s.score_percent_deff,
  s.score_percent_status,
  s.score_percent_pooled_se,
  s.score_percent_pooled_df,
  s.score_percent_pooled_low,
  s.score_percent_pooled_high,
  s.score_percent_pooled_units,
  s.score_percent_pooled_fit_p,
  s.score_percent_pooled_spread,
  s.score_percent_pooled_status,
  s.score_percent_replicate_se,
  s.interval_rule,
  s.rank_se,
  s.rank_df,
  s.score_rank,
  s.n_ranked,
  s.is_tied_in_print,
  p.n_others,
  p.n_alike,
  s.provenance
from scores.sipas_scores s
join spec.sipas_recipes c using (round_code, index_code, recipe_code)
join spec.round_units u using (round_code, index_code, unit_code)
left join spec.regions r using (region_code)
left join scores.sipas_pairs p using (round_code, index_code, recipe_code, unit_code)
order by s.round_code, s.index_code, s.recipe_code, s.unit_code
