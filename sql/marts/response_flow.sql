/*
summary: From the responses in the store to those that count, step by step; the steps add up.
grain: [round_code, index_code, domain_level, domain_code, step_order]
columns:
  round_code: index year
  index_code: sipas
  domain_level: province or nation
  domain_code: code of the domain
  unit_code: the province; NULL for the nation
  domain_name: name of the domain
  domain_name_en: English name
  step_order: order of the step
  step_code: in_store, a reason of exclusion, or valid
  step_name: name of the step
  step_name_en: English name
  n_responses: responses at this step
  n_with_reason: responses with this reason, whichever comes first; NULL for the first and last step
  instrument_code: the form
  share_percent: percent of the responses in the store
  rule_status: confirmed, inferred or assumed; NULL for the first and last step
  provenance: illustrative for invented respondents
checks:
  no rows:
    responses in the store are the excluded and the valid ones: >
      select round_code, index_code, domain_code,
        sum(n_responses) filter (step_code = 'in_store') as n_in_store,
        sum(n_responses) filter (step_code <> 'in_store') as n_accounted
      from this group by all having n_in_store is distinct from n_accounted
*/
with
responses as (
  select s.round_code, s.index_code, 'nation' as domain_level, 'vn' as domain_code, s.first_reason_code, s.provenance
  from clean.response_status s
  union all
  select round_code, index_code, 'province', unit_code, first_reason_code, provenance
  from clean.response_status
  where unit_code is not null
),

domains as (
  select d.*, r.provenance
  from estimates.domain_names d
  join (
    select round_code, index_code, max(provenance) as provenance from clean.response_status group by all
  ) r using (round_code, index_code)
  where d.domain_level in ('province', 'nation')
),

steps as (
  select round_code, index_code, 0 as step_order, 'in_store' as step_code, 'Phiếu có trong kho' as step_name,
    'Responses in the store' as step_name_en, null as rule_status
  from domains
  union
  select round_code, index_code, reason_order, reason_code, reason_name, reason_name_en, rule_status from spec.exclusions
  union
  select round_code, index_code, 1000, 'valid', 'Phiếu hợp lệ', 'Valid responses', null from domains
),

reasons as (
  select x.round_code, x.index_code, p.domain_level, p.domain_code, x.reason_code, count(*) as n_with_reason
  from clean.exclusion_reasons x
  join (
    select round_code, index_code, response_key, 'nation' as domain_level, 'vn' as domain_code from clean.response_status
    union all
    select round_code, index_code, response_key, 'province', unit_code from clean.response_status where unit_code is not null
  ) p using (round_code, index_code, response_key)
  group by all
),

counted as (
  select
    d.round_code, d.index_code, d.domain_level, d.domain_code, d.unit_code, d.domain_name, d.domain_name_en,
    s.step_order, s.step_code, s.step_name, s.step_name_en, s.rule_status, d.provenance,
    count(r.round_code) filter (
      s.step_code = 'in_store'
      or (s.step_code = 'valid' and r.first_reason_code is null)
      or s.step_code = r.first_reason_code
    ) as n_responses,
    count(r.round_code) as n_in_store
  from domains d
  join steps s using (round_code, index_code)
  left join responses r using (round_code, index_code, domain_level, domain_code)
  group by all
)

select
  round_code, index_code, domain_level, domain_code, unit_code, domain_name, domain_name_en,
  step_order::integer as step_order, step_code, step_name, step_name_en,
  n_responses,
  case when step_code not in ('in_store', 'valid') then coalesce(n_with_reason, 0) end as n_with_reason,
  u.instrument_code,
  if(n_in_store > 0, 100.0::double * n_responses / n_in_store, null) as share_percent,
  rule_status,
  provenance
from counted
join spec.sipas_rules u using (round_code, index_code)
left join (select * rename (reason_code as step_code) from reasons) using (round_code, index_code, domain_level, domain_code, step_code)
order by round_code, index_code, domain_level, domain_code, step_order
