/*
summary: Where every leaf of a scorecard stands at every stage that its card has reached; a leaf without an entry is missing, not zero; surveyed leaves have the points of their survey.
grain: [round_code, index_code, unit_code, node_code, stage_code]
checks:
  one of:
    score_status: [scored, missing, not_applicable, withheld]
  no rows:
    points of a survey are not entered by hand beside it: >
      select e.unit_code, e.node_code, e.points from staging.score_entries e
      join scores.par_survey_points s using (round_code, index_code, unit_code, framework_code, node_code)
      where e.stage_code = 'final' and s.points is not null
    points lie between 0 and the maximum: >
      select unit_code, node_code, stage_code, points, max_points from this where points < 0 or points > max_points
*/
with
entries as (from staging.score_entries),

cards as (
  select distinct round_code, index_code, unit_code, unit_level, framework_code, framework_provenance, is_fictional, provenance
  from entries
),

-- leaves of a card are added together: one that takes points of invented answers makes the whole card illustrative
invented as (
  select distinct round_code, index_code, unit_code, framework_code
  from scores.par_survey_points
  where points is not null and provenance = 'illustrative'
),

reached as (select distinct round_code, index_code, unit_code, stage_code from entries),

-- survey leaves enter at the end; bonuses and penalties stand only where somebody entered them
places as (
  select c.*, n.node_code, n.node_kind, n.is_self_scored, n.max_points, s.stage_code, s.stage_order, s.carries_stage_code
  from cards c
  join spec.framework_nodes n using (framework_code, unit_level)
  join reached r using (round_code, index_code, unit_code)
  join spec.score_stages s on s.stage_code = r.stage_code
  where n.is_leaf and (s.covers_all_leaves or n.is_self_scored)
  union all
  select c.*, n.node_code, n.node_kind, n.is_self_scored, n.max_points, s.stage_code, s.stage_order, s.carries_stage_code
  from cards c
  join spec.framework_nodes n using (framework_code, unit_level)
  join entries e using (round_code, index_code, unit_code, node_code)
  join spec.score_stages s on s.stage_code = e.stage_code
  where n.node_kind in ('bonus', 'penalty')
)

select
  p.round_code,
  p.index_code,
  p.unit_code,
  p.unit_level,
  p.framework_code,
  p.node_code,
  p.node_kind,
  p.is_self_scored,
  p.stage_code,
  p.stage_order,
  coalesce(own.score_status, if(surveyed.points is not null, 'scored', null), carried.score_status, 'missing') as score_status,
  case when own.score_status is not null then own.points else coalesce(surveyed.points, carried.points) end as points,
  p.max_points,
  own.score_status is null and carried.score_status is not null as is_carried,
  own.score_status is null and surveyed.points is not null as is_surveyed,
  surveyed.points_status as survey_status,
  own.reason,
  own.evidence,
  p.is_fictional,
  if(p.provenance = 'illustrative' or p.framework_provenance = 'illustrative' or i.unit_code is not null, 'illustrative', 'derived') as provenance
from places p
left join entries own using (round_code, index_code, unit_code, node_code, stage_code)
left join invented i
  on i.round_code = p.round_code and i.index_code = p.index_code and i.unit_code = p.unit_code and i.framework_code = p.framework_code
left join scores.par_survey_points surveyed
  on surveyed.round_code = p.round_code and surveyed.index_code = p.index_code and surveyed.unit_code = p.unit_code
  and surveyed.framework_code = p.framework_code and surveyed.node_code = p.node_code and p.stage_code = 'final'
left join entries carried
  on carried.round_code = p.round_code and carried.index_code = p.index_code and carried.unit_code = p.unit_code
  and carried.node_code = p.node_code and carried.stage_code = p.carries_stage_code
