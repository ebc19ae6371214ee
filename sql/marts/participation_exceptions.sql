/*
summary: "What does not fit in what the store says of a watched campaign: each kind its own list, nothing is mended and nothing silently dropped."
grain: [round_code, instrument_code, exception_code, exception_key]
columns:
  round_code: the round of the campaign
  instrument_code: the form; the poll for poll_closes_before_opening
  form_name: name of the form; NULL for what is no form (polls, questions)
  form_name_en: English name
  exception_code: "no_token, unknown_token, second_answer, before_opening, after_closing, unknown_unit, two_units, listed_twice, unknown_group, delivery_without_person, unknown_delivery_status, poll_closes_before_opening, poll_answer_unknown, answered_before_asked"
  exception_key: what it is about; a response's key, a token, or a poll's key
  unit_code: the unit that it can be given to; none where it can be given to none
  event_date: when it happened, where that is known
  is_excluded: it is no valid answer for that reason
  as_of_date: the day until which everything is told
  provenance: illustrative for invented persons
*/
with
windows as (from clean.campaign_windows),

answers as (
  select
    round_code, instrument_code, exclusion_code as exception_code, response_key as exception_key, unit_code,
    coalesce(submit_date, start_date) as event_date, true as is_excluded, provenance
  from clean.campaign_answers
  where exclusion_code in ('no_token', 'unknown_token', 'second_answer', 'before_opening', 'after_closing')
),

listings as (
  select p.*, w.first_date
  from staging.campaign_participants p
  join windows w using (round_code, instrument_code)
  where coalesce(p.registered_date, w.first_date) <= w.known_until
),

persons as (
  select round_code, instrument_code, 'unknown_unit' as exception_code, participant_key, unit_code, registered_date, false, provenance
  from listings where unit_code is null
  union all
  select round_code, instrument_code, 'two_units', participant_key, unit_code, registered_date, false, provenance
  from listings where n_units > 1
  union all
  select round_code, instrument_code, 'listed_twice', participant_key, unit_code, registered_date, false, provenance
  from listings where n_listings > 1 and n_units <= 1
  union all
  select l.round_code, l.instrument_code, 'unknown_group', l.participant_key, l.unit_code, l.registered_date, false, l.provenance
  from listings l
  anti join spec.campaign_groups g using (round_code, respondent_group)
  where l.respondent_group <> 'ungrouped' -- whom the list gives no group has none that is unknown
),

deliveries as (
  select
    d.round_code, d.instrument_code,
    if(p.participant_key is null, 'delivery_without_person', 'unknown_delivery_status') as exception_code,
    d.participant_key, p.unit_code, min(d.status_date), false, max(d.provenance)
  from staging.campaign_deliveries d
  join windows w using (round_code, instrument_code)
  left join staging.campaign_participants p using (round_code, instrument_code, participant_key)
  where (p.participant_key is null or d.state = 'unknown') and coalesce(d.status_date, w.first_date) <= w.known_until
  group by all
),

polls as (
  select round_code, poll_key, 'poll_closes_before_opening', poll_key, unit_code, open_date, false, provenance
  from staging.polls where close_date < open_date
  union all
  select round_code, poll_key, 'poll_answer_unknown', answer_key || '/' || question_code, cast(null as varchar), answer_date, true, provenance
  from staging.poll_answers where not is_known
  union all
  select round_code, 'questions', 'answered_before_asked', question_key, unit_code, ask_date, true, provenance
  from staging.questions where is_out_of_order
),

found as (
  from answers
  union all from persons
  union all from deliveries
  union all from polls
)

select
  f.round_code,
  f.instrument_code,
  w.form_name,
  w.form_name_en,
  f.exception_code,
  f.exception_key,
  coalesce(f.unit_code, 'none') as unit_code,
  f.event_date,
  f.is_excluded,
  coalesce(w.as_of_date, a.as_of_date) as as_of_date,
  f.provenance
from found f
left join windows w using (round_code, instrument_code)
cross join spec.as_of a
order by f.round_code, f.instrument_code, f.exception_code, f.exception_key
