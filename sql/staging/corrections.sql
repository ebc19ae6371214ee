/*
summary: Every answer that is read as another one, and by which line of which file; the old value must be the one the store holds.
grain: [round_code, response_key, question_code]
checks:
  no rows:
    a correction finds the value that it corrects: >
      select source_file, source_row, round_code, response_key, question_code, old_value as value_expected, found_value as value_found
      from this where found_value is distinct from old_value
    a correction speaks of a response that the store holds: >
      select source_file, source_row, round_code, response_key, question_code from this where not is_in_store
*/
with
texts as (
  select
    a.round_code, r.index_code, 'recodes.csv' as source_file, r.recode_row as source_row,
    a.response_key, r.question_code, r.old_value, r.new_value
  from raw.answers a
  join staging.responses s using (round_code, response_key)
  join spec.recodes r
    on r.round_code = a.round_code and r.index_code = s.index_code and r.text_question_code = a.question_code
    and lower(nfc_normalize(trim(a.answer_value))) = r.answer_text
),

rechecked as (
  select
    c.round_code, c.index_code, 'recheck_decisions.csv' as source_file, 0 as source_row,
    c.response_key, c.question_code, c.original_value as old_value, c.recheck_value as new_value
  from staging.recheck_comparisons c
  semi join spec.recheck_decisions d
    on d.round_code = c.round_code and d.index_code = c.index_code and d.decision = 'correct'
    and d.batch_code = case d.batch_level
      when 'interviewer' then c.interviewer_key when 'team' then c.team_code
      when 'commune' then c.commune_key when 'unit' then c.unit_code end
  -- a variable of kind 3 only tells whether answers are stable
  where c.is_different and c.variable_kind < 3
),

wanted as (
  select round_code, index_code, 'corrections.csv' as source_file, correction_row as source_row, response_key, question_code, old_value, new_value
  from spec.corrections
  union all
  from texts
  union all
  from rechecked
)

select
  w.*,
  nullif(trim(a.answer_value), '') as found_value,
  r.response_key is not null as is_in_store
from wanted w
left join raw.answers a using (round_code, response_key, question_code)
left join staging.responses r using (round_code, index_code, response_key)
