/*
summary: Every node of the sample frame with the unit it lies in, by the registry's code.
grain: [round_code, index_code, sample_unit_key]
checks:
  between:
    selection_probability: [0, 1]
  no rows:
    a node lies in the same unit as its parent: >
      select child.sample_unit_key, child.unit_code, parent.unit_code as parent_unit_code
      from this child
      join this parent
        on child.round_code = parent.round_code
        and child.index_code = parent.index_code
        and child.parent_key = parent.sample_unit_key
      where child.unit_code is distinct from parent.unit_code
    every parent stands in the frame: >
      select child.round_code, child.index_code, child.sample_unit_key, child.parent_key
      from this child
      anti join this parent
        on child.round_code = parent.round_code
        and child.index_code = parent.index_code
        and child.parent_key = parent.sample_unit_key
      where child.parent_key is not null
    every node says whether it is selected: >
      select round_code, sample_unit_key, stage_code from this where is_selected is null
    a selected node was drawn in a selected one: >
      select child.round_code, child.sample_unit_key, child.parent_key
      from this child
      join this parent
        on child.round_code = parent.round_code
        and child.index_code = parent.index_code
        and child.parent_key = parent.sample_unit_key
      where child.is_selected and not parent.is_selected
    whoever took a place stands in the frame: >
      select child.round_code, child.sample_unit_key, child.replaced_by_key
      from this child
      anti join this other
        on child.round_code = other.round_code
        and child.index_code = other.index_code
        and child.replaced_by_key = other.sample_unit_key
        and other.is_selected
      where child.replaced_by_key is not null
    a selected node has a positive selection probability: >
      select sample_unit_key, selection_probability from this
      where is_selected and not coalesce(selection_probability > 0, false)
*/
with
frame as (from raw.sample_units),
names as (from staging.unit_names)

select
  f.round_code,
  f.index_code,
  f.sample_unit_key,
  f.parent_key,
  f.stage_code,
  n.unit_code,
  f.population_count,
  f.selection_probability,
  f.is_certainty,
  f.is_selected,
  coalesce(f.is_substitute, false) as is_substitute,
  f.replaced_by_key,
  f.final_disposition,
  f.provenance
from frame f
join names n on n.round_code = f.round_code and n.unit_level = 'province' and n.unit_name = f.unit_name
