/*
summary: "By unit, group and day of a watched form: how many persons took each step on that day, how many left a state of failed mail again, and how many answers (lượt) came in."
grain: [round_code, instrument_code, unit_level, unit_code, respondent_group, step_date, step_code]
checks:
  one of:
    step_code: [registered, invited, delivered, bounced, blocked, opted_out, started, submitted, valid, answers, valid_answers]
*/
with
windows as (from clean.campaign_windows),

steps as (
  unpivot (
    select
      round_code, instrument_code, unit_level, unit_code, respondent_group, provenance,
      register_date as registered,
      invite_date as invited,
      delivery_date as delivered,
      begin_date as started,
      submit_date as submitted,
      valid_date as valid
    from clean.campaign_persons
  )
  on registered, invited, delivered, started, submitted, valid
  into name step_code value step_date
),

-- a mail's state holds until the next mail's
states as (
  select
    d.round_code, d.instrument_code, d.participant_key, d.state,
    coalesce(d.status_date, d.sent_date, w.first_date) as from_date,
    lead(coalesce(d.status_date, d.sent_date, w.first_date)) over (
      partition by d.round_code, d.instrument_code, d.participant_key order by d.delivery_number
    ) as until_date
  from staging.campaign_deliveries d
  join windows w using (round_code, instrument_code)
  where d.state <> 'none'
),

failures as (
  select p.round_code, p.instrument_code, p.unit_level, p.unit_code, p.respondent_group, p.provenance,
    s.state as step_code, unnest([s.from_date, s.until_date]) as step_date, unnest([1, -1]) as n
  from states s
  join clean.campaign_persons p using (round_code, instrument_code, participant_key)
  where s.state in ('bounced', 'blocked', 'opted_out')
),

answers as (
  select round_code, instrument_code, unit_level, unit_code, respondent_group, provenance,
    unnest(if(exclusion_code is null, ['answers', 'valid_answers'], ['answers'])) as step_code,
    submit_date as step_date
  from clean.campaign_answers
  where submit_date is not null and coalesce(exclusion_code, '') <> 'test_response'
),

changes as (
  select round_code, instrument_code, unit_level, unit_code, respondent_group, provenance, step_code, step_date, 1 as n from steps
  union all
  select round_code, instrument_code, unit_level, unit_code, respondent_group, provenance, step_code, step_date, n
  from failures where step_date is not null
  union all
  select round_code, instrument_code, unit_level, unit_code, respondent_group, provenance, step_code, step_date, 1 from answers
)

select
  c.round_code,
  c.instrument_code,
  coalesce(c.unit_level, 'none') as unit_level,
  coalesce(c.unit_code, 'none') as unit_code,
  coalesce(c.respondent_group, 'none') as respondent_group,
  greatest(c.step_date, w.first_date) as step_date,
  c.step_code,
  sum(c.n)::bigint as n,
  if(bool_or(c.provenance = 'illustrative'), 'illustrative', max(c.provenance)) as provenance
from changes c
join windows w using (round_code, instrument_code)
where greatest(c.step_date, w.first_date) <= w.until_date
group by 1, 2, 3, 4, 5, 6, 7
