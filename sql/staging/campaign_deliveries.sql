/*
summary: "Every time a form of a watched campaign was sent to a person, with the day on which what became of it was learnt; a status that no list explains stands as unknown."
grain: [round_code, instrument_code, participant_key, delivery_number]
*/
select
  d.round_code,
  d.instrument_code,
  trim(d.participant_key) as participant_key,
  row_number() over (
    partition by d.round_code, d.instrument_code, trim(d.participant_key)
    -- what has no day was so from the first day on
    order by coalesce(d.status_at, d.sent_at) nulls first, d.sent_at, d.delivery_status, d.channel, d.mail_domain
  ) as delivery_number,
  d.channel,
  cast(d.sent_at + interval 7 hour as date) as sent_date,
  cast(coalesce(d.status_at, d.sent_at) + interval 7 hour as date) as status_date,
  d.delivery_status,
  coalesce(s.state, 'unknown') as state,
  s.failure_kind,
  coalesce(nullif(lower(trim(d.mail_domain)), ''), 'none') as mail_domain,
  d.provenance
from raw.deliveries d
semi join spec.campaign_forms f using (round_code, instrument_code)
left join spec.delivery_statuses s using (delivery_status)
