/*
summary: Per response, whether it counts, and if not the first reason in the order of the round.
grain: [round_code, response_key]
checks:
  no rows:
    every response of the store stands here once: >
      select round_code, response_key from staging.responses
      except
      select round_code, response_key from this
*/
with
first_reasons as (
  select x.round_code, x.index_code, x.response_key, min_by(x.reason_code, e.reason_order) as first_reason_code, count(*) as n_reasons
  from clean.exclusion_reasons x
  join spec.exclusions e using (round_code, index_code, reason_code)
  group by all
)

select
  r.round_code,
  r.index_code,
  r.response_key,
  p.unit_code,
  f.first_reason_code,
  coalesce(f.n_reasons, 0) as n_reasons,
  f.first_reason_code is null as is_valid,
  r.provenance
from staging.responses r
left join first_reasons f using (round_code, index_code, response_key)
left join clean.sample_paths p
  on p.round_code = r.round_code and p.index_code = r.index_code and p.sample_unit_key = r.sample_unit_key
