/*
summary: Valid responses, wide, each with the place where it was sampled, its base weight, and one column an item.
grain: [round_code, response_key]
checks:
  no rows:
    every valid response stands here: >
      select round_code, response_key from clean.response_status where is_valid
      except
      select round_code, response_key from this
    every valid response has a positive base weight, below nine thousand million persons: >
      select response_key, unit_code, base_weight from this
      where not coalesce(base_weight > 0 and base_weight < 9e9, false) order by all
*/
select
  v.round_code,
  v.index_code,
  v.response_key,
  v.unit_code,
  p.psu_key,
  p.ssu_key,
  p.path_keys[len(p.path_keys) - 1] as cluster_key,
  1 / p.inclusion_probability as base_weight,
  a.* exclude (round_code, response_key, n_off_scale),
  v.provenance
from clean.response_status v
join staging.responses r using (round_code, index_code, response_key)
join clean.sample_paths p
  on p.round_code = v.round_code and p.index_code = v.index_code and p.sample_unit_key = r.sample_unit_key
left join staging.answers a on a.round_code = v.round_code and a.response_key = v.response_key
where v.is_valid
order by v.round_code, v.response_key
