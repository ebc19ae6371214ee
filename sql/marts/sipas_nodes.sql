/*
summary: Every node of SIPAS (items, factors, parts, overall) for every province, region and the nation.
grain: [round_code, index_code, recipe_code, domain_level, domain_code, node_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: plain or design
  is_shown_recipe: true for the recipe shown first in reports
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name of the domain
  region_code: region of a province, or the region itself
  node_level: item, factor, part or overall
  node_code: code of the node
  parent_node_code: node above; NULL for overall
  node_order: reading order over the whole tree
  node_name: name
  node_name_en: English name
  share_percent: percent satisfied, unrounded
  share_percent_se: standard error, percentage points
  share_percent_df: degrees of freedom
  share_percent_low: lower end of the 95 % interval
  share_percent_high: upper end of the 95 % interval
  share_percent_n: answers (items) or responses (composites)
  share_percent_n_eff: effective sample size
  share_percent_deff: design effect against a simple random sample with replacement
  share_percent_status: ok, or why there is no value
  share_percent_pooled_se: standard error by a design effect pooled over provinces of one type (model-assisted), percentage points; provinces only
  share_percent_pooled_df: degrees of freedom of that error
  share_percent_pooled_low: lower end of its 95 % interval
  share_percent_pooled_high: upper end of its 95 % interval
  share_percent_pooled_status: ok, or why there is no pooled interval
  share_percent_replicate_se: standard error by 1,000 replicates of the first-stage units, percentage points
  interval_rule: direct or pooled, which errors feed ranks in this round
  provenance: illustrative for invented respondents
*/
select
  e.round_code,
  e.index_code,
  e.recipe_code,
  c.is_shown as is_shown_recipe,
  e.domain_level,
  e.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  d.region_code,
  e.node_level,
  e.node_code,
  n.parent_node_code,
  n.node_order,
  n.node_name,
  n.node_name_en,
  100 * e.share as share_percent,
  100 * e.share_se as share_percent_se,
  e.share_df as share_percent_df,
  100 * e.share_low as share_percent_low,
  100 * e.share_high as share_percent_high,
  e.share_n as share_percent_n,
  e.share_n_eff as share_percent_n_eff,
  e.share_deff as share_percent_deff,
  e.share_status as share_percent_status,
  100 * e.share_pooled_se as share_percent_pooled_se,
  e.share_pooled_df as share_percent_pooled_df,
  100 * e.share_pooled_low as share_percent_pooled_low,
  100 * e.share_pooled_high as share_percent_pooled_high,
  e.share_pooled_status as share_percent_pooled_status,
  100 * x.replicate_share_se as share_percent_replicate_se,
  e.interval_rule,
  e.provenance
from estimates.sipas e
left join estimates.sipas_replicates x using (round_code, index_code, recipe_code, domain_level, domain_code, node_code)
join spec.sipas_recipes c using (round_code, index_code, recipe_code)
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
join spec.sipas_rules u using (round_code, index_code)
join spec.nodes n on n.instrument_code = u.instrument_code and n.node_code = e.node_code
order by e.round_code, e.index_code, e.recipe_code, e.domain_level, e.domain_code, n.node_order
