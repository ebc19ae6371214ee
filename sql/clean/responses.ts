import { defineSelect } from "../table.ts";

/** Wide: one row a response, one column an item of any instrument; items absent from a form are NULL. */
export default defineSelect({
  head: {
    summary: "Valid responses: where each was sampled, its weight before weighting, and one column an item.",
    grain: ["round_code", "response_key"],
  },
  inputs: {
    items: `
      select distinct item_code from spec.items
      where kind not in ('text', 'missing_in_copy') order by item_code`,
  },
  select: ({ items = [] }) => `
    with
    valid as (from clean.response_status where is_valid),
    answers as (
      select
        a.round_code,
        a.response_key,
        ${items.map(({ item_code }) => `max(case when a.item_code = '${item_code}' then a.answer_level end) as item_${item_code}`).join(",\n        ")}
      from staging.answers a
      semi join valid v using (round_code, response_key)
      group by all
    )
    select
      v.round_code,
      v.index_code,
      v.response_key,
      v.unit_code,
      p.psu_key,
      p.ssu_key,
      1 / p.inclusion_probability as base_weight,
      a.* exclude (round_code, response_key),
      v.provenance
    from valid v
    join staging.responses r using (round_code, response_key)
    join clean.sample_paths p
      on p.round_code = v.round_code and p.index_code = v.index_code and p.sample_unit_key = r.sample_unit_key
    join answers a using (round_code, response_key)
    order by v.round_code, v.response_key`,
});
