/*
summary: Published points per unit and block; scorecards by leaf and stage are staging.score_entries.
grain: [round_code, index_code, unit_code, node_code, stage_code]
checks:
  no rows:
    points lie between 0 and the node's maximum: >
      select unit_code, node_code, points, max_points from this
      where points < 0 or points > max_points
*/
select
  s.round_code,
  s.index_code,
  n.unit_code,
  s.node_code,
  s.stage_code,
  s.points,
  s.max_points,
  s.published_rank,
  s.source_url,
  s.provenance
from raw.scorecards s
join staging.unit_names n
  on n.round_code = s.round_code
  and n.unit_level = if(s.index_code = 'par_ministry', 'ministry', 'province')
  and n.unit_name = s.unit_name
where s.stage_code = 'published'
