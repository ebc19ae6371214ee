/*
summary: "What a unit can try out on its page: its leaves that it can lift itself, and the goals of its plans."
grain: [round_code, index_code, unit_code, part_kind, part_order]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  is_fictional: the unit does not exist
  part_kind: leaf, or goal
  part_order: order of reading; of goals that of the plans
  node_code: the leaf; NULL for goals
  node_name: its name
  node_name_en: its English name
  points: exact points that the leaf has
  max_points: its maximum
  goal_kind: points or ranks; NULL for leaves
  goal_size: how many of them
  goal_needed_points: points that reach the goal while all others stay
  total_points: exact total of the unit
  total_max_points: maximum that applies to it
  total_low: lower end of the 95 % interval of the total; NULL while its error is not known
  total_high: upper end of it
  provenance: derived, or illustrative
*/
with
totals as (
  select
    i.round_code, i.index_code, i.unit_code, i.is_fictional, i.points as total_points, i.max_points as total_max_points,
    if(e.points_se is null, null, e.points_low) as total_low,
    if(e.points_se is null, null, e.points_high) as total_high,
    i.provenance
  from scores.par_index i
  left join scores.par_node_errors e
    on e.round_code = i.round_code and e.index_code = i.index_code and e.unit_code = i.unit_code and e.node_code = 'total'
  where i.points_status = 'ok'
),

parts as (
  select
    l.round_code, l.index_code, l.unit_code, 'leaf' as part_kind, n.node_order as part_order,
    l.node_code, n.node_name, n.node_name_en, l.points, l.max_points,
    null::varchar as goal_kind, null::integer as goal_size, null::decimal(18, 9) as goal_needed_points
  from scores.par_lost_points l
  join spec.framework_nodes n using (framework_code, unit_level, node_code)
  where l.lost_status = 'ok' and l.node_kind in ('appraised', 'statistic') -- nobody can order a survey's answer
  union all
  select distinct
    round_code, index_code, unit_code, 'goal', goal_order, null, null, null, null, null,
    goal_kind, goal_size, needed_points
  from scores.par_what_if
  where plan_status <> 'first'
)

select
  p.round_code,
  p.index_code,
  p.unit_code,
  t.is_fictional,
  p.part_kind,
  p.part_order,
  p.node_code,
  p.node_name,
  p.node_name_en,
  p.points,
  p.max_points,
  p.goal_kind,
  p.goal_size,
  p.goal_needed_points,
  t.total_points,
  t.total_max_points,
  t.total_low,
  t.total_high,
  t.provenance
from parts p
join totals t using (round_code, index_code, unit_code)
order by p.round_code, p.index_code, p.unit_code, p.part_kind, p.part_order
