/*
summary: "PAR INDEX of the ministries as published: blocks, total, rank and group."
grain: [round_code, index_code, unit_code]
columns:
  round_code: index year
  index_code: par_ministry
  unit_code: ministry
  unit_name: official name
  unit_name_en: English name
  short_name: abbreviation
  appraised_points: points appraised, as printed
  appraised_max: their maximum
  survey_points: points from the survey of officials, as printed
  survey_max: their maximum
  total_points: the printed total
  total_max: its maximum
  sum_of_parts: sum of the two printed parts; may differ from the total by print rounding
  is_sum_different: true where it does
  index_percent: total as percent of the maximum
  index_rank: rank made from the printed totals
  published_rank: rank as published
  n_ranked: ministries ranked
  group_code: group of the round
  group_name: its name
  group_name_en: its English name
  is_tied_in_print: equal to another at two decimals, ranked apart
  score_status: ok or not_published
  reason: why there is no figure
  reason_en: the same in English
  source_url: where it was published
  provenance: published
*/
select
  s.round_code,
  s.index_code,
  s.unit_code,
  u.unit_name,
  u.unit_name_en,
  u.short_name,
  s.appraised_points::decimal(18, 2) as appraised_points,
  s.appraised_max::decimal(18, 2) as appraised_max,
  s.survey_points::decimal(18, 2) as survey_points,
  s.survey_max::decimal(18, 2) as survey_max,
  s.total_points::decimal(18, 2) as total_points,
  s.total_max::decimal(18, 2) as total_max,
  s.sum_of_parts::decimal(18, 2) as sum_of_parts,
  coalesce(s.sum_of_parts <> s.total_points, false) as is_sum_different,
  s.index_percent::decimal(18, 2) as index_percent,
  s.index_rank,
  s.published_rank,
  max(s.n_ranked) over (partition by s.round_code, s.index_code) as n_ranked,
  s.group_code,
  g.group_name,
  g.group_name_en,
  s.total_points is not null
    and count(*) over (partition by s.round_code, s.index_code, round(s.total_points, 2))
      > count(*) over (partition by s.round_code, s.index_code, s.total_points) as is_tied_in_print,
  s.score_status,
  s.reason,
  s.reason_en,
  s.source_url,
  s.provenance
from scores.par_ministry_scores s
join spec.round_units u using (round_code, index_code, unit_code)
left join spec.par_groups g using (round_code, index_code, group_code)
order by s.round_code, s.index_code, s.unit_code
