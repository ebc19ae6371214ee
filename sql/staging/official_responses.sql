/*
summary: Every submission to a form for named lists, as the store holds it.
grain: [round_code, response_key]
*/
select
  r.round_code,
  i.index_code,
  r.instrument_code,
  r.response_key,
  nullif(trim(r.participant_key), '') as participant_key,
  r.opened_at,
  r.submitted_at,
  coalesce(r.submitted_at < timestamp '1981-01-01', false) as is_date_unknown,
  coalesce(r.is_test, false) as is_test,
  r.provenance
from raw.responses r
join spec.instruments i on i.instrument_code = r.instrument_code and i.is_for_named_lists
