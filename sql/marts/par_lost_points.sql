/*
summary: "Lost points (điểm bị trừ) of a unit: by leaf where its scorecard is held, by published block where only blocks were published."
grain: [round_code, index_code, unit_code, node_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  unit_name: its name
  unit_name_en: its English name
  is_fictional: the unit does not exist
  part_level: leaf, or block where no leaf was published
  node_code: leaf or block
  node_order: order of reading
  node_name: its name
  node_name_en: its English name
  node_kind: appraised, survey, sipas, statistic, bonus, penalty or block
  area_code: area of the leaf
  area_name: its name
  area_name_en: its English name
  max_points: maximum
  points: final points; NULL while missing
  self_points: what the unit claimed
  lost_points: maximum less points; a bonus takes from the loss and a penalty adds to it
  lost_before_points: of them already in the unit's own claim
  lost_in_appraisal_points: of them taken in appraisal; below zero where it raised the claim
  lost_share: part of the unit's whole loss
  lost_order: place among the unit's leaves, largest loss first
  unit_lost_points: the unit's whole loss
  loss_kind: none, claimed, lowered, claimed_and_lowered, surveyed, withheld, penalty or bonus; NULL while missing
  lost_status: ok, missing or not_applicable
  reason: what was said wherever the points changed
  reason_en: the same with English names of stages
  department_name: who inside the unit answers for the leaf
  department_name_en: the same in English
  department_status: confirmed, inferred or assumed
  n_rounds_comparable: rounds in a row that can be compared leaf by leaf, this one included
  n_rounds_lost: of them, rounds in a row up to this one in which points were lost
  lost_points_se: standard error of the loss where a survey gave the points
  lost_points_df: its degrees of freedom
  lost_points_low: lower end of the 95 % interval of the loss
  lost_points_high: upper end of the 95 % interval of the loss
  error_status: ok, not_estimable where the survey's error is not known, not_applicable where no survey gave the points
  provenance: derived, or illustrative for everything from an illustrative framework or a fictional unit
*/
with
leaves as (
  select
    l.round_code,
    l.index_code,
    l.unit_code,
    coalesce(f.unit_name, u.unit_name) as unit_name,
    coalesce(f.unit_name_en, u.unit_name_en) as unit_name_en,
    l.is_fictional,
    'leaf' as part_level,
    l.node_code,
    n.node_order,
    n.node_name,
    n.node_name_en,
    l.node_kind,
    a.node_code as area_code,
    a.node_name as area_name,
    a.node_name_en as area_name_en,
    l.max_points,
    l.points,
    l.self_points,
    l.lost_points,
    l.lost_before_points,
    l.lost_in_appraisal_points,
    l.lost_share,
    l.unit_lost_points,
    l.loss_kind,
    l.lost_status,
    l.reason,
    l.reason_en,
    coalesce(o.department_name, d.department_name) as department_name,
    coalesce(o.department_name_en, d.department_name_en) as department_name_en,
    coalesce(o.department_status, d.department_status) as department_status,
    l.n_rounds_comparable,
    l.n_rounds_lost,
    e.points_se as lost_points_se,
    if(e.points_se is null, null, e.percent_df) as lost_points_df,
    l.max_points::double - e.points_high as lost_points_low,
    l.max_points::double - e.points_low as lost_points_high,
    case
      when l.node_kind not in ('survey', 'sipas') then 'not_applicable'
      when e.points_se is null then 'not_estimable'
      else 'ok'
    end as error_status,
    l.provenance
  from scores.par_lost_points l
  join spec.framework_nodes n using (framework_code, unit_level, node_code)
  left join scores.par_node_errors e
    on e.round_code = l.round_code and e.index_code = l.index_code and e.unit_code = l.unit_code and e.node_code = l.node_code
    and l.node_kind in ('survey', 'sipas') and e.points_se is not null
  left join spec.framework_nodes a
    on a.framework_code = l.framework_code and a.unit_level = l.unit_level and a.node_depth = 1
    and a.node_kind = 'group' and starts_with(l.node_code, a.node_code || '.')
  left join spec.responsible o
    on o.framework_code = l.framework_code and o.unit_level = l.unit_level and o.node_code = l.node_code and o.unit_code = l.unit_code
  left join spec.responsible d
    on d.framework_code = l.framework_code and d.unit_level = l.unit_level and d.node_code = l.node_code and d.unit_code is null
  left join spec.fictional_units f on f.unit_code = l.unit_code
  left join spec.round_units u
    on u.round_code = l.round_code and u.index_code = l.index_code and u.unit_code = l.unit_code
),

-- of a ministry only two blocks of points are published: its losses by block follow from them
published as (
  select round_code, index_code, unit_code, 'appraised' as node_code, appraised_max as max_points, appraised_points as points, total_max - total_points as unit_lost_points
  from scores.par_ministry_scores
  where total_points is not null
  union all
  select round_code, index_code, unit_code, 'survey', survey_max, survey_points, total_max - total_points
  from scores.par_ministry_scores
  where total_points is not null
),

blocks as (
  select
    p.round_code, p.index_code, p.unit_code, u.unit_name, u.unit_name_en, false as is_fictional, 'block' as part_level,
    p.node_code, b.block_order as node_order, b.block_name as node_name, b.block_name_en as node_name_en, 'block' as node_kind,
    p.max_points, p.points, p.max_points - p.points as lost_points,
    if(p.unit_lost_points > 0, (p.max_points - p.points)::double / p.unit_lost_points::double, null) as lost_share,
    p.unit_lost_points,
    if(p.points is null, 'missing', 'ok') as lost_status,
    if(p.node_code = 'survey', 'not_estimable', 'not_applicable') as error_status,
    'derived' as provenance
  from published p
  join spec.round_units u using (round_code, index_code, unit_code)
  join spec.par_blocks b on b.round_code = p.round_code and b.index_code = p.index_code and b.block_code = p.node_code
),

parts as (
  from leaves
  union all by name
  from blocks
)

select
  round_code,
  index_code,
  unit_code,
  unit_name,
  unit_name_en,
  is_fictional,
  part_level,
  node_code,
  node_order,
  node_name,
  node_name_en,
  node_kind,
  area_code,
  area_name,
  area_name_en,
  max_points,
  points,
  self_points,
  lost_points,
  lost_before_points,
  lost_in_appraisal_points,
  lost_share,
  (row_number() over (partition by round_code, index_code, unit_code order by lost_points desc nulls last, node_order))::integer as lost_order,
  unit_lost_points,
  loss_kind,
  lost_status,
  reason,
  reason_en,
  department_name,
  department_name_en,
  department_status,
  n_rounds_comparable,
  n_rounds_lost,
  lost_points_se,
  lost_points_df,
  lost_points_low,
  lost_points_high,
  error_status,
  provenance
from parts
order by round_code, index_code, unit_code, node_order
