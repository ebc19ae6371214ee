/*
summary: How the items of each factor hang together, under the recipe shown; a check for statisticians, never a weight of the index.
grain: [round_code, index_code, domain_level, domain_code, factor_code, item_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: the recipe shown
  domain_level: province or nation
  domain_code: code of the domain
  unit_code: the province; NULL for the nation
  domain_name: name of the domain
  domain_name_en: English name
  factor_code: factor; overall for all satisfaction items, nation only
  factor_order: reading order
  factor_name: name of the factor
  factor_name_en: English name
  item_code: item; - for the factor itself
  item_name: wording of the item; NULL for the factor itself
  item_name_en: English wording
  alpha: Cronbach's alpha of the weighted covariances, over those who answered all items of the factor; of the factor itself
  alpha_se: standard error over replicates
  alpha_df: degrees of freedom
  alpha_low: lower end of the 95 % interval
  alpha_high: upper end of the 95 % interval
  alpha_n: respondents who answered all items
  alpha_status: ok, or why there is no value
  standardised_alpha: alpha of the correlations
  first_share: share of the items' variance that the first component takes
  second_share: share that the second one takes
  item_rest: correlation of the item with the sum of the others
  alpha_if_dropped: alpha without the item; NULL with fewer than three items
  loading: correlation of the item with the factor of a one-factor model; of the nation's factors only, NULL with fewer than three items or where that model fails
  provenance: illustrative for invented respondents
*/
select
  q.round_code,
  q.index_code,
  q.recipe_code,
  q.domain_level,
  q.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  q.factor_code,
  f.node_order as factor_order,
  f.node_name as factor_name,
  f.node_name_en as factor_name_en,
  q.item_code,
  i.node_name as item_name,
  i.node_name_en as item_name_en,
  q.alpha,
  q.alpha_se,
  q.alpha_df,
  q.alpha_low,
  q.alpha_high,
  q.alpha_n,
  q.alpha_status,
  q.standardised_alpha,
  q.first_share,
  q.second_share,
  q.item_rest,
  q.alpha_if_dropped,
  q.loading,
  q.provenance
from estimates.item_quality q
join spec.sipas_rules u using (round_code, index_code)
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
join spec.nodes f on f.instrument_code = u.instrument_code and f.node_code = q.factor_code
left join spec.nodes i on i.instrument_code = u.instrument_code and i.node_code = q.item_code
order by q.round_code, q.index_code, q.domain_level, q.domain_code, f.node_order, i.node_order nulls first
