/*
summary: Per person approached, the way down to him through the stages of selection, with the product of the selection probabilities.
grain: [round_code, index_code, sample_unit_key]
checks:
  between:
    inclusion_probability: [0, 1]
*/
with recursive
frame as (from staging.sample_units where is_selected),

paths as (
  select
    round_code, index_code, sample_unit_key, stage_code, unit_code, provenance,
    [sample_unit_key] as path_keys,
    selection_probability as inclusion_probability,
    is_substitute, replaced_by_key, final_disposition
  from frame
  where parent_key is null
  union all
  select
    f.round_code, f.index_code, f.sample_unit_key, f.stage_code, f.unit_code, f.provenance,
    list_append(p.path_keys, f.sample_unit_key),
    p.inclusion_probability * f.selection_probability,
    f.is_substitute, f.replaced_by_key, f.final_disposition
  from frame f
  join paths p
    on p.round_code = f.round_code
    and p.index_code = f.index_code
    and p.sample_unit_key = f.parent_key
),

last_stages as (
  select round_code, index_code, max_by(stage_code, stage_order) as stage_code
  from spec.stages
  group by all
)

select
  p.round_code,
  p.index_code,
  p.sample_unit_key,
  p.unit_code,
  p.path_keys[1] as psu_key,
  p.path_keys[2] as ssu_key,
  p.path_keys,
  p.inclusion_probability,
  p.is_substitute,
  p.replaced_by_key,
  p.final_disposition,
  p.provenance
from paths p
join last_stages s using (round_code, index_code, stage_code)
