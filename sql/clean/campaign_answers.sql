/*
summary: "Every submission to a watched form that was known on the day, with the first reason for which it is no valid answer of a registered person; a person's first valid answer is the one that counts."
grain: [round_code, instrument_code, response_key]
checks:
  one of:
    exclusion_code: [test_response, no_token, unknown_token, not_submitted, before_opening, after_closing, second_answer]
*/
with
dated as (
  select
    r.*,
    w.opens,
    w.closes,
    coalesce(cast(least(r.opened_time, r.submitted_time) as date), w.opens) as start_date,
    -- a submission of which no day is known is told from the first day on; what was submitted after the day is not submitted yet
    if(r.is_submitted and coalesce(cast(r.submitted_time as date), w.opens) <= w.known_until,
      coalesce(cast(r.submitted_time as date), cast(r.opened_time as date), w.opens), null) as submit_date
  from staging.campaign_answers r
  join clean.campaign_windows w using (round_code, instrument_code)
  where coalesce(cast(least(r.opened_time, r.submitted_time) as date), w.opens) <= w.known_until
),

judged as (
  select
    d.*,
    p.unit_level,
    p.unit_code,
    p.respondent_group,
    p.participant_key is not null as is_registered,
    case
      when d.is_test then 'test_response'
      when d.participant_key is null then 'no_token'
      when p.participant_key is null then 'unknown_token'
      when d.submit_date is null then 'not_submitted'
      when d.start_date < d.opens then 'before_opening'
      when d.submit_date > d.closes then 'after_closing'
    end as exclusion_code
  from dated d
  left join staging.campaign_participants p using (round_code, instrument_code, participant_key)
)

select
  round_code,
  instrument_code,
  response_key,
  participant_key,
  is_registered,
  unit_level,
  unit_code,
  respondent_group,
  start_date,
  submit_date,
  opened_time,
  submitted_time,
  interviewer_key,
  team_key,
  device_key,
  case
    when exclusion_code is not null then exclusion_code
    when row_number() over (
      partition by round_code, instrument_code, participant_key, exclusion_code
      order by submit_date, submitted_time, response_key
    ) > 1 then 'second_answer'
  end as exclusion_code,
  provenance
from judged
