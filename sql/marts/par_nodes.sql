/*
summary: "PAR INDEX from scorecards: points, maximum, share and lost points of every node at every stage, with the unit's own claim beside it."
grain: [round_code, index_code, unit_code, node_code, stage_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  unit_name: its name
  unit_name_en: its English name
  is_fictional: the unit does not exist
  framework_code: framework that the card was filled in against
  node_code: node of the framework; total for the whole
  parent_node_code: the node it belongs to
  node_order: order of reading
  node_depth: 0 total, 1 area, 2 criterion, 3 sub-criterion
  node_name: name
  node_name_en: English name
  node_kind: group, or the kind of leaf
  max_status: what stands behind the maximum
  department: who answers for the leaf
  stage_code: stage of scoring
  stage_order: its order
  stage_name: its name
  stage_name_en: its English name
  points: exact points; NULL while a leaf below is missing
  known_points: sum of the leaves that have points
  max_points: maximum of the leaves that belong to the stage and apply to the unit
  points_share: points over maximum, for charts; ranks are made on exact points
  lost_points: maximum less points
  self_points: what the unit claimed for the leaves that it scores itself
  self_scored_points: the points of these leaves at this stage
  gap_points: self_scored_points less the claim; surveyed leaves are in neither
  points_status: ok, incomplete or not_applicable
  points_low: at the final stage, lower end of the 95 % interval of the surveyed part; NULL where nothing is estimated
  points_high: upper end of it
  points_error_status: at the final stage ok; fixed, nothing surveyed; not_published, a survey result without error; or as points_status
  n_leaves: leaves below
  n_missing: of them without points
  n_not_applicable: of them not applicable
  n_withheld: of them with points held back
  index_percent: of the total at the final stage, percent of the maximum
  index_rank: rank of the total at the final stage among its kind
  n_ranked: units ranked with it
  group_code: group of the round
  provenance: derived, or illustrative for everything from an illustrative framework or a fictional unit
*/
with
points as (from scores.par_node_points),
claims as (from scores.par_node_points where stage_code = 'self'),
ranks as (from scores.par_index)

select
  p.round_code,
  p.index_code,
  p.unit_code,
  coalesce(f.unit_name, u.unit_name) as unit_name,
  coalesce(f.unit_name_en, u.unit_name_en) as unit_name_en,
  p.is_fictional,
  p.framework_code,
  p.node_code,
  p.parent_node_code,
  p.node_order,
  p.node_depth,
  n.node_name,
  n.node_name_en,
  n.node_kind,
  n.max_status,
  n.department,
  p.stage_code,
  p.stage_order,
  s.stage_name,
  s.stage_name_en,
  p.points,
  p.known_points,
  p.max_points,
  if(p.max_points > 0, p.points::double / p.max_points::double, null) as points_share,
  p.max_points - p.points as lost_points,
  c.points as self_points,
  p.self_scored_points,
  p.self_scored_points - c.points as gap_points,
  p.points_status,
  e.points_low,
  e.points_high,
  e.percent_status as points_error_status,
  p.n_leaves,
  p.n_missing,
  p.n_not_applicable,
  p.n_withheld,
  r.index_percent,
  r.index_rank,
  r.n_ranked,
  r.group_code,
  p.provenance
from points p
join spec.framework_nodes n using (framework_code, unit_level, node_code)
join spec.score_stages s using (stage_code)
left join claims c using (round_code, index_code, unit_code, node_code)
left join ranks r
  on r.round_code = p.round_code and r.index_code = p.index_code and r.unit_code = p.unit_code
  and p.node_code = 'total' and p.stage_code = 'final'
left join scores.par_node_errors e
  on e.round_code = p.round_code and e.index_code = p.index_code and e.unit_code = p.unit_code and e.node_code = p.node_code
  and p.stage_code = 'final'
left join spec.fictional_units f on f.unit_code = p.unit_code
left join spec.round_units u
  on u.round_code = p.round_code and u.index_code = p.index_code and u.unit_code = p.unit_code
order by p.round_code, p.index_code, p.unit_code, p.node_order, p.stage_order
