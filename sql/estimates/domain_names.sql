/*
summary: Names of the domains in both languages; unit_code only where the domain is a unit.
grain: [round_code, index_code, domain_level, domain_code]
*/
select distinct
  d.round_code,
  d.index_code,
  d.domain_level,
  d.domain_code,
  case when d.domain_level = 'province' then d.domain_code end as unit_code,
  case d.domain_level
    when 'province' then u.unit_name
    when 'region' then r.region_name
    else 'Cả nước'
  end as domain_name,
  case d.domain_level
    when 'province' then u.unit_name_en
    when 'region' then r.region_name_en
    else 'Nation'
  end as domain_name_en,
  case d.domain_level when 'province' then u.region_code when 'region' then d.domain_code end as region_code
from estimates.domains d
left join spec.round_units u
  on d.domain_level = 'province'
  and u.round_code = d.round_code
  and u.index_code = d.index_code
  and u.unit_code = d.domain_code
left join spec.regions r on d.domain_level = 'region' and r.region_code = d.domain_code
