/*
summary: "What a unit may work on: where its scorecard lost points, which weaknesses its survey establishes, and its largest gaps that are not established."
grain: [round_code, unit_code, matter_kind, matter_order]
columns:
  round_code: the newest round of the unit that this kind of matter is known for
  index_code: sipas, par_ministry or par_province
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  unit_level: province or ministry
  unit_type: city, province, ministry or ministerial-agency
  unit_name: its name
  unit_name_en: its English name
  is_fictional: the unit does not exist
  matter_kind: lost_points, weakness (established below the rest of the nation) or gap (below it, not established)
  matter_order: the largest loss or difference first
  part_level: leaf, block where no leaf was published, or item of the survey
  node_code: leaf, block or item
  node_name: its name
  node_name_en: its English name
  lost_points: exact points lost; NULL for items
  max_points: maximum of the leaf or block; NULL for items
  difference_percent: the province less the rest of the nation, percentage points, unrounded; NULL for points
  difference_percent_low: lower end of its 95 % interval
  difference_percent_high: upper end of its 95 % interval
  difference_q: p-value of no difference after Benjamini and Hochberg over the items of the province; NULL for points
  department_name: who inside the unit answers for the leaf; NULL where none is held
  department_name_en: the same in English
  department_status: confirmed, inferred or assumed
  provenance: derived, or illustrative for invented scorecards and respondents
checks:
  one of:
    matter_kind: [lost_points, weakness, gap]
  no rows:
    every matter is a loss or a difference below the rest: >
      from this where coalesce(lost_points, 0) <= 0 and coalesce(difference_percent, 0) >= 0
*/
with
matters as (
  select
    round_code, index_code, unit_code, 'lost_points' as matter_kind, part_level, node_code, node_order, node_name, node_name_en,
    lost_points, max_points, -lost_points::double as size_below,
    null::double as difference_percent, null::double as difference_percent_low, null::double as difference_percent_high,
    null::double as difference_q, department_name, department_name_en, department_status, provenance
  from marts.par_lost_points
  where lost_points > 0
  union all
  select
    round_code, index_code, unit_code, if(is_established, 'weakness', 'gap'), 'item', node_code, node_order, node_name, node_name_en,
    null, null, difference_percent,
    difference_percent, difference_percent_low, difference_percent_high,
    difference_q, null, null, null, provenance
  from marts.sipas_contrasts
  where is_shown_recipe and difference_percent < 0
),

-- a round in which nothing was lost, or nothing lies below the rest, is known too: older matters are settled by it
newest as (
  select unit_code, true as is_points, max(round_code) as round_code
  from marts.par_lost_points
  where lost_points is not null
  group by all
  union all
  select unit_code, false, max(round_code)
  from marts.sipas_contrasts
  where is_shown_recipe and difference_percent is not null
  group by all
),

names as (
  select unit_code, unit_level, unit_type, unit_name, unit_name_en, true as is_fictional, null as round_code, null as index_code
  from spec.fictional_units
  union all
  select unit_code, unit_level, unit_type, unit_name, unit_name_en, false, round_code, index_code
  from spec.round_units
)

select
  m.round_code,
  m.index_code,
  m.unit_code,
  n.unit_level,
  n.unit_type,
  n.unit_name,
  n.unit_name_en,
  n.is_fictional,
  m.matter_kind,
  (row_number() over (partition by m.round_code, m.unit_code, m.matter_kind order by m.size_below, m.node_order))::integer as matter_order,
  m.part_level,
  m.node_code,
  m.node_name,
  m.node_name_en,
  m.lost_points,
  m.max_points,
  m.difference_percent,
  m.difference_percent_low,
  m.difference_percent_high,
  m.difference_q,
  m.department_name,
  m.department_name_en,
  m.department_status,
  m.provenance
from matters m
join newest w
  on w.unit_code = m.unit_code and w.round_code = m.round_code and w.is_points = (m.matter_kind = 'lost_points')
join names n
  on n.unit_code = m.unit_code and (n.is_fictional or (n.round_code = m.round_code and n.index_code = m.index_code))
order by m.round_code, m.unit_code, m.matter_kind, matter_order
