/*
summary: "Calibration cells: per unit and combination of margin categories, the number of responses and the exact sums of base weights and of weights that enter calibration."
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
    sum(n_responses::hugeint * entering_weight_e9) as entering_weight_e9,
    any_value(provenance) as provenance
  from weights.cluster_cells
  group by all
)

select
  *,
  (row_number() over (order by round_code, index_code, unit_code, cell_key))::integer as cell_number
from cells
