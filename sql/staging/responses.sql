/*
summary: Every submission to a form for a sample of citizens, as the store holds it; forms for named lists are staging.official_responses.
grain: [round_code, response_key]
*/
select
  r.round_code,
  i.index_code,
  r.instrument_code,
  r.response_key,
  nullif(trim(r.participant_key), '') as participant_key,
  p.sample_unit_key,
  r.opened_at,
  r.submitted_at,
  -- some survey stores write 1980-01-01 for "submitted, but this form keeps no dates"
  coalesce(r.submitted_at < timestamp '1981-01-01', false) as is_date_unknown,
  r.edited_at,
  coalesce(r.is_test, false) as is_test,
  r.interviewer_key,
  r.device_key,
  r.provenance
from raw.responses r
join spec.instruments i on i.instrument_code = r.instrument_code and not i.is_for_named_lists
left join raw.participants p
  on p.round_code = r.round_code
  and p.instrument_code = r.instrument_code
  and trim(p.participant_key) = nullif(trim(r.participant_key), '')
