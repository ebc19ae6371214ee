/*
summary: How every rule for forms fared, by province and in all.
grain: [round_code, index_code, rule_code, domain_level, domain_code]
columns:
  round_code: index year
  index_code: sipas
  rule_code: rule of validation.yaml
  rule_order: order of the rule
  rule_text: what the rule says
  rule_text_en: the same in English
  rule_scope: field, record, cross_record or cross_form
  severity_code: error or flag
  rule_status: confirmed, inferred or assumed
  domain_level: province or nation
  domain_code: code of the domain
  unit_code: the province; NULL for the nation
  domain_name: name of the domain
  domain_name_en: English name
  n_checked: forms that count, or that nothing but a rule leaves out
  n_failing: of these, the forms that break the rule
  failing_percent: percent of the forms checked
  warn_above_percent: percent above which a run warns; NULL where it does not
  stop_above_percent: percent above which a run stops; NULL where it does not
  outcome_code: ok, warn or stop
  excludes: true where the round leaves out the forms that break the rule
  provenance: illustrative for invented respondents
*/
select
  o.round_code,
  o.index_code,
  o.rule_code,
  r.rule_order,
  r.rule_text,
  r.rule_text_en,
  r.rule_scope,
  r.severity as severity_code,
  r.rule_status,
  o.domain_level,
  o.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  o.n_checked,
  o.n_failing,
  o.failing_percent,
  o.warn_above_percent,
  o.stop_above_percent,
  o.outcome as outcome_code,
  e.reason_code is not null as excludes,
  o.provenance
from clean.rule_outcomes o
join spec.validation_rules r using (round_code, index_code, rule_code)
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
left join spec.exclusions e
  on e.round_code = o.round_code and e.index_code = o.index_code and e.reason_code = o.rule_code
order by o.round_code, o.index_code, r.rule_order, o.domain_level, o.domain_code
