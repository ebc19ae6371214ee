/*
summary: "The domains for which SIPAS is estimated: each province, each region that has provinces, the nation; and the provinces of each."
grain: [round_code, index_code, domain_level, domain_code, unit_code]
*/
with
-- a round for which no store gives a sample is not in this warehouse
units as (
  from spec.round_units
  semi join staging.sample_units using (round_code, index_code)
  where index_code = 'sipas'
)

select round_code, index_code, 'province' as domain_level, unit_code as domain_code, unit_code, population_2019 from units
union all
select round_code, index_code, 'region', region_code, unit_code, population_2019 from units where region_code is not null
union all
select round_code, index_code, 'nation', 'vn', unit_code, population_2019 from units
