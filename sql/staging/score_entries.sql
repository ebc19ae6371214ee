/*
summary: Scorecards by unit, leaf and stage as they were handed in, real and fictional units apart.
grain: [round_code, index_code, unit_code, node_code, stage_code]
checks:
  refers to:
    stage_code: spec.score_stages.stage_code
    round_code: spec.rounds.round_code
  one of:
    score_status: [scored, missing, not_applicable, withheld]
    role_code: [unit, appraiser, council, survey_office]
  no rows:
    nothing invented stands under a real unit: >
      select unit_code, node_code, framework_code, provenance from this
      where not is_fictional and (provenance = 'illustrative' or framework_provenance = 'illustrative')
    a fictional unit has illustrative points only: >
      select unit_code, node_code, provenance from this where is_fictional and provenance <> 'illustrative'
    every card is filled in against a framework that is held whole: >
      select distinct unit_code, framework_code from this where is_whole is distinct from true
    every card is filled in against the framework as it stands: >
      select distinct unit_code, framework_code, framework_version, held_version from this
      where framework_version is distinct from held_version
    a card has one framework: >
      select round_code, index_code, unit_code, min(framework_code) as framework_code, max(framework_code) as other_code from this
      group by all having count(distinct framework_code) > 1
    the framework of a real unit is the round's: >
      select distinct unit_code, t.framework_code, r.framework_code as round_framework
      from this t left join spec.par_rules r using (round_code, index_code)
      where not is_fictional and t.framework_code is distinct from r.framework_code
    every row says whether it is scored: >
      select unit_code, node_code, stage_code, points from this where score_status is null
    what is scored has points, and what is not has none: >
      select unit_code, node_code, stage_code, score_status, points from this where (score_status = 'scored') <> (points is not null)
*/
with
raw_entries as (
  select *, if(index_code = 'par_ministry', 'ministry', 'province') as unit_level
  from raw.scorecards
  where stage_code is distinct from 'published'
)

select
  s.round_code,
  s.index_code,
  s.unit_level,
  coalesce(f.unit_code, n.unit_code) as unit_code,
  f.unit_code is not null as is_fictional,
  s.framework_code,
  s.framework_version,
  v.framework_version as held_version,
  v.provenance as framework_provenance,
  v.is_whole,
  s.node_code,
  s.stage_code,
  s.score_status,
  s.points,
  s.inputs,
  s.role_code,
  s.scored_at,
  s.reason,
  s.evidence,
  coalesce(s.is_locked, false) as is_locked,
  s.store_code,
  s.provenance
from raw_entries s
left join spec.fictional_units f
  on f.unit_name = s.unit_name and f.unit_level = s.unit_level and s.provenance = 'illustrative'
left join staging.unit_names n
  on n.round_code = s.round_code and n.unit_level = s.unit_level and n.unit_name = s.unit_name
left join spec.framework_versions v
  on v.framework_code = s.framework_code and v.unit_level = s.unit_level
