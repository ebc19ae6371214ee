/*
summary: Where a province stands above or below the rest of the nation, item by item, and whether the sample establishes it.
grain: [round_code, index_code, recipe_code, unit_code, node_code]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: plain or design
  is_shown_recipe: true for the recipe shown first in reports
  unit_code: the province
  unit_name: name of the province
  unit_name_en: English name of the province
  node_code: the item
  node_order: reading order over the whole tree
  node_name: name
  node_name_en: English name
  own_percent: percent satisfied in the province, unrounded
  rest_percent: percent satisfied in all other provinces together, answers pooled, unrounded
  difference_percent: the province less the rest, percentage points, unrounded
  difference_percent_se: its standard error; the province and the rest are sampled independently
  difference_percent_df: degrees of freedom after Satterthwaite
  difference_percent_low: lower end of its 95 % interval
  difference_percent_high: upper end of its 95 % interval
  difference_percent_status: ok, or why there is no value
  difference_p: two-sided p-value of no difference
  difference_q: the same after Benjamini and Hochberg over the items of the province
  is_established: whether difference_q is below 0.05; NULL where there is no value
  interval_rule: direct or pooled, which error of the province feeds the difference
  provenance: illustrative for invented respondents
*/
select
  c.round_code,
  c.index_code,
  c.recipe_code,
  r.is_shown as is_shown_recipe,
  c.unit_code,
  u.unit_name,
  u.unit_name_en,
  c.node_code,
  n.node_order,
  n.node_name,
  n.node_name_en,
  case when c.difference is not null then 100 * (c.rest_share + c.difference) end as own_percent,
  100 * c.rest_share as rest_percent,
  100 * c.difference as difference_percent,
  100 * c.difference_se as difference_percent_se,
  c.difference_df as difference_percent_df,
  100 * c.difference_low as difference_percent_low,
  100 * c.difference_high as difference_percent_high,
  c.difference_status as difference_percent_status,
  c.difference_p,
  c.difference_q,
  c.difference_q < 0.05 as is_established,
  c.interval_rule,
  c.provenance
from estimates.sipas_contrasts c
join spec.sipas_recipes r using (round_code, index_code, recipe_code)
join spec.round_units u using (round_code, index_code, unit_code)
join spec.sipas_rules s using (round_code, index_code)
join spec.nodes n on n.instrument_code = s.instrument_code and n.node_code = c.node_code
order by c.round_code, c.index_code, c.recipe_code, c.unit_code, n.node_order
