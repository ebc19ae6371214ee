/*
summary: "PAR INDEX from scorecards: mean, median, best and lowest for the total and each area, of all ranked units and by region, group and type."
grain: [round_code, index_code, ranking_code, node_code, domain_level, domain_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: always NULL, summaries are public
  ranking_code: units that are ranked together; real and fictional ones never are
  is_fictional: the units do not exist
  node_code: total or an area
  node_name: its name
  node_name_en: its English name
  node_order: order of reading
  domain_level: nation, region, group or type
  domain_code: its code
  domain_name: its name
  domain_name_en: its English name
  n_units: ranked units in it
  percent: plain mean of their percent of the maximum
  percent_se: standard error of the mean, from the surveys of these units
  percent_df: degrees of freedom
  percent_low: lower end of the 95 % interval
  percent_high: upper end
  percent_status: ok; fixed, nothing surveyed; not_published
  median_percent: median; it has no error of its own here
  best_percent: highest value
  best_unit_name: whose it is
  best_unit_name_en: the same in English
  lowest_percent: lowest value
  lowest_unit_name: whose it is
  lowest_unit_name_en: the same in English
  provenance: derived, or illustrative
*/
with
units as (select round_code, index_code, unit_code, unit_name, unit_name_en from marts.par_standings),

regions as (
  select region_code, region_name, region_name_en from spec.regions
  union
  select region_code, region_name, region_name_en from spec.fictional_units where region_code is not null
)

select
  s.round_code,
  s.index_code,
  null::varchar as unit_code,
  s.ranking_code,
  s.is_fictional,
  s.node_code,
  n.node_name,
  n.node_name_en,
  n.node_order,
  s.domain_level,
  s.domain_code,
  coalesce(r.region_name, g.group_name, s.domain_code) as domain_name,
  coalesce(r.region_name_en, g.group_name_en, s.domain_code) as domain_name_en,
  s.n_units,
  s.percent,
  s.percent_se,
  s.percent_df,
  s.percent_low,
  s.percent_high,
  s.percent_status,
  s.median_percent,
  s.best_percent,
  best.unit_name as best_unit_name,
  best.unit_name_en as best_unit_name_en,
  s.lowest_percent,
  lowest.unit_name as lowest_unit_name,
  lowest.unit_name_en as lowest_unit_name_en,
  s.provenance
from scores.par_summaries s
join spec.framework_nodes n
  on n.framework_code = s.framework_code and n.node_code = s.node_code
  and n.unit_level = if(s.index_code = 'par_ministry', 'ministry', 'province')
left join regions r on s.domain_level = 'region' and r.region_code = s.domain_code
left join spec.par_groups g
  on s.domain_level = 'group' and g.round_code = s.round_code and g.index_code = s.index_code and g.group_code = s.domain_code
left join units best
  on best.round_code = s.round_code and best.index_code = s.index_code and best.unit_code = s.best_unit_code
left join units lowest
  on lowest.round_code = s.round_code and lowest.index_code = s.index_code and lowest.unit_code = s.lowest_unit_code
order by s.round_code, s.index_code, s.ranking_code, n.node_order, s.domain_level, s.domain_code
