/*
summary: "Answers outside the satisfaction block: interest, willingness to comment, perceived harassment and payments, needs."
grain: [round_code, index_code, domain_level, domain_code, item_code, option_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: the recipe shown
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name
  block_code: block of the form
  item_code: question
  item_order: order on the form
  item_name: wording
  item_name_en: English wording
  option_code: answer
  option_order: order of the answer
  option_name: wording of the answer
  option_name_en: English wording of the answer
  share_percent: percent who gave this answer; a perception, not a count of events
  share_percent_se: standard error, percentage points
  share_percent_df: degrees of freedom
  share_percent_low: lower end of the 95 % interval
  share_percent_high: upper end of the 95 % interval
  share_percent_n: answers to the question
  share_percent_n_eff: effective sample size; NULL for a share that weights were raked to, which has no error
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
  i.block_code,
  e.item_code,
  i.item_order,
  i.item_name,
  i.item_name_en,
  coalesce(o.option_code, 'level_' || e.answer_level) as option_code,
  e.answer_level as option_order,
  coalesce(o.option_name, 'Mức ' || e.answer_level) as option_name,
  coalesce(o.option_name_en, 'Level ' || e.answer_level) as option_name_en,
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
from estimates.options e
join spec.sipas_rules u using (round_code, index_code)
join spec.items i
  on i.instrument_code = u.instrument_code and i.item_code = e.item_code and i.block_code <> 'demographic'
left join spec.item_options o
  on o.instrument_code = u.instrument_code and o.item_code = e.item_code and o.option_order = e.answer_level
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
order by e.round_code, e.index_code, e.domain_level, e.domain_code, i.item_order, e.answer_level
