/*
summary: Published SIPAS values; they calibrate and test the rules and never stand beside values from invented respondents.
grain: [year, domain_level, domain_name, component]
columns:
  round_code: the year as a code
  index_code: sipas
  unit_code: the province; NULL for public aggregates
  year: index year
  domain_level: nation, region, province or other
  domain_name: as published
  component: what was measured
  value: the published value
  unit_of_value: percent
  index_rank: published rank
  source_url: where it was published
  provenance: published
*/
select
  year::varchar as round_code,
  'sipas' as index_code,
  any_value(unit_code) as unit_code,
  year,
  domain_level,
  domain_name,
  component,
  any_value(value)::double as value,
  any_value(unit_of_value) as unit_of_value,
  any_value(published_rank)::integer as index_rank,
  min(source_url) as source_url,
  'published' as provenance
from spec.published_sipas
where provenance = 'published' and not is_uncertain and unit_of_value = 'percent'
group by year, domain_level, domain_name, component
order by year, domain_level, domain_name, component
