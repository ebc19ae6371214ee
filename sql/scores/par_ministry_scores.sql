/*
summary: PAR INDEX of each ministry of a round from its published blocks, ranked on the total as it is held, never on a sum of printed parts.
grain: [round_code, index_code, unit_code]
checks:
  one of:
    score_status: [ok, not_published]
  no rows:
    our rank is the published rank: >
      select unit_code, total_points, index_rank, published_rank from this
      where published_rank is not null and published_rank is distinct from index_rank
    the total lies within print rounding of its parts: >
      select unit_code, total_points, sum_of_parts from this where abs(total_points - sum_of_parts) > 0.011
    a unit without a published figure says why: >
      select * from this where score_status = 'not_published' and reason is null
*/
with
points as (from staging.scorecards where index_code = 'par_ministry' and stage_code = 'published'),

-- a round for which no store gives a scorecard is not in this warehouse
units as (
  from spec.round_units u
  semi join points p using (round_code, index_code)
  where index_code = 'par_ministry'
),

wide as (
  select
    round_code, index_code, unit_code,
    max(points) filter (node_code = 'appraised') as appraised_points,
    max(max_points) filter (node_code = 'appraised') as appraised_max,
    max(points) filter (node_code = 'survey') as survey_points,
    max(max_points) filter (node_code = 'survey') as survey_max,
    max(points) filter (node_code = 'total') as total_points,
    max(max_points) filter (node_code = 'total') as total_max,
    max(published_rank) filter (node_code = 'total') as published_rank,
    max(source_url) filter (node_code = 'total') as source_url
  from points
  group by all
),

ranked as (
  select
    w.*,
    case r.ties
      when 'competition' then rank() over (partition by w.round_code, w.index_code order by w.total_points desc)
      when 'dense' then dense_rank() over (partition by w.round_code, w.index_code order by w.total_points desc)
    end as index_rank,
    count(*) over (partition by w.round_code, w.index_code) as n_ranked
  from wide w
  join spec.par_rules r using (round_code, index_code)
  where w.total_points is not null
)

select
  u.round_code,
  u.index_code,
  u.unit_code,
  r.appraised_points,
  r.appraised_max,
  r.survey_points,
  r.survey_max,
  r.total_points,
  r.total_max,
  r.appraised_points + r.survey_points as sum_of_parts,
  -- the maximum is 100, so points are percent; a DECIMAL is never divided, that would make it a DOUBLE
  if(r.total_max = 100, r.total_points, null) as index_percent,
  r.index_rank::integer as index_rank,
  r.published_rank::integer as published_rank,
  r.n_ranked::integer as n_ranked,
  g.group_code,
  if(r.unit_code is null, 'not_published', 'ok') as score_status,
  if(r.unit_code is null, u.reason, null) as reason,
  if(r.unit_code is null, u.reason_en, null) as reason_en,
  r.source_url,
  'published' as provenance
from units u
left join ranked r using (round_code, index_code, unit_code)
left join spec.par_groups g
  on g.round_code = u.round_code
  and g.index_code = u.index_code
  and (g.from_percent is null or r.total_points >= g.from_percent)
  and (g.above_percent is null or r.total_points > g.above_percent)
  and (g.below_percent is null or r.total_points < g.below_percent)
  and r.total_points is not null
