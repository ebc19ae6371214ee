/*
summary: The sampled first-stage units of each stratum (the province), also those without a valid response.
grain: [round_code, index_code, psu_key]
*/
select
  u.round_code,
  u.index_code,
  u.unit_code,
  u.sample_unit_key as psu_key,
  u.population_count as n_psus_in_stratum,
  u.provenance
from staging.sample_units u
where u.parent_key is null and u.is_selected
