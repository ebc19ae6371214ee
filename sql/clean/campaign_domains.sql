/*
summary: "Names of what participation is told for: every unit of a watched round, and the nation."
grain: [round_code, domain_level, domain_code]
*/
select round_code, unit_level as domain_level, unit_code as domain_code, unit_name as domain_name, unit_name_en as domain_name_en
from spec.campaign_units
union all
select distinct round_code, 'nation', 'vn', 'Cả nước', 'Nation' from spec.campaign_forms
