/*
summary: "Questions put to the office (hỏi – đáp) by topic: how many, how many answered, in time, and after how long."
grain: [round_code, domain_level, domain_code, topic]
columns:
  round_code: the year in whose round it is reported
  domain_level: ministry, province or nation
  domain_code: code of the unit that has to answer; vn for all
  unit_code: the unit; NULL for public aggregates
  domain_name: name of the unit
  domain_name_en: English name
  topic: as the portal files it; all for every topic together
  n_asked: questions
  n_answered: with an answer
  n_open: without one
  n_overdue: without one although the limit has passed; NULL without a limit or a day to tell it on
  limit_days: days within which an answer is due; NULL where the round does not say
  n_in_time: answered within the limit
  in_time_percent: answered within the limit, of those answered or overdue; a question without the day it was asked is in neither
  in_time_status: ok; no_limit where the round sets none; none_due where nothing was due yet
  median_days: median of the days to the answer, of the answered
  as_of_date: the day until which everything is told; NULL for all that the store holds
  provenance: illustrative for invented questions
*/
with
questions as (
  select *, unnest([topic, 'all']) as told_topic from staging.questions
),

domains as (
  from questions where unit_code is not null
  union all
  select * replace ('nation' as unit_level, 'vn' as unit_code) from questions
),

counted as (
  select
    q.round_code, q.unit_level, q.unit_code, q.told_topic as topic,
    count(*) as n_asked,
    count(q.answer_date) as n_answered,
    r.answer_within_days as limit_days,
    count(*) filter (q.answer_date <= q.ask_date + r.answer_within_days) as n_timely,
    count(*) filter (q.answer_date is not null and q.ask_date is not null) as n_dated,
    count(*) filter (q.answer_date is null and q.as_of_date > q.ask_date + r.answer_within_days) as n_late,
    quantile_cont(q.days_to_answer, 0.5) as median_days,
    max(q.as_of_date) as as_of_date,
    if(bool_or(q.provenance = 'illustrative'), 'illustrative', max(q.provenance)) as provenance
  from domains q
  left join spec.campaign_rules r using (round_code)
  group by all
)

select
  c.round_code,
  c.unit_level as domain_level,
  c.unit_code as domain_code,
  case when c.unit_level <> 'nation' then c.unit_code end as unit_code,
  d.domain_name,
  d.domain_name_en,
  topic,
  n_asked,
  n_answered,
  n_asked - n_answered as n_open,
  if(limit_days is null or as_of_date is null, null, n_late) as n_overdue,
  limit_days,
  if(limit_days is null, null, n_timely) as n_in_time,
  if(limit_days is null, null, 100.0::double * n_timely / nullif(n_dated + n_late, 0)) as in_time_percent,
  case when limit_days is null then 'no_limit' when n_dated + n_late = 0 then 'none_due' else 'ok' end as in_time_status,
  median_days,
  as_of_date,
  provenance
from counted c
left join clean.campaign_domains d
  on d.round_code = c.round_code and d.domain_level = c.unit_level and d.domain_code = c.unit_code
order by c.round_code, c.unit_level, c.unit_code, topic
