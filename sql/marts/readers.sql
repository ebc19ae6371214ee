/*
summary: The units that get a bundle, being valid in some round of this warehouse.
grain: [unit_level, unit_code]
columns:
  unit_level: province or ministry
  unit_code: code of the registry
  unit_name: name in the newest round
  unit_name_en: English name in the newest round
  provenance: derived from the registry
*/
with
units as (
  select round_code, index_code, unit_code from marts.sipas_ranking
  union
  select round_code, index_code, unit_code from marts.par_ministry_scores
)

select
  r.unit_level,
  r.unit_code,
  max_by(r.unit_name, r.round_code) as unit_name,
  max_by(r.unit_name_en, r.round_code) as unit_name_en,
  'derived' as provenance
from units u
join spec.round_units r using (round_code, index_code, unit_code)
group by all
order by r.unit_level, r.unit_code
