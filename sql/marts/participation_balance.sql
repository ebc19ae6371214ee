/*
summary: "Where every submission of a watched form went: valid answers, each reason for which one is none, and what can be given to no unit add up to what the store holds."
grain: [round_code, instrument_code, line_order]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  form_name: name of the form
  form_name_en: English name
  line_order: place of the line
  line_code: "in_store, then what is taken away: test_response, no_token, unknown_token, not_submitted, before_opening, after_closing, second_answer, and what is left: valid, of which valid_without_unit"
  n: how many submissions
  as_of_date: the day until which everything is told
  provenance: illustrative for invented persons
checks:
  no rows:
    the lines add up: >
      select round_code, instrument_code from this
      group by all
      having sum(case line_code when 'in_store' then n when 'valid_without_unit' then 0 else -n end) <> 0
*/
with
lines as (
  select unnest(['test_response', 'no_token', 'unknown_token', 'not_submitted', 'before_opening', 'after_closing', 'second_answer', 'valid'])
      as line_code,
    unnest(range(2, 10)) as line_order
),

counted as (
  select round_code, instrument_code, coalesce(exclusion_code, 'valid') as line_code, count(*) as n
  from clean.campaign_answers
  group by all
),

wholes as (
  select round_code, instrument_code, count(*) as n,
    count(*) filter (exclusion_code is null and unit_code is null) as n_without_unit,
    if(bool_or(provenance = 'illustrative'), 'illustrative', max(provenance)) as provenance
  from clean.campaign_answers
  group by all
),

found as (
  select round_code, instrument_code, 1 as line_order, 'in_store' as line_code, n from wholes
  union all
  select w.round_code, w.instrument_code, l.line_order, l.line_code, coalesce(c.n, 0)
  from wholes w
  cross join lines l
  left join counted c using (round_code, instrument_code, line_code)
  union all
  select round_code, instrument_code, 10, 'valid_without_unit', n_without_unit from wholes
)

select f.round_code, f.instrument_code, w.form_name, w.form_name_en, f.line_order, f.line_code, f.n, w.as_of_date, h.provenance
from found f
join clean.campaign_windows w using (round_code, instrument_code)
join wholes h using (round_code, instrument_code)
order by f.round_code, f.instrument_code, f.line_order
