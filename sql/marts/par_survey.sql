/*
summary: "Survey of officials: share of points of every surveyed leaf and item by unit and group, with the error of nonresponse, names listed and forms that count."
grain: [round_code, index_code, unit_code, group_code, node_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: unit that was asked about
  unit_name: its name
  unit_name_en: its English name
  group_code: group of respondents; all for every group together
  group_name: its name; NULL for all
  group_name_en: its English name
  group_order: order of the form, 0 for all
  leaf_code: the surveyed leaf
  leaf_name: its name
  leaf_name_en: its English name
  node_code: the leaf, or one of its items
  node_kind: leaf or item
  node_name: name of the leaf or item
  node_name_en: its English name
  node_order: order of reading
  n_listed: names on the list
  n_responses: forms that count
  response_percent: forms over names
  classes: classes of nonresponse; groups joined by + were merged
  percent: share of the points, in percent
  percent_se: standard error of nonresponse, assuming answers missing at random within class
  percent_df: degrees of freedom
  percent_low: lower end of the 95 % interval
  percent_high: upper end
  percent_n: forms with an answer
  percent_status: ok, or why not
  points: of a leaf over all groups, the points it gives
  max_points: its maximum
  provenance: illustrative for illustrative forms
*/
with
names as (
  select round_code, index_code, unit_code, unit_name, unit_name_en from spec.round_units
  union all
  select r.round_code, r.index_code, f.unit_code, f.unit_name, f.unit_name_en
  from spec.fictional_units f
  join (select distinct round_code, index_code, unit_code from estimates.official_shares) r using (unit_code)
)

select
  s.round_code,
  s.index_code,
  s.unit_code,
  u.unit_name,
  u.unit_name_en,
  s.group_code,
  g.group_name,
  g.group_name_en,
  coalesce(g.group_order, 0) as group_order,
  s.leaf_code,
  n.node_name as leaf_name,
  n.node_name_en as leaf_name_en,
  s.node_code,
  s.node_kind,
  coalesce(i.item_name, n.node_name) as node_name,
  coalesce(i.item_name_en, n.node_name_en) as node_name_en,
  1000 * n.node_order + coalesce(i.item_order, 0) as node_order,
  s.n_listed,
  s.n_responses,
  100 * s.n_responses / s.n_listed as response_percent,
  s.classes,
  100 * s.share as percent,
  100 * s.share_se as percent_se,
  s.share_df as percent_df,
  100 * s.share_low as percent_low,
  100 * s.share_high as percent_high,
  s.share_n as percent_n,
  s.share_status as percent_status,
  p.points,
  p.max_points,
  s.provenance
from estimates.official_shares s
join names u using (round_code, index_code, unit_code)
join spec.official_rules r using (round_code, index_code)
join spec.framework_nodes n
  on n.framework_code = r.framework_code and n.node_code = s.leaf_code
  and n.unit_level = if(s.index_code = 'par_ministry', 'ministry', 'province')
left join spec.official_groups g on g.instrument_code = r.instrument_code and g.group_code = s.group_code
left join spec.official_items i on i.instrument_code = r.instrument_code and i.item_code = s.node_code and s.node_kind = 'item'
left join scores.par_survey_points p
  on p.round_code = s.round_code and p.index_code = s.index_code and p.unit_code = s.unit_code
  and p.node_code = s.node_code and s.group_code = 'all'
order by s.round_code, s.index_code, s.unit_code, group_order, node_order
