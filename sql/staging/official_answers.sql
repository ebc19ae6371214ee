/*
summary: Answers of officials that are on the scale of an item of their form, one row an answer; few enough to stay long.
grain: [round_code, response_key, item_code]
*/
select
  a.round_code,
  a.response_key,
  r.instrument_code,
  i.item_code,
  o.answer_level
from raw.answers a
join raw.responses r using (round_code, response_key)
join spec.official_items i on i.instrument_code = r.instrument_code and i.question_code = a.question_code
join spec.official_options o
  on o.instrument_code = r.instrument_code and o.item_code = i.item_code and o.option_value = trim(a.answer_value)
