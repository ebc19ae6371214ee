/*
summary: Every reason for which a response does not count; one response may have several.
grain: [round_code, index_code, response_key, reason_code]
checks:
  refers to:
    reason_code: spec.exclusions.reason_code
*/
with
responses as (from staging.responses),
rules as (from spec.sipas_rules),

answered as (from clean.satisfaction_counts where n_satisfaction_answers > 0),

found as (
  select r.round_code, r.index_code, r.response_key, 'test_response' as reason_code from responses r where r.is_test
  union all
  select r.round_code, r.index_code, r.response_key, 'unknown_person'
  from responses r
  anti join clean.sample_paths p
    on p.round_code = r.round_code and p.index_code = r.index_code and p.sample_unit_key = r.sample_unit_key
  union all
  select round_code, index_code, response_key, 'not_submitted' from responses where submitted_at is null
  union all
  select r.round_code, r.index_code, r.response_key, 'before_opening'
  from responses r join rules u using (round_code, index_code)
  where not r.is_date_unknown and least(r.opened_at, r.submitted_at) < u.opens_at
  union all
  select r.round_code, r.index_code, r.response_key, 'after_closing'
  from responses r join rules u using (round_code, index_code)
  where not r.is_date_unknown and r.submitted_at >= u.closes_at
  union all
  select r.round_code, r.index_code, r.response_key, 'edited_after_closing'
  from responses r join rules u using (round_code, index_code)
  where r.edited_at >= u.closes_at
  union all
  select r.round_code, r.index_code, r.response_key, 'no_valid_answer'
  from responses r anti join answered a using (round_code, index_code, response_key)
  union all
  select round_code, index_code, response_key, rule_code from clean.rule_failures
  union all
  select b.round_code, b.index_code, b.response_key, 'voided_by_recheck'
  from staging.response_batches b
  semi join spec.recheck_decisions d
    on d.round_code = b.round_code and d.index_code = b.index_code and d.decision = 'void'
    and d.batch_code = case d.batch_level
      when 'interviewer' then b.interviewer_key when 'team' then b.team_code
      when 'commune' then b.commune_key when 'unit' then b.unit_code end
),

-- a round looks only for the reasons that its cleaning recipe lists
reasons as (
  select distinct f.*
  from found f
  semi join spec.exclusions e using (round_code, index_code, reason_code)
),

-- of several otherwise valid submissions by one person, the rule of the round keeps one
candidates as (
  select
    r.round_code,
    r.index_code,
    r.response_key,
    row_number() over (
      -- who was given a second key is the same person of the sample
      partition by r.round_code, r.instrument_code, coalesce(r.sample_unit_key, r.participant_key)
      order by
        r.is_date_unknown,
        if(u.duplicate_keeps = 'first_submitted', 1, -1) * epoch_us(r.submitted_at),
        r.response_key
    ) as place
  from responses r
  join rules u using (round_code, index_code)
  anti join reasons x using (round_code, index_code, response_key)
)

select round_code, index_code, response_key, reason_code from reasons
union all
select c.round_code, c.index_code, c.response_key, e.reason_code
from candidates c
join spec.exclusions e
  on e.round_code = c.round_code and e.index_code = c.index_code and e.reason_code = 'duplicate_submission'
where c.place > 1
