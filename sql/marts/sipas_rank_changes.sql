/*
summary: "Change of each province's rank in SIPAS since an earlier comparable round: its own part and the others'."
grain: [round_code, index_code, recipe_code, earlier_round, unit_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: weighting recipe
  is_shown_recipe: the recipe that the round shows first
  earlier_round: the round compared with
  unit_code: province
  unit_name: its name
  unit_name_en: its English name
  n_ranked: provinces ranked in both rounds; both ranks are among them
  earlier_rank: rank in the earlier round
  score_rank: rank in this round
  rank_change: this rank less the earlier one; below zero is a rise
  own_change: what the province's own change moved
  others_change: what the change of the others moved; the two add to rank_change
  provenance: illustrative while respondents are invented
*/
select
  r.round_code,
  r.index_code,
  r.recipe_code,
  c.is_shown as is_shown_recipe,
  r.earlier_round,
  r.unit_code,
  u.unit_name,
  u.unit_name_en,
  r.n_ranked,
  r.earlier_rank,
  r.score_rank,
  r.rank_change,
  r.own_change,
  r.others_change,
  r.provenance
from scores.sipas_rank_changes r
join spec.sipas_recipes c using (round_code, index_code, recipe_code)
join spec.round_units u using (round_code, index_code, unit_code)
order by r.round_code, r.index_code, r.recipe_code, r.earlier_round, r.score_rank, r.unit_code
