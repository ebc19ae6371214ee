/*
summary: "Questions put to the office, as far as they were known on the day; one that was answered before it was asked is out of order and counts as not answered."
grain: [round_code, question_key]
*/
with
dated as (
  select
    q.round_code, q.question_key, q.topic, n.unit_level, n.unit_code, q.asked_at, q.answered_at,
    cast(q.asked_at + interval 7 hour as date) as ask_date,
    cast(q.answered_at + interval 7 hour as date) as answer_date,
    s.as_of_date,
    q.provenance
  from raw.questions q
  cross join spec.as_of s
  left join staging.campaign_unit_names n on n.round_code = q.round_code and n.unit_name = q.unit_name
)

select
  round_code,
  question_key,
  coalesce(nullif(trim(topic), ''), 'none') as topic,
  unit_level,
  unit_code,
  ask_date,
  if(answered_at < asked_at or answer_date > as_of_date, null, answer_date) as answer_date,
  if(answered_at < asked_at or answer_date > as_of_date, null, epoch(answered_at - asked_at) / 86400) as days_to_answer,
  coalesce(answered_at < asked_at, false) as is_out_of_order,
  as_of_date,
  provenance
from dated
where as_of_date is null or ask_date is null or ask_date <= as_of_date
