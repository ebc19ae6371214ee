/*
summary: "Every registered person of a watched form with the day of each step, as far as it was known on the day: registered, first sent, first delivered, begun, submitted, first valid answer; and what became of the last mail."
grain: [round_code, instrument_code, participant_key]
checks:
  no rows:
    nobody has a valid answer who has not submitted one: >
      select * from this where valid_date is not null and submit_date is null
*/
with
people as (
  select p.*, w.first_date, w.known_until
  from staging.campaign_participants p
  join clean.campaign_windows w using (round_code, instrument_code)
  where coalesce(p.registered_date, w.first_date) <= w.known_until
),

-- what became of a mail may be learnt days after it was sent
deliveries as (
  select
    d.*,
    if(d.sent_date <= w.known_until, d.sent_date, null) as known_sent_date,
    if(coalesce(d.status_date, d.sent_date, w.first_date) <= w.known_until, d.state, 'none') as known_state
  from staging.campaign_deliveries d
  join clean.campaign_windows w using (round_code, instrument_code)
  where coalesce(least(d.sent_date, d.status_date), w.first_date) <= w.known_until
),

mails as (
  select
    round_code,
    instrument_code,
    participant_key,
    count(known_sent_date) as n_mails,
    min(known_sent_date) as invite_date,
    max(known_sent_date) as last_sent_date,
    min(status_date) filter (known_state = 'delivered') as delivery_date,
    max_by(known_state, delivery_number) filter (known_state <> 'none') as mail_state,
    -- max_by would pass over the last mail where it has no failure, or no day
    arg_max_null(failure_kind, delivery_number) filter (known_state <> 'none') as failure_kind,
    max_by(mail_domain, delivery_number) as mail_domain,
    arg_max_null(coalesce(status_date, sent_date), delivery_number) filter (known_state <> 'none') as mail_state_date
  from deliveries
  group by all
),

answers as (
  select
    round_code,
    instrument_code,
    participant_key,
    min(start_date) as begin_date,
    min(submit_date) as submit_date,
    min(submit_date) filter (exclusion_code is null) as valid_date,
    count(submit_date) as n_answers
  from clean.campaign_answers
  where is_registered and coalesce(exclusion_code, '') <> 'test_response'
  group by all
)

select
  p.round_code,
  p.instrument_code,
  p.participant_key,
  p.sample_unit_key,
  p.unit_level,
  p.unit_code,
  p.respondent_group,
  coalesce(p.registered_date, p.first_date) as register_date,
  m.invite_date,
  m.delivery_date,
  a.begin_date,
  a.submit_date,
  a.valid_date,
  m.last_sent_date,
  coalesce(m.n_mails, 0) as n_mails,
  coalesce(m.mail_state, 'none') as mail_state,
  m.failure_kind,
  m.mail_domain,
  m.mail_state_date,
  coalesce(a.n_answers, 0) as n_answers,
  p.provenance
from people p
left join mails m using (round_code, instrument_code, participant_key)
left join answers a using (round_code, instrument_code, participant_key)
