/*
summary: "Published means and group counts of PAR INDEX: nation and regions."
grain: [index_code, year, domain_level, domain_name, component]
columns:
  index_code: par_ministry or par_province
  round_code: the year as a code
  unit_code: always NULL, these are public aggregates
  year: index year
  domain_level: nation or region
  domain_name: as published
  component: mean total, or a count of units in a group
  value: the published value
  source_url: where it was published
  provenance: published
*/
select
  if(unit_level = 'ministry', 'par_ministry', 'par_province') as index_code,
  year::varchar as round_code,
  null::varchar as unit_code,
  year,
  domain_level,
  domain_name,
  component,
  any_value(value)::double as value,
  min(source_url) as source_url,
  'published' as provenance
from spec.published_par
where domain_level in ('nation', 'region') and provenance = 'published' and value is not null
group by all
order by index_code, year, domain_level, domain_name, component
