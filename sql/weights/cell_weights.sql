/*
summary: "What a respondent of a margin cell and entering weight counts for under each recipe of the round, quantised once, as whole units of 1e-9: every sum starts from it."
grain: [round_code, index_code, recipe_code, unit_code, cell_key, entering_weight_e9]
checks:
  one of:
    recipe_code: [plain, design]
  no rows:
    every weight is a positive number that whole units of 1e-9 can hold: >
      select * from this where weight_e9 is null or weight_e9 <= 0
    no weight is above the round's multiple of the median of its unit: >
      with
      weighed as (
        select w.*, sum(c.n_responses) as n_responses
        from this w
        join weights.cluster_cells c using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
        where w.recipe_code = 'design'
        group by all
      ),
      counted as (
        select *,
          sum(n_responses) over (partition by round_code, index_code, unit_code order by weight_e9, cell_key, entering_weight_e9) as n_up_to,
          sum(n_responses) over (partition by round_code, index_code, unit_code) as n_all
        from weighed
      ),
      medians as (
        select round_code, index_code, unit_code, min(weight_e9) as median_e9 from counted where 2 * n_up_to >= n_all group by all
      )
      select w.round_code, w.unit_code, w.cell_key, w.weight_e9 / 1e9 as weight, m.median_e9 / 1e9 as median, s.stop_above_median
      from weighed w
      join medians m using (round_code, index_code, unit_code)
      join spec.weighting s using (round_code, index_code)
      where w.weight_e9 > s.stop_above_median * m.median_e9
      order by all
*/
select distinct
  c.round_code,
  c.index_code,
  r.recipe_code,
  c.unit_code,
  c.cell_key,
  c.entering_weight_e9,
  case r.recipe_code
    when 'plain' then 1000000000
    when 'design' then try_cast(
      round(least(c.entering_weight_e9, coalesce(f.weight_limit_e9, c.entering_weight_e9)) * f.calibration_factor) as bigint
    )
  end as weight_e9,
  c.provenance
from weights.cluster_cells c
join spec.sipas_recipes r using (round_code, index_code)
join weights.calibration_factors f using (round_code, index_code, unit_code, cell_key)
