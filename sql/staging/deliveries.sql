/*
summary: Per person of the list, when a form was first sent or handed out.
grain: [round_code, instrument_code, participant_key]
*/
select
  round_code,
  instrument_code,
  trim(participant_key) as participant_key,
  min(sent_at) as sent_at
from raw.deliveries
where participant_key is not null
group by all
