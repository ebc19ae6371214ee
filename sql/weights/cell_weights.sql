/*
summary: "What a respondent of a margin cell and base weight counts for under each recipe of the round, quantised once, as whole units of 1e-9: every sum starts from it."
grain: [round_code, index_code, recipe_code, unit_code, cell_key, base_weight_e9]
checks:
  one of:
    recipe_code: [plain, design]
  no rows:
    every weight is positive: >
      select * from this where not (weight_e9 > 0)
*/
select distinct
  c.round_code,
  c.index_code,
  r.recipe_code,
  c.unit_code,
  c.cell_key,
  c.base_weight_e9,
  case r.recipe_code
    when 'plain' then 1000000000
    when 'design' then round(c.base_weight_e9 * f.raking_factor)::bigint
  end as weight_e9,
  c.provenance
from weights.cluster_cells c
join spec.sipas_recipes r using (round_code, index_code)
join weights.raking_factors f using (round_code, index_code, unit_code, cell_key)
