import { defineSelect } from "../table.ts";

/** The margins stand in the text of a cell's key, in the order of their codes: SQL shaped by the specification. */
export default defineSelect({
  head: {
    summary:
      "Per unit, and for the nation (vn), and category of a margin, the respondents, what their weights add to before and after calibration and in the end, and the population total: how the margins fit.",
    grain: ["round_code", "index_code", "unit_code", "margin_code", "category_level"],
  },
  inputs: { margins: "select distinct margin_code from spec.calibration_margins order by all" },
  select: ({ margins = [] }) => `
    with
    cells as (
      select c.round_code, c.index_code, c.unit_code, c.n_responses, c.provenance, c.base_weight_e9, c.entering_weight_e9,
        w.weight_e9,
        ${margins.length === 0 ? "[]::struct(margin_code varchar, category_level varchar)[]" : `[${margins.map(({ margin_code }, i) => `{'margin_code': '${margin_code}', 'category_level': split_part(c.cell_key, '|', ${i + 1})}`).join(", ")}]`} as levels
      from weights.cluster_cells c
      join weights.cell_weights w using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
      where w.recipe_code = 'design'
    ),
    long as (select * exclude (levels), unnest(levels, recursive := true) from cells),
    domains as (from long union all select * replace ('vn' as unit_code) from long),
    totals as (
      select round_code, index_code, margin_code, category_code, unit_code, population, source, reference_date, verified_by
      from spec.margins
      union all
      -- of the nation, where it is given by unit
      select round_code, index_code, margin_code, category_code, 'vn', sum(population)::bigint,
        min(source), min(reference_date), min(verified_by)
      from spec.margins m
      where not exists (from spec.margins n where n.round_code = m.round_code and n.unit_code = 'vn')
        and unit_code in (select unit_code from weights.cells c where c.round_code = m.round_code)
      group by all
    ),
    -- a category that nobody is in has a population all the same
    everyone as (
      from domains
      union all by name
      select u.round_code, u.index_code, t.unit_code, d.provenance, 0 as n_responses, 0 as base_weight_e9,
        0 as entering_weight_e9, 0 as weight_e9, t.margin_code, o.option_order::varchar as category_level
      from totals t
      join spec.sipas_rules u using (round_code, index_code)
      join spec.item_options o
        on o.instrument_code = u.instrument_code and o.item_code = t.margin_code and o.option_code = t.category_code
      join (select round_code, index_code, unit_code, max(provenance) as provenance from domains group by all) d
        on d.round_code = t.round_code and d.index_code = t.index_code and d.unit_code = t.unit_code
    ),
    summed as (
      select round_code, index_code, unit_code, margin_code, category_level,
        sum(n_responses)::integer as n_responses,
        sum(n_responses::hugeint * base_weight_e9)::double / 1e9 as sum_base_weight,
        sum(n_responses::hugeint * entering_weight_e9)::double / 1e9 as sum_entering_weight,
        sum(n_responses::hugeint * weight_e9)::double / 1e9 as sum_weight,
        max(provenance) as provenance
      from everyone
      group by all
    )
    select
      s.round_code,
      s.index_code,
      s.unit_code,
      s.margin_code,
      s.category_level,
      o.option_code as category_code,
      s.n_responses,
      s.sum_base_weight,
      s.sum_entering_weight,
      s.sum_weight,
      m.population,
      m.source as margin_source,
      m.reference_date as margin_reference_date,
      m.verified_by as margin_verified_by,
      l.merged_code,
      l.n_merged_responses,
      s.provenance
    from summed s
    join spec.calibration_margins used using (round_code, index_code, margin_code)
    join spec.sipas_rules u using (round_code, index_code)
    left join spec.item_options o
      on o.instrument_code = u.instrument_code and o.item_code = s.margin_code and o.option_order::varchar = s.category_level
    left join totals m
      on m.round_code = s.round_code and m.index_code = s.index_code and m.unit_code = s.unit_code
      and m.margin_code = s.margin_code and m.category_code = o.option_code
    left join weights.collapsed_categories l
      on l.round_code = s.round_code and l.calibration_group = s.round_code || '/' || s.unit_code
      and l.margin_code = s.margin_code and l.category_level = s.category_level`,
});
