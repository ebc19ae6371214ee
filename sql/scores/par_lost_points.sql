/*
summary: "Lost points (điểm bị trừ): maximum less points of every leaf of a scorecard at the final stage, what was claimed, why, and for how many comparable rounds."
grain: [round_code, index_code, unit_code, node_code]
checks:
  one of:
    lost_status: [ok, missing, not_applicable]
    loss_kind: [none, claimed, lowered, claimed_and_lowered, surveyed, withheld, penalty, bonus]
  no rows:
    what was lost and what was achieved add to the maximum, in every node of a complete card: >
      select n.round_code, n.index_code, n.unit_code, n.node_code, n.max_points, n.points, sum(t.lost_points) as lost_points
      from scores.par_node_points n
      join this t on t.round_code = n.round_code and t.index_code = n.index_code and t.unit_code = n.unit_code
        and (n.node_code in (t.node_code, 'total') or starts_with(t.node_code, n.node_code || '.'))
      where n.stage_code = 'final' and n.points_status = 'ok'
      group by all having sum(t.lost_points) + n.points <> n.max_points
    the lost points of the leaves add to those of the unit: >
      select round_code, index_code, unit_code, unit_lost_points, sum(lost_points) as of_leaves
      from this where unit_lost_points is not null group by all having sum(lost_points) <> unit_lost_points
    what is lost before and in appraisal adds to what is lost, and is told of a loss alone: >
      select unit_code, node_code from this where lost_before_points + lost_in_appraisal_points is distinct from lost_points
        and lost_before_points is not null
*/
with recursive
leaves as (from scores.par_leaf_points where stage_code = 'final'),

claims as (
  select round_code, index_code, unit_code, node_code, points as self_points
  from scores.par_leaf_points
  where stage_code = 'self' and score_status = 'scored'
),

-- an explanation changes no points; what stands at the other stages is compared with the one before
steps as (
  select
    l.*,
    points is distinct from lag(points, 1, points) over (
      partition by round_code, index_code, unit_code, node_code order by stage_order
    ) as is_change
  from scores.par_leaf_points l
  where stage_code <> 'explained'
),

reasons as (
  select
    l.round_code, l.index_code, l.unit_code, l.node_code,
    string_agg(s.stage_name || ': ' || l.reason, '; ' order by l.stage_order) as reason,
    string_agg(s.stage_name_en || ': ' || l.reason, '; ' order by l.stage_order) as reason_en
  from steps l
  join spec.score_stages s using (stage_code)
  where l.is_change and l.reason is not null
  group by all
),

-- bonuses and penalties have no place in the maximum: they take from the loss or add to it
measured as (
  select
    l.*,
    c.self_points,
    case
      when l.score_status = 'missing' then 'missing'
      when l.score_status = 'not_applicable' then 'not_applicable'
      else 'ok'
    end as lost_status,
    case
      when l.score_status in ('missing', 'not_applicable') then null
      when l.node_kind = 'bonus' then -l.points
      when l.node_kind = 'penalty' then l.points
      else l.max_points - coalesce(l.points, 0)
    end as lost_points
  from leaves l
  left join claims c using (round_code, index_code, unit_code, node_code)
),

judged as (
  select
    *,
    case
      when lost_status <> 'ok' then null
      when node_kind in ('bonus', 'penalty') then node_kind
      when score_status = 'withheld' then 'withheld'
      when lost_points = 0 then 'none'
      when not is_self_scored then 'surveyed'
      when self_points = max_points then 'lowered'
      when points < self_points then 'claimed_and_lowered'
      else 'claimed'
    end as loss_kind
  from measured
),

-- the same leaf one round earlier: of the same framework, or by a reviewed row of the crosswalk
links as (
  select l.round_code, l.index_code, l.unit_code, l.node_code, e.round_code as earlier_round_code, e.node_code as earlier_node_code
  from judged l
  join judged e
    on e.index_code = l.index_code and e.unit_code = l.unit_code
    and e.round_code::integer = l.round_code::integer - 1
    and e.lost_status = 'ok'
  left join spec.crosswalk x
    on x.unit_level = l.unit_level and x.is_reviewed
    and x.framework_code = l.framework_code and x.node_code = l.node_code
    and x.earlier_framework_code = e.framework_code and x.earlier_node_code = e.node_code
  where (e.framework_code = l.framework_code and e.node_code = l.node_code) or x.node_code is not null
),

chains as (
  select round_code, index_code, unit_code, node_code, round_code as at_round_code, node_code as at_node_code,
    1 as n_rounds, lost_points > 0 as is_lost
  from judged
  where lost_status = 'ok'
  union all
  select c.round_code, c.index_code, c.unit_code, c.node_code, k.earlier_round_code, k.earlier_node_code,
    c.n_rounds + 1, c.is_lost and e.lost_points > 0
  from chains c
  join links k
    on k.index_code = c.index_code and k.unit_code = c.unit_code
    and k.round_code = c.at_round_code and k.node_code = c.at_node_code
  join judged e
    on e.index_code = k.index_code and e.unit_code = k.unit_code
    and e.round_code = k.earlier_round_code and e.node_code = k.earlier_node_code
),

repeats as (
  select
    round_code, index_code, unit_code, node_code,
    max(n_rounds) as n_rounds_comparable,
    coalesce(max(n_rounds) filter (is_lost), 0) as n_rounds_lost
  from chains
  group by all
),

units as (
  select round_code, index_code, unit_code, if(count(*) filter (lost_status = 'missing') = 0, sum(lost_points), null) as unit_lost_points
  from judged
  group by all
)

select
  j.round_code,
  j.index_code,
  j.unit_code,
  j.unit_level,
  j.framework_code,
  j.is_fictional,
  j.node_code,
  j.node_kind,
  j.score_status,
  j.max_points,
  j.points,
  j.self_points,
  j.lost_status,
  j.loss_kind,
  j.lost_points::decimal(18, 9) as lost_points,
  if(j.is_self_scored and j.lost_status = 'ok', j.max_points - j.self_points, null)::decimal(18, 9) as lost_before_points,
  if(j.is_self_scored and j.lost_status = 'ok', j.self_points - coalesce(j.points, 0), null)::decimal(18, 9) as lost_in_appraisal_points,
  u.unit_lost_points::decimal(18, 9) as unit_lost_points,
  if(u.unit_lost_points > 0, j.lost_points::double / u.unit_lost_points::double, null) as lost_share,
  r.reason,
  r.reason_en,
  p.n_rounds_comparable::integer as n_rounds_comparable,
  p.n_rounds_lost::integer as n_rounds_lost,
  j.provenance
from judged j
join units u using (round_code, index_code, unit_code)
left join reasons r using (round_code, index_code, unit_code, node_code)
left join repeats p using (round_code, index_code, unit_code, node_code)
