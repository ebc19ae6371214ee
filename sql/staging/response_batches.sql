/*
summary: Per submission, the batches that a recheck can judge it with, its interviewer, his team, the commune, the unit.
grain: [round_code, response_key]
*/
with recursive
areas as (
  select round_code, index_code, sample_unit_key, unit_code, if(stage_code = 'commune', sample_unit_key, null) as commune_key
  from staging.sample_units
  where parent_key is null and is_selected
  union all
  select u.round_code, u.index_code, u.sample_unit_key, u.unit_code,
    coalesce(a.commune_key, if(u.stage_code = 'commune', u.sample_unit_key, null))
  from staging.sample_units u
  join areas a on a.round_code = u.round_code and a.index_code = u.index_code and a.sample_unit_key = u.parent_key
  where u.is_selected
)

select
  r.round_code,
  r.index_code,
  r.response_key,
  r.interviewer_key,
  i.team_code,
  a.commune_key,
  a.unit_code,
  r.is_test,
  r.provenance
from staging.responses r
left join areas a
  on a.round_code = r.round_code and a.index_code = r.index_code and a.sample_unit_key = r.sample_unit_key
left join spec.interviewers i on i.round_code = r.round_code and i.interviewer_key = r.interviewer_key
