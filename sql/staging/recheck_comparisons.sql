/*
summary: Every answer that was asked again, beside the first one as the store holds it, and whether they differ by more than the round tolerates.
grain: [round_code, response_key, item_code]
checks:
  one of:
    variable_kind: [1, 2, 3]
*/
with
asked as (
  select k.round_code, v.index_code, k.response_key, v.item_code, v.question_code, v.variable_kind, v.tolerance,
    nullif(trim(k.recheck_value), '') as recheck_value, k.interviewer_key as recheck_interviewer_key
  from raw.rechecks k
  join spec.recheck_variables v using (round_code, question_code)
),

compared as (
  select c.*, nullif(trim(a.answer_value), '') as original_value
  from asked c
  left join raw.answers a using (round_code, response_key, question_code)
)

select
  c.round_code,
  c.index_code,
  c.response_key,
  c.item_code,
  c.question_code,
  c.variable_kind,
  c.original_value,
  c.recheck_value,
  c.original_value is distinct from c.recheck_value
    and coalesce(abs(try_cast(c.original_value as integer) - try_cast(c.recheck_value as integer)) > c.tolerance, true) as is_different,
  c.recheck_interviewer_key,
  b.interviewer_key,
  b.team_code,
  b.commune_key,
  b.unit_code,
  b.provenance
from compared c
join staging.response_batches b using (round_code, index_code, response_key)
where not b.is_test
