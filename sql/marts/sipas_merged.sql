/*
summary: SIPAS of the provinces that a round's provinces were merged into since, from the old ones that have data; where a part has none, that is said with the share of the population that is covered.
grain: [round_code, index_code, recipe_code, merged_code, node_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: the recipe shown
  merged_code: the merged province
  merged_name: its name
  merged_name_en: its English name
  node_level: factor, part or overall
  node_code: code of the node
  node_order: reading order
  node_name: name of the node
  node_name_en: English name
  n_parts: provinces it was merged from
  n_parts_covered: of these, those with responses
  coverage_percent: percent of the population of 2019 that lives in them
  coverage_code: whole, partial or none
  missing_names: names of the parts without data; empty where there is none
  missing_names_en: English names
  share_percent: percent satisfied, mean of the covered parts weighted by population
  share_percent_se: standard error, percentage points
  share_percent_df: degrees of freedom
  share_percent_low: lower end of the 95 % interval
  share_percent_high: upper end of the 95 % interval
  share_percent_n: responses
  share_percent_n_eff: effective sample size
  share_percent_deff: design effect
  share_percent_status: ok, or why there is no value
  provenance: illustrative for invented respondents
*/
with
missing as (
  select e.round_code, e.domain_code, e.node_code,
    string_agg(u.unit_name, ', ' order by u.unit_code) as missing_names,
    string_agg(u.unit_name_en, ', ' order by u.unit_code) as missing_names_en
  from estimates.sipas_merged e
  join spec.units u on list_contains(string_split(e.missing_units, ' '), u.unit_code)
  group by all
)

select
  e.round_code,
  e.index_code,
  e.recipe_code,
  e.domain_code as merged_code,
  u.unit_name as merged_name,
  u.unit_name_en as merged_name_en,
  e.node_level,
  e.node_code,
  n.node_order,
  n.node_name,
  n.node_name_en,
  e.n_parts,
  e.n_parts_covered,
  100 * e.coverage_share as coverage_percent,
  e.coverage_code,
  coalesce(m.missing_names, '') as missing_names,
  coalesce(m.missing_names_en, '') as missing_names_en,
  100 * e.share as share_percent,
  100 * e.share_se as share_percent_se,
  e.share_df as share_percent_df,
  100 * e.share_low as share_percent_low,
  100 * e.share_high as share_percent_high,
  e.share_n as share_percent_n,
  e.share_n_eff as share_percent_n_eff,
  e.share_deff as share_percent_deff,
  e.share_status as share_percent_status,
  e.provenance
from estimates.sipas_merged e
join spec.sipas_rules r using (round_code, index_code)
join spec.units u on u.unit_code = e.domain_code
join spec.nodes n on n.instrument_code = r.instrument_code and n.node_code = e.node_code
left join missing m on m.round_code = e.round_code and m.domain_code = e.domain_code and m.node_code = e.node_code
order by e.round_code, e.index_code, e.domain_code, n.node_order
