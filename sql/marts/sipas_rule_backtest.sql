/*
summary: Does the rule for the overall value give the published one? Each published case under equal parts and under one fitted weight.
grain: [case_code, rule_code]
columns:
  round_code: the year as a code
  index_code: sipas
  unit_code: the province of the case; NULL for the nation
  case_code: year and domain
  year: index year
  domain_name: nation or province
  policy_percent: published policy part
  service_percent: published service part
  published_percent: published overall value
  rule_code: equal_parts, or fitted_weight (one least-squares weight over the cases from 2023 on)
  service_weight: weight of the service part
  predicted_percent: what the rule gives
  residual: predicted minus published, percentage points
  provenance: derived
*/
with
parts as (
  select
    year, domain_level, domain_name, any_value(unit_code) as unit_code,
    max(value) filter (component = 'part:policy')::double as policy_percent,
    max(value) filter (component = 'part:service_delivery')::double as service_percent,
    max(value) filter (component = 'overall')::double as published_percent
  from spec.published_sipas
  where unit_of_value = 'percent' and domain_level in ('nation', 'province')
    and (provenance = 'derived' or not is_uncertain) -- of two pages that disagree, the one not kept is no case
  group by year, domain_level, domain_name
  having policy_percent is not null and service_percent is not null and published_percent is not null
),

fitted as (
  select
    sum((published_percent - policy_percent) * (service_percent - policy_percent) order by year, domain_name)
      / nullif(sum((service_percent - policy_percent) ** 2 order by year, domain_name), 0) as service_weight
  from parts
  where year >= 2023
),

rules as (
  select 'equal_parts' as rule_code, 0.5::double as service_weight
  union all
  select 'fitted_weight', service_weight from fitted where service_weight is not null
)

select
  p.year::varchar as round_code,
  'sipas' as index_code,
  p.unit_code,
  p.year || ' ' || p.domain_name as case_code,
  p.year,
  p.domain_name,
  p.policy_percent,
  p.service_percent,
  p.published_percent,
  r.rule_code,
  r.service_weight,
  p.policy_percent + r.service_weight * (p.service_percent - p.policy_percent) as predicted_percent,
  p.policy_percent + r.service_weight * (p.service_percent - p.policy_percent) - p.published_percent as residual,
  'derived' as provenance
from parts p
cross join rules r
order by p.year, p.domain_name, r.rule_code
