/*
summary: "Every answer to a poll, and whether it is one that may be chosen."
grain: [round_code, poll_key, answer_key, question_code]
*/
select
  a.round_code,
  a.poll_key,
  a.answer_key,
  a.question_code,
  a.answer_value,
  cast(a.answered_at + interval 7 hour as date) as answer_date,
  o.answer_value is not null as is_known,
  a.provenance
from raw.poll_answers a
cross join spec.as_of s
left join staging.poll_options o using (round_code, poll_key, question_code, answer_value)
where s.as_of_date is null or a.answered_at is null or cast(a.answered_at + interval 7 hour as date) <= s.as_of_date
