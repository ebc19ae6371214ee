/*
summary: Per form of an official, whether it counts, and if not the first reason in the order of the round.
grain: [round_code, response_key]
checks:
  no rows:
    every form of a named list stands here once: >
      select round_code, response_key from staging.official_responses
      except
      select round_code, response_key from this
    a form that counts is about a unit, by somebody on its list: >
      select round_code, response_key, participant_key from this where is_valid and unit_code is null
    nobody counts twice: >
      select round_code, index_code, participant_key from this where is_valid group by all having count(*) > 1
*/
with
responses as (from staging.official_responses),
rules as (from spec.official_rules),
answered as (select distinct round_code, response_key from staging.official_answers),

found as (
  select round_code, index_code, response_key, 'test_response' as reason_code from responses where is_test
  union all
  select r.round_code, r.index_code, r.response_key, 'unknown_person'
  from responses r
  anti join staging.official_participants p using (round_code, index_code, participant_key)
  union all
  select round_code, index_code, response_key, 'not_submitted' from responses where submitted_at is null
  union all
  select r.round_code, r.index_code, r.response_key, 'before_opening'
  from responses r join rules u using (round_code, index_code)
  where not r.is_date_unknown and least(r.opened_at, r.submitted_at) < u.opens_at
  union all
  select r.round_code, r.index_code, r.response_key, 'after_closing'
  from responses r join rules u using (round_code, index_code)
  where not r.is_date_unknown and r.submitted_at >= u.closes_at
  union all
  select r.round_code, r.index_code, r.response_key, 'no_valid_answer'
  from responses r anti join answered a using (round_code, response_key)
),

reasons as (
  select f.*, e.reason_order
  from found f
  join spec.official_exclusions e using (round_code, index_code, reason_code)
),

-- of several otherwise valid forms of one person, the first submitted stays
candidates as (
  select
    r.round_code, r.index_code, r.response_key,
    row_number() over (
      partition by r.round_code, r.index_code, r.participant_key
      order by r.is_date_unknown, r.submitted_at, r.response_key
    ) as place
  from responses r
  anti join reasons x using (round_code, response_key)
),

first_reasons as (
  select round_code, response_key, min_by(reason_code, reason_order) as first_reason_code
  from (
    select round_code, response_key, reason_code, reason_order from reasons
    union all
    select c.round_code, c.response_key, e.reason_code, e.reason_order
    from candidates c
    join spec.official_exclusions e
      on e.round_code = c.round_code and e.index_code = c.index_code and e.reason_code = 'duplicate_submission'
    where c.place > 1
  )
  group by all
)

select
  r.round_code,
  r.index_code,
  r.response_key,
  r.participant_key,
  p.unit_code,
  p.group_code,
  f.first_reason_code,
  f.first_reason_code is null as is_valid,
  r.provenance
from responses r
left join first_reasons f using (round_code, response_key)
left join staging.official_participants p using (round_code, index_code, participant_key)
