/*
summary: How often closed questions are left blank, or answered by saying that one cannot tell, by province and nation.
grain: [round_code, index_code, domain_level, domain_code, item_code, rate_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: the recipe shown
  domain_level: province or nation
  domain_code: code of the domain
  unit_code: the province; NULL for the nation
  domain_name: name of the domain
  domain_name_en: English name
  item_code: question; overall for all satisfaction items together
  item_order: order on the form; 0 for all satisfaction items together
  item_name: wording
  item_name_en: English wording
  block_code: block of the form
  rate_code: blank (no answer on the scale) or dont_know (an answer of the form that says so)
  form_has_dont_know: true where some question of the form offers such an answer
  share_percent: percent of valid responses; for overall, of all satisfaction items that were asked
  share_percent_se: standard error, percentage points
  share_percent_df: degrees of freedom
  share_percent_low: lower end of the 95 % interval
  share_percent_high: upper end of the 95 % interval
  share_percent_n: valid responses
  share_percent_n_eff: effective sample size
  share_percent_deff: design effect
  share_percent_status: ok, or why there is no value
  provenance: illustrative for invented respondents
*/
select
  e.round_code,
  e.index_code,
  e.recipe_code,
  e.domain_level,
  e.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  e.item_code,
  coalesce(i.item_order, 0) as item_order,
  coalesce(i.item_name, n.node_name) as item_name,
  coalesce(i.item_name_en, n.node_name_en) as item_name_en,
  coalesce(i.block_code, 'satisfaction') as block_code,
  e.rate_code,
  exists (from spec.item_options o where o.instrument_code = u.instrument_code and o.is_dont_know) as form_has_dont_know,
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
from estimates.item_nonresponse e
join spec.sipas_rules u using (round_code, index_code)
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
left join spec.items i on i.instrument_code = u.instrument_code and i.item_code = e.item_code
left join spec.nodes n on n.instrument_code = u.instrument_code and n.node_code = e.item_code and i.item_code is null
order by e.round_code, e.index_code, e.domain_level, e.domain_code, item_order, e.rate_code
