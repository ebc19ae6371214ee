/*
summary: "Where a province stands among all: how many provinces lie in each stretch of the scale, nobody named but itself."
grain: [round_code, index_code, unit_code, from_percent]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: the recipe shown
  unit_code: the province whose place it is
  unit_name: official name
  unit_name_en: English name
  from_percent: the stretch begins here, one percentage point wide
  n_units: provinces whose value lies in the stretch
  n_ranked: provinces with a value
  score_rank: rank of the province itself; NULL when it has no value
  score_percent: its own value, percent satisfied, unrounded
  score_percent_df: degrees of freedom of its error
  score_percent_low: lower end of its 95 % interval
  score_percent_high: upper end of its 95 % interval
  score_percent_status: ok, or why it has no value
  provenance: illustrative for invented respondents
*/
with
shown as (
  select s.*
  from scores.sipas_scores s
  join spec.sipas_recipes c using (round_code, index_code, recipe_code)
  where c.is_shown
),

stretches as (
  select round_code, index_code, least(floor(score_percent), 99)::integer as from_percent, count(*) as n_units
  from shown
  where score_percent is not null
  group by all
)

select
  s.round_code,
  s.index_code,
  s.recipe_code,
  s.unit_code,
  u.unit_name,
  u.unit_name_en,
  t.from_percent,
  t.n_units,
  s.n_ranked,
  s.score_rank,
  s.score_percent,
  s.score_percent_df,
  s.score_percent_low,
  s.score_percent_high,
  s.score_percent_status,
  s.provenance
from shown s
join stretches t using (round_code, index_code)
join spec.round_units u using (round_code, index_code, unit_code)
order by s.round_code, s.index_code, s.unit_code, t.from_percent
