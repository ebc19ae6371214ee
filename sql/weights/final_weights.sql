/*
summary: The weight of each valid response under each recipe of its round, as whole units of 1e-9.
grain: [round_code, recipe_code, response_key]
*/
select
  r.round_code,
  r.index_code,
  w.recipe_code,
  r.response_key,
  r.unit_code,
  w.weight_e9,
  r.provenance
from weights.response_cells r
join weights.cell_weights w using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
