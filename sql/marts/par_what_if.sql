/*
summary: "What would lift a unit: the fewest leaves for some goals, all other units held at their values."
grain: [round_code, index_code, unit_code, goal_kind, goal_size, plan_order]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  is_fictional: the unit does not exist
  goal_kind: points or ranks
  goal_size: how many of them to gain
  goal_order: order of reading
  plan_status: planned, first where no better rank exists, out_of_reach where all leaves together fall short
  plan_order: place of the leaf in the plan, largest gain first; 0 where there is no plan
  n_leaves: leaves of the plan
  node_code: leaf to lift to its maximum; NULL where there is no plan
  node_name: its name
  node_name_en: its English name
  max_points: its maximum
  department_name: who inside the unit answers for it
  department_name_en: the same in English
  needed_points: points that the goal needs
  points: points of the leaf now
  gain_points: points it gains at its maximum
  spare_points: what the plan gains beyond the need
  total_after_points: the unit's total with the whole plan
  total_after_low: lower end of the 95 % interval of that total, moved with it; NULL where the error of surveyed leaves is not known
  total_after_high: upper end of it, never above the maximum
  rank_before: rank now
  rank_after: rank with the whole plan
  provenance: derived, or illustrative
*/
select
  w.round_code,
  w.index_code,
  w.unit_code,
  w.is_fictional,
  w.goal_kind,
  w.goal_size,
  w.goal_order,
  w.plan_status,
  w.plan_order,
  w.n_leaves,
  w.node_code,
  l.node_name,
  l.node_name_en,
  l.max_points,
  l.department_name,
  l.department_name_en,
  w.needed_points,
  w.points,
  w.gain_points,
  w.spare_points,
  w.total_after_points,
  if(e.points_se is null, null, greatest(0, e.points_low + (w.total_after_points - e.points)::double)) as total_after_low,
  if(e.points_se is null, null, least(e.max_points::double, e.points_high + (w.total_after_points - e.points)::double)) as total_after_high,
  w.rank_before,
  w.rank_after,
  w.provenance
from scores.par_what_if w
left join marts.par_lost_points l using (round_code, index_code, unit_code, node_code)
left join scores.par_node_errors e
  on e.round_code = w.round_code and e.index_code = w.index_code and e.unit_code = w.unit_code and e.node_code = 'total'
order by w.round_code, w.index_code, w.unit_code, w.goal_order, w.plan_order
