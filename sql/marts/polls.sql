/*
summary: "Results of opinion polls. Whoever wanted to, answered: the shares describe those who did and nobody else, so no interval stands beside them."
grain: [round_code, poll_key, question_code, answer_value]
columns:
  round_code: the year in whose round the poll is reported
  poll_key: the poll
  topic: what it is about
  title: its printed title
  unit_code: the unit that asks; NULL for the ministry, whose polls are public
  open_date: when it opened
  close_date: when it closed; NULL while it is open
  question_code: the question
  wording: the question as printed
  answer_value: the answer as it is stored
  answer_wording: the answer as printed
  n_submissions: submissions of the poll
  n_answers: answers to the question that may be chosen
  n_chosen: those that chose this one
  chosen_percent: of the answers to the question; NULL without any
  chosen_status: self_selected, since whoever wanted to, answered; no_answers without any
  as_of_date: the day until which everything is told; NULL for all that the store holds
  provenance: illustrative for invented answers
*/
with
submissions as (
  select round_code, poll_key, count(distinct answer_key) as n_submissions
  from staging.poll_answers
  group by all
),

chosen as (
  select round_code, poll_key, question_code, answer_value, count(*) as n_chosen
  from staging.poll_answers
  where is_known
  group by all
)

select
  p.round_code,
  p.poll_key,
  p.topic,
  p.title,
  p.unit_code,
  p.open_date,
  p.close_date,
  o.question_code,
  o.wording,
  o.answer_value,
  o.answer_wording,
  coalesce(s.n_submissions, 0) as n_submissions,
  (sum(coalesce(c.n_chosen, 0)) over question)::bigint as n_answers,
  coalesce(c.n_chosen, 0) as n_chosen,
  100.0::double * coalesce(c.n_chosen, 0) / nullif(sum(coalesce(c.n_chosen, 0)) over question, 0) as chosen_percent,
  if(sum(coalesce(c.n_chosen, 0)) over question = 0, 'no_answers', 'self_selected') as chosen_status,
  a.as_of_date,
  p.provenance
from staging.polls p
cross join spec.as_of a
join staging.poll_options o using (round_code, poll_key)
left join submissions s using (round_code, poll_key)
left join chosen c using (round_code, poll_key, question_code, answer_value)
window question as (partition by p.round_code, p.poll_key, o.question_code)
order by p.round_code, p.poll_key, o.question_code, o.answer_value
