import { cellKey } from "../cellKey.ts";
import { defineSelect } from "../table.ts";

export default defineSelect({
  head: {
    summary: "The calibration cell of each valid response, and the weight with which it enters.",
    grain: ["round_code", "response_key"],
  },
  inputs: { margins: "select distinct margin_code from spec.calibration_margins order by all" },
  select: ({ margins = [] }) => `
    select round_code, index_code, response_key, r.unit_code,
      round(base_weight * 1e9)::bigint as base_weight_e9,
      round(round(base_weight * 1e9)::bigint * (f.eligibility_factor * f.nonresponse_factor))::bigint as entering_weight_e9,
      ${cellKey(margins.map((margin) => String(margin["margin_code"])))} as cell_key,
      r.provenance
    from clean.responses r
    join weights.cluster_factors f using (round_code, index_code, cluster_key)`,
});
