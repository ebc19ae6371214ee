/*
summary: "Raking cells: per unit and combination of margin categories, the number of responses and the exact sum of base weights."
grain: [round_code, index_code, unit_code, cell_key]
*/
with
cells as (
  select
    round_code,
    index_code,
    unit_code,
    cell_key,
    sum(n_responses)::bigint as n_responses,
    sum(n_responses::hugeint * base_weight_e9) as base_weight_e9,
    any_value(provenance) as provenance
  from weights.cluster_cells
  group by all
)

select
  *,
  (row_number() over (order by round_code, index_code, unit_code, cell_key))::integer as cell_number
from cells
