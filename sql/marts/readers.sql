/*
summary: The units that get a bundle, being valid in some round of this warehouse; fictional units whose scorecards it holds stand apart.
grain: [unit_level, unit_code]
columns:
  unit_level: province or ministry
  unit_code: code of the registry
  unit_name: name in the newest round
  unit_name_en: English name in the newest round
  is_fictional: the unit does not exist
  provenance: derived from the registry, or illustrative for a fictional unit
*/
with
units as (
  select round_code, index_code, unit_code from marts.sipas_ranking
  union
  select round_code, index_code, unit_code from marts.par_ministry_scores
  union
  select round_code, index_code, unit_code from marts.par_lost_points where not is_fictional
)

select
  r.unit_level,
  r.unit_code,
  max_by(r.unit_name, r.round_code) as unit_name,
  max_by(r.unit_name_en, r.round_code) as unit_name_en,
  false as is_fictional,
  'derived' as provenance
from units u
join spec.round_units r using (round_code, index_code, unit_code)
group by all
union all
select unit_level, unit_code, unit_name, unit_name_en, true, 'illustrative'
from spec.fictional_units
where unit_code in (select unit_code from marts.par_lost_points where is_fictional)
order by unit_level, unit_code
