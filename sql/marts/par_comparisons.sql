/*
summary: "PAR INDEX from scorecards: total and areas of a unit beside mean, median and best of the units ranked with it, and the means of its region, group and type; no other unit is named."
grain: [round_code, index_code, unit_code, node_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  ranking_code: units that are ranked together; real and fictional ones never are
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  unit_name: its name
  unit_name_en: its English name
  is_fictional: the unit does not exist
  node_code: total or an area
  node_name: its name
  node_name_en: its English name
  node_order: order of reading
  percent: percent of the maximum
  percent_se: standard error of the surveyed part; appraised points have none
  percent_df: degrees of freedom; NULL where nothing is estimated
  percent_low: lower end of the 95 % interval
  percent_high: upper end
  percent_status: ok; fixed, nothing surveyed; not_published, a survey result without error; incomplete
  n_units: ranked units that the mean is over
  mean_percent: plain mean of their percent of the maximum
  mean_percent_low: lower end of its 95 % interval
  mean_percent_high: upper end
  mean_percent_status: ok; fixed, nothing surveyed; not_published
  median_percent: median; it has no error of its own here
  best_percent: highest value
  region_name: region of the unit; NULL for ministries
  region_name_en: its English name
  region_n: ranked units of it; NULL where the region has none
  region_percent: their mean
  region_percent_low: lower end of its 95 % interval; NULL where nothing is surveyed
  region_percent_high: upper end
  group_name: group of the unit in the round; NULL where it has none
  group_name_en: its English name
  group_n: ranked units of it
  group_percent: their mean
  group_percent_low: lower end of its 95 % interval; NULL where nothing is surveyed
  group_percent_high: upper end
  unit_type: city, province, ministry or ministerial-agency
  type_n: ranked units of the type
  type_percent: their mean
  type_percent_low: lower end of its 95 % interval; NULL where nothing is surveyed
  type_percent_high: upper end
  provenance: derived, or illustrative
checks:
  no rows:
    real and fictional units are never compared: >
      select ranking_code from this group by round_code, index_code, ranking_code having count(distinct is_fictional) > 1
    the best is no lower than the mean, and a ranked unit no higher than the best: >
      select c.unit_code, c.node_code from this c
      join marts.par_standings s using (round_code, index_code, unit_code)
      where c.best_percent < c.mean_percent - 1e-9 or (s.rank_status = 'ranked' and c.percent > c.best_percent + 1e-9)
*/
with
units as (
  select r.*, s.unit_name, s.unit_name_en, s.region_name, s.region_name_en, s.group_name, s.group_name_en
  from scores.par_ranks r
  join marts.par_standings s using (round_code, index_code, unit_code)
),

means as (from scores.par_summaries)

select
  u.round_code,
  u.index_code,
  u.ranking_code,
  u.unit_code,
  u.unit_name,
  u.unit_name_en,
  u.is_fictional,
  e.node_code,
  n.node_name,
  n.node_name_en,
  n.node_order,
  e.percent,
  e.percent_se,
  e.percent_df,
  e.percent_low,
  e.percent_high,
  e.percent_status,
  a.n_units,
  a.percent as mean_percent,
  a.percent_low as mean_percent_low,
  a.percent_high as mean_percent_high,
  a.percent_status as mean_percent_status,
  a.median_percent,
  a.best_percent,
  u.region_name,
  u.region_name_en,
  r.n_units as region_n,
  r.percent as region_percent,
  r.percent_low as region_percent_low,
  r.percent_high as region_percent_high,
  u.group_name,
  u.group_name_en,
  g.n_units as group_n,
  g.percent as group_percent,
  g.percent_low as group_percent_low,
  g.percent_high as group_percent_high,
  u.unit_type,
  t.n_units as type_n,
  t.percent as type_percent,
  t.percent_low as type_percent_low,
  t.percent_high as type_percent_high,
  e.provenance
from units u
join scores.par_node_errors e
  on e.round_code = u.round_code and e.index_code = u.index_code and e.unit_code = u.unit_code and e.node_depth <= 1
join spec.framework_nodes n
  on n.framework_code = u.framework_code and n.node_code = e.node_code
  and n.unit_level = if(u.index_code = 'par_ministry', 'ministry', 'province')
join means a
  on a.round_code = u.round_code and a.index_code = u.index_code and a.ranking_code = u.ranking_code
  and a.node_code = e.node_code and a.domain_level = 'nation'
left join means r
  on r.round_code = u.round_code and r.index_code = u.index_code and r.ranking_code = u.ranking_code
  and r.node_code = e.node_code and r.domain_level = 'region' and r.domain_code = u.region_code
left join means g
  on g.round_code = u.round_code and g.index_code = u.index_code and g.ranking_code = u.ranking_code
  and g.node_code = e.node_code and g.domain_level = 'group' and g.domain_code = u.group_code
left join means t
  on t.round_code = u.round_code and t.index_code = u.index_code and t.ranking_code = u.ranking_code
  and t.node_code = e.node_code and t.domain_level = 'type' and t.domain_code = u.unit_type
order by u.round_code, u.index_code, u.ranking_code, u.unit_code, n.node_order
