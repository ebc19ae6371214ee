/*
summary: "Of every response to a watched face-to-face form, how many questions have an answer, and how many answers on a scale take how many different levels."
grain: [round_code, instrument_code, response_key]
*/
with
asked as (
  -- several stores may each say what the form asks
  select q.round_code, q.instrument_code, q.question_code, bool_or(q.answer_kind = 'level') as is_level
  from raw.instrument_questions q
  join spec.campaign_forms f using (round_code, instrument_code)
  where f.mode = 'face_to_face' and coalesce(q.answer_kind, '') <> 'text'
  group by all
),

counts as (
  select round_code, instrument_code, count(*) as n_asked
  from asked
  group by all
),

answered as (
  select
    r.round_code, r.instrument_code, r.response_key,
    count(*) as n_answered,
    count(*) filter (q.is_level) as n_level_answers,
    count(distinct trim(a.answer_value)) filter (q.is_level) as n_levels
  from raw.responses r
  join raw.answers a using (round_code, response_key)
  join asked q using (round_code, instrument_code, question_code)
  where trim(coalesce(a.answer_value, '')) <> ''
  group by all
)

select
  r.round_code, r.instrument_code, r.response_key,
  c.n_asked,
  coalesce(a.n_answered, 0) as n_answered,
  coalesce(a.n_level_answers, 0) as n_level_answers,
  coalesce(a.n_levels, 0) as n_levels
from raw.responses r
join counts c using (round_code, instrument_code)
left join answered a using (round_code, instrument_code, response_key)
