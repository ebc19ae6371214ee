import { cellKey } from "../cellKey.ts";
import { defineSelect } from "../table.ts";

/** Raking multiplies a respondent by factors that depend only on his cell, so it runs on cells and never on respondents. */
export default defineSelect({
  head: {
    summary:
      "Raking cells: per unit and combination of margin categories, the number of responses and the exact sum of base weights.",
    grain: ["round_code", "index_code", "unit_code", "cell_key"],
  },
  inputs: { margins: "select distinct margin_code from spec.raking order by all" },
  select: ({ margins = [] }) => `
    select
      round_code,
      index_code,
      unit_code,
      ${cellKey(margins.map((margin) => String(margin["margin_code"])))} as cell_key,
      count(*) as n_responses,
      sum(round(base_weight * 1e9)::hugeint) as base_weight_e9,
      any_value(provenance) as provenance
    from clean.responses
    group by all`,
});
