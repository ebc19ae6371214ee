/*
summary: Per person of the list, when a form was first sent or handed out, and how that went last.
grain: [round_code, instrument_code, participant_key]
*/
select
  round_code,
  instrument_code,
  participant_key,
  min(sent_at) as sent_at,
  max_by(delivery_status, sent_at) as delivery_status
from raw.deliveries
where participant_key is not null
group by all
