/*
summary: "How every rule fared in each province and in all: of the forms that count, or that nothing but a rule leaves out, how many break it."
grain: [round_code, index_code, rule_code, domain_level, domain_code]
checks:
  one of:
    outcome: [ok, warn, stop]
  no rows:
    no rule is broken more often than its round lets pass: >
      select round_code, rule_code, domain_code, n_failing, n_checked, failing_percent, stop_above_percent
      from this where outcome = 'stop' order by failing_percent desc, domain_code
warnings:
  no rows:
    no rule is broken more often than its round expects: >
      select round_code, rule_code, domain_code, n_failing, n_checked, failing_percent, warn_above_percent
      from this where outcome = 'warn' order by failing_percent desc, domain_code
*/
with
otherwise_excluded as (
  select x.round_code, x.index_code, x.response_key
  from clean.exclusion_reasons x
  anti join spec.validation_rules r
    on r.round_code = x.round_code and r.index_code = x.index_code and r.rule_code = x.reason_code
),

judged as (
  select round_code, index_code, response_key, unit_code, provenance
  from clean.response_status
  anti join otherwise_excluded using (round_code, index_code, response_key)
  where unit_code is not null
),

placed as (
  select *, 'province' as domain_level, unit_code as domain_code from judged
  union all
  select *, 'nation', 'vn' from judged
),

counted as (
  select
    p.round_code, p.index_code, r.rule_code, p.domain_level, p.domain_code,
    count(*) as n_checked,
    count(f.response_key) as n_failing,
    any_value(r.warn_above_percent) as warn_above_percent,
    any_value(r.stop_above_percent) as stop_above_percent,
    max(p.provenance) as provenance
  from placed p
  join spec.validation_rules r using (round_code, index_code)
  left join clean.rule_failures f
    on f.round_code = p.round_code and f.index_code = p.index_code and f.response_key = p.response_key and f.rule_code = r.rule_code
  group by all
),

shared as (
  select *, 100.0::double * n_failing / n_checked as failing_percent from counted
)

select
  round_code, index_code, rule_code, domain_level, domain_code, n_checked, n_failing, failing_percent,
  warn_above_percent, stop_above_percent,
  case
    when failing_percent > stop_above_percent then 'stop'
    when failing_percent > warn_above_percent then 'warn'
    else 'ok'
  end as outcome,
  provenance
from shared
