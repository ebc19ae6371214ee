/*
summary: Points and maximum of every node of a scorecard at every stage, summed exactly from its leaves; the total has bonuses and penalties.
grain: [round_code, index_code, unit_code, node_code, stage_code]
checks:
  one of:
    points_status: [ok, incomplete, not_applicable]
  no rows:
    a node without every leaf has no points, and says so: >
      select * from this where (points_status = 'ok') <> (points is not null)
    the children of a node add to it, to the last digit: >
      select t.round_code, t.index_code, t.unit_code, t.node_code, t.stage_code, t.known_points, sum(c.known_points) as of_children
      from this t
      join this c on c.parent_node_code = t.node_code and c.unit_code = t.unit_code and c.round_code = t.round_code
        and c.index_code = t.index_code and c.stage_code = t.stage_code
      where t.node_code <> 'total'
      group by all having sum(c.known_points) <> t.known_points
*/
with
leaves as (from scores.par_leaf_points),

nodes as (from spec.framework_nodes where node_kind not in ('bonus', 'penalty')),

summed as (
  select
    l.round_code, l.index_code, l.unit_code, l.unit_level, l.framework_code, l.is_fictional, l.provenance, l.stage_code, l.stage_order,
    n.node_code, n.parent_node_code, n.node_order, n.node_depth,
    sum(if(l.score_status = 'scored', l.points, 0)) as known_points,
    sum(if(l.score_status = 'not_applicable', 0, l.max_points)) as max_points,
    case when count(*) filter (l.is_self_scored and l.score_status = 'missing') = 0
      then sum(if(l.score_status = 'scored', l.points, 0)) filter (l.is_self_scored)
    end as self_scored_points,
    count(*) as n_leaves,
    count(*) filter (l.score_status = 'missing') as n_missing,
    count(*) filter (l.score_status = 'not_applicable') as n_not_applicable,
    count(*) filter (l.score_status = 'withheld') as n_withheld
  from leaves l
  join nodes n
    on n.framework_code = l.framework_code and n.unit_level = l.unit_level
    and (n.node_code in (l.node_code, 'total') or starts_with(l.node_code, n.node_code || '.'))
  where l.node_kind not in ('bonus', 'penalty')
  group by all
),

adjusted as (
  select round_code, index_code, unit_code, stage_code, sum(if(node_kind = 'bonus', points, -points)) as adjustment_points
  from leaves
  where node_kind in ('bonus', 'penalty')
  group by all
)

select
  s.round_code,
  s.index_code,
  s.unit_code,
  s.unit_level,
  s.framework_code,
  s.is_fictional,
  s.node_code,
  s.parent_node_code,
  s.node_order,
  s.node_depth,
  s.stage_code,
  s.stage_order,
  (s.known_points + coalesce(if(s.node_code = 'total', a.adjustment_points, 0), 0))::decimal(18, 9) as known_points,
  if(s.n_missing > 0 or s.n_leaves = s.n_not_applicable, null,
    (s.known_points + coalesce(if(s.node_code = 'total', a.adjustment_points, 0), 0))::decimal(18, 9)) as points,
  s.max_points::decimal(18, 9) as max_points,
  s.self_scored_points::decimal(18, 9) as self_scored_points,
  case
    when s.n_leaves = s.n_not_applicable then 'not_applicable'
    when s.n_missing > 0 then 'incomplete'
    else 'ok'
  end as points_status,
  s.n_leaves::integer as n_leaves,
  s.n_missing::integer as n_missing,
  s.n_not_applicable::integer as n_not_applicable,
  s.n_withheld::integer as n_withheld,
  s.provenance
from summed s
left join adjusted a using (round_code, index_code, unit_code, stage_code)
