/*
summary: "Per person of a watched campaign who was drawn from a frame, what became of the approach, whether the person stands in for another, and the commune (where the frame has none, the place of the draw)."
grain: [round_code, sample_unit_key]
*/
with
nodes as (
  select round_code, index_code, sample_unit_key, parent_key, stage_code, sample_unit_name, is_substitute, final_disposition
  from raw.sample_units
),

persons as (
  select distinct on (n.round_code, n.sample_unit_key) n.*
  from nodes n
  semi join staging.campaign_participants p on p.round_code = n.round_code and p.sample_unit_key = n.sample_unit_key
  order by n.round_code, n.sample_unit_key, n.index_code
)

select
  p.round_code,
  p.sample_unit_key,
  p.is_substitute,
  p.final_disposition,
  case when a.stage_code = 'commune' or b.stage_code is distinct from 'commune'
    then a.sample_unit_key else b.sample_unit_key end as area_key,
  case when a.stage_code = 'commune' or b.stage_code is distinct from 'commune'
    then a.sample_unit_name else b.sample_unit_name end as area_name
from persons p
left join nodes a
  on a.round_code = p.round_code and a.index_code = p.index_code and a.sample_unit_key = p.parent_key
left join nodes b
  on b.round_code = a.round_code and b.index_code = a.index_code and b.sample_unit_key = a.parent_key
