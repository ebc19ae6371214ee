import { cellKey } from "../cellKey.ts";
import { itemColumns } from "../itemColumns.ts";
import { defineSelect, type Row } from "../table.ts";

/**
 * The one pass over respondents: wide, without a join, in counts. The weight stands in the grain, so every weighted sum, and
 * every sum of squared weights, is a count times a weight: exact under any recipe.
 */
export default defineSelect({
  head: {
    summary:
      "Respondents of each sampled cluster by margin cell and base weight, with the weight that enters calibration: how many, how many satisfied and counted by satisfaction item, how many chose each answer of the others.",
    grain: ["round_code", "index_code", "cluster_key", "cell_key", "base_weight_e9"],
    checks: {
      "no rows": {
        "every valid response is in a cell of a sampled cluster": `
          select n_responses, n_in_cells from
            (select count(*) as n_responses from clean.responses),
            (select coalesce(sum(n_responses), 0) as n_in_cells from this)
          where n_responses <> n_in_cells`,
      },
    },
  },
  inputs: {
    rules:
      "select round_code, index_code, instrument_code, satisfied_from, denominator from spec.sipas_rules order by all",
    margins: "select distinct margin_code from spec.calibration_margins order by all",
    ...itemColumns.inputs,
  },
  select: ({ rules = [], margins = [], items = [], levels = [] }) => {
    const margin = margins.map((row) => String(row["margin_code"]));
    const columns = itemColumns.of(items, levels);
    const rounds = rules.map((rule) => countRound(rule, margin, columns.counts(rule)));
    return `
    with
    counted as (${rounds.length > 0 ? rounds.join("\n      union all\n") : emptyRound(margin, columns.names)})
    select
      k.round_code,
      k.index_code,
      s.unit_code,
      k.cluster_key,
      ${cellKey(margin)} as cell_key,
      k.base_weight_e9,
      round(k.base_weight_e9 * (f.eligibility_factor * f.nonresponse_factor))::bigint as entering_weight_e9,
      (row_number() over (order by s.cluster_number, ${cellKey(margin)}, k.base_weight_e9))::integer as cell_id,
      k.n_responses,
      ${columns.names.map((name) => `k.${name}`).join(",\n      ")},
      s.provenance
    from counted k
    join clean.sampled_clusters s using (round_code, index_code, cluster_key)
    join weights.cluster_factors f using (round_code, index_code, cluster_key)`;
  },
});

function countRound(rule: Row, margins: readonly string[], counts: readonly string[]): string {
  return `
      select
        '${rule["round_code"]}' as round_code,
        '${rule["index_code"]}' as index_code,
        cluster_key,
        ${margins.map((margin) => `item_${margin},`).join(" ")}
        round(base_weight * 1e9)::bigint as base_weight_e9,
        count(*)::integer as n_responses,
        ${counts.join(",\n        ")}
      from clean.responses
      where round_code = '${rule["round_code"]}' and index_code = '${rule["index_code"]}'
      group by all`;
}

/** Without a round that has a survey the table stands empty. */
function emptyRound(margins: readonly string[], names: readonly string[]): string {
  return `
      select round_code, index_code, cluster_key, ${margins.map((margin) => `item_${margin},`).join(" ")}
        0::bigint as base_weight_e9, 0 as n_responses, ${names.map((name) => `0 as ${name}`).join(", ")}
      from clean.responses where false`;
}
