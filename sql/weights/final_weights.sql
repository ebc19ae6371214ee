/*
summary: The weight of each valid response under each recipe of its round, as whole units of 1e-9 from which every sum starts.
grain: [round_code, recipe_code, response_key]
checks:
  one of:
    recipe_code: [plain, design]
  no rows:
    every weight is positive: >
      select * from this where not (weight_e9 > 0)
*/
select
  r.round_code,
  r.index_code,
  c.recipe_code,
  r.response_key,
  r.unit_code,
  case c.recipe_code
    when 'plain' then 1000000000
    when 'design' then round(r.base_weight * f.raking_factor * 1e9)::bigint
  end as weight_e9,
  r.provenance
from weights.response_cells r
join spec.sipas_recipes c using (round_code, index_code)
join weights.raking_factors f using (round_code, index_code, unit_code, cell_key)
