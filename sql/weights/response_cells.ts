import { cellKey } from "../cellKey.ts";
import { defineSelect } from "../table.ts";

export default defineSelect({
  head: {
    summary: "The raking cell of each valid response.",
    grain: ["round_code", "response_key"],
  },
  inputs: { margins: "select distinct margin_code from spec.raking order by all" },
  select: ({ margins = [] }) => `
    select round_code, index_code, response_key, unit_code,
      round(base_weight * 1e9)::bigint as base_weight_e9,
      ${cellKey(margins.map((margin) => String(margin["margin_code"])))} as cell_key,
      provenance
    from clean.responses`,
});
