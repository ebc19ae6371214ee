/*
summary: How SIPAS changed since each earlier round, or why it cannot be compared with it.
grain: [round_code, index_code, earlier_round, recipe_code, domain_level, domain_code, node_code]
columns:
  round_code: index year
  index_code: sipas
  earlier_round: the round that it is compared with
  is_comparable: whether the round says that change since then can be told
  reason: why, or why not; NULL where the round says nothing of the other
  reason_en: the same in English
  reason_status: confirmed, inferred or assumed; NULL where the round says nothing
  recipe_code: plain or design
  is_shown_recipe: true for the recipe shown first in reports
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name of the domain
  node_level: item, factor, part or overall
  node_code: code of the node; overall alone where the rounds are not comparable
  node_order: reading order over the whole tree
  node_name: name
  node_name_en: English name
  earlier_percent: percent satisfied in the earlier round, unrounded
  earlier_percent_low: lower end of its 95 % interval
  earlier_percent_high: upper end of its 95 % interval
  later_percent: percent satisfied in this round, unrounded
  later_percent_low: lower end of its 95 % interval
  later_percent_high: upper end of its 95 % interval
  change_percent: this round less the earlier one, percentage points, unrounded
  change_percent_se: its standard error, with the covariance from first-stage units sampled in both rounds
  change_percent_df: degrees of freedom after Satterthwaite
  change_percent_low: lower end of its 95 % interval
  change_percent_high: upper end of its 95 % interval
  change_percent_status: ok, not_comparable, or why there is no value
  change_p: two-sided p-value of no change
  change_p_holm: the same, held for all provinces together after Holm; provinces only
  change_correlation: correlation of the two estimates through shared first-stage units
  n_shared_psus: first-stage units of the domain that both rounds sampled
  n_psus: first-stage units of the domain in this round
  provenance: illustrative for invented respondents
*/
select
  c.round_code,
  c.index_code,
  c.earlier_round,
  coalesce(m.is_comparable, false) as is_comparable,
  m.reason,
  m.reason_en,
  m.rule_status as reason_status,
  c.recipe_code,
  r.is_shown as is_shown_recipe,
  c.domain_level,
  c.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  n.node_level,
  c.node_code,
  n.node_order,
  n.node_name,
  n.node_name_en,
  case when c.change is not null then 100 * was.share end as earlier_percent,
  case when c.change is not null then 100 * was.share_low end as earlier_percent_low,
  case when c.change is not null then 100 * was.share_high end as earlier_percent_high,
  case when c.change is not null then 100 * now.share end as later_percent,
  case when c.change is not null then 100 * now.share_low end as later_percent_low,
  case when c.change is not null then 100 * now.share_high end as later_percent_high,
  100 * c.change as change_percent,
  100 * c.change_se as change_percent_se,
  c.change_df as change_percent_df,
  100 * c.change_low as change_percent_low,
  100 * c.change_high as change_percent_high,
  c.change_status as change_percent_status,
  c.change_p,
  c.change_p_holm,
  c.change_correlation,
  c.n_shared_psus,
  c.n_psus,
  c.provenance
from estimates.sipas_changes c
left join spec.sipas_comparability m using (round_code, index_code, earlier_round)
join spec.sipas_recipes r using (round_code, index_code, recipe_code)
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
left join estimates.sipas now using (round_code, index_code, recipe_code, domain_level, domain_code, node_code)
left join estimates.sipas was
  on was.round_code = c.earlier_round
  and was.index_code = c.index_code
  and was.recipe_code = c.recipe_code
  and was.domain_level = c.domain_level
  and was.domain_code = c.domain_code
  and was.node_code = c.node_code
join spec.sipas_rules u using (round_code, index_code)
join spec.nodes n on n.instrument_code = u.instrument_code and n.node_code = c.node_code
order by c.round_code, c.index_code, c.earlier_round, c.recipe_code, c.domain_level, c.domain_code, n.node_order
