/*
summary: Everybody on a named list of officials, without a name, with the unit that they are asked about.
grain: [round_code, index_code, participant_key]
checks:
  refers to:
    group_code: spec.official_groups.group_code
  no rows:
    nothing invented stands under a real unit: >
      select participant_key, unit_code from this where not is_fictional and provenance = 'illustrative'
    an illustrative form is about fictional units only: >
      select participant_key, unit_code from this where not is_fictional and is_illustrative
*/
select
  p.round_code,
  i.index_code,
  p.instrument_code,
  trim(p.participant_key) as participant_key,
  coalesce(f.unit_code, n.unit_code) as unit_code,
  f.unit_code is not null as is_fictional,
  p.respondent_group as group_code,
  i.is_illustrative,
  if(i.is_illustrative, 'illustrative', p.provenance) as provenance
from raw.participants p
join spec.instruments i on i.instrument_code = p.instrument_code and i.is_for_named_lists
left join spec.fictional_units f
  on f.unit_name = p.unit_name and f.unit_level = if(i.index_code = 'par_ministry', 'ministry', 'province')
  and p.provenance = 'illustrative'
left join staging.unit_names n
  on n.round_code = p.round_code and n.unit_level = if(i.index_code = 'par_ministry', 'ministry', 'province')
  and n.unit_name = p.unit_name
