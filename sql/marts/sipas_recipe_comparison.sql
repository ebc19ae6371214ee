/*
summary: Each province under both recipes, with the difference in value and rank.
grain: [round_code, index_code, unit_code]
columns:
  round_code: index year
  index_code: sipas
  unit_code: province
  unit_name: official name
  unit_name_en: English name
  plain_percent: overall SIPAS, every valid response counting once
  design_percent: overall SIPAS, sampling weights raked to margins
  difference_percent: design minus plain, percentage points
  plain_rank: rank under plain
  design_rank: rank under design
  rank_difference: design rank minus plain rank
  difference_status: ok, or why there is no difference
  provenance: illustrative for invented respondents
*/
select
  p.round_code,
  p.index_code,
  p.unit_code,
  u.unit_name,
  u.unit_name_en,
  p.score_percent as plain_percent,
  d.score_percent as design_percent,
  d.score_percent - p.score_percent as difference_percent,
  p.score_rank as plain_rank,
  d.score_rank as design_rank,
  d.score_rank - p.score_rank as rank_difference,
  if(p.score_percent_status <> 'ok', p.score_percent_status, d.score_percent_status) as difference_status,
  p.provenance
from scores.sipas_scores p
join scores.sipas_scores d using (round_code, index_code, unit_code)
join spec.round_units u using (round_code, index_code, unit_code)
where p.recipe_code = 'plain' and d.recipe_code = 'design'
order by p.round_code, p.index_code, p.unit_code
