/*
summary: Every submission to a form of a watched campaign, as the store holds it.
grain: [round_code, instrument_code, response_key]
*/
select
  r.round_code,
  r.instrument_code,
  r.response_key,
  nullif(trim(r.participant_key), '') as participant_key,
  r.opened_at + interval 7 hour as opened_time,
  -- some survey stores write 1980-01-01 for "submitted, but this form keeps no dates"
  if(r.submitted_at < timestamp '1981-01-01', null, r.submitted_at) + interval 7 hour as submitted_time,
  r.submitted_at is not null as is_submitted,
  coalesce(r.is_test, false) as is_test,
  r.interviewer_key,
  r.team_key,
  r.device_key,
  r.provenance
from raw.responses r
semi join spec.campaign_forms f using (round_code, instrument_code)
