/*
summary: Every answer that the instrument knows, by item code; what is not on the item's scale is NULL.
grain: [round_code, response_key, item_code]
warnings:
  no rows:
    every answer is on its item's scale: >
      select item_code, count(*) as n_off_scale from this
      where is_off_scale group by item_code
*/
with
answers as (
  select a.round_code, a.response_key, a.question_code, nullif(trim(a.answer_value), '') as answer_value, r.instrument_code
  from raw.answers a
  join raw.responses r using (round_code, response_key)
),

items as (from spec.items where kind not in ('text', 'missing_in_copy')),

typed as (
  select
    a.round_code,
    a.response_key,
    i.item_code,
    a.answer_value,
    case
      when i.kind = 'choice' then o.option_order
      when i.kind = 'yes_no' and a.answer_value in ('0', '1') then a.answer_value::integer
      when i.kind = 'level' and try_cast(a.answer_value as integer) between 1 and i.levels
        then a.answer_value::integer
    end as answer_level
  from answers a
  join items i using (instrument_code, question_code)
  left join spec.item_options o
    on i.kind = 'choice'
    and o.instrument_code = i.instrument_code
    and o.item_code = i.item_code
    and o.option_value = a.answer_value
)

select
  round_code,
  response_key,
  item_code,
  answer_level::tinyint as answer_level,
  answer_value is not null and answer_level is null as is_off_scale
from typed
