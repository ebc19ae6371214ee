import { errorRate } from "../../models/rechecks/errorRate.ts";
import { defineRows, type Row } from "../table.ts";

/** Quantiles of the beta distribution: TypeScript, on sums by batch. */
export default defineRows({
  head: {
    summary:
      "How often a second interview gives another answer, by interviewer, team, commune, province and in all, for each kind of variable, with 95 % intervals.",
    grain: ["round_code", "index_code", "batch_level", "batch_code", "variable_kind"],
    checks: {
      between: { error_share: [0, 1], error_share_low: [0, 1], error_share_high: [0, 1] },
      "one of": { error_share_status: ["ok", "no_responses", "one_cluster"] },
    },
  },
  inputs: {
    batches: `
      with forms as (
        select round_code, index_code, response_key, variable_kind, interviewer_key, team_code, commune_key, unit_code, provenance,
          count(*) as n, count(*) filter (is_different) as d
        from staging.recheck_comparisons group by all
      ),
      placed as (
        select *, unnest([
          {'batch_level': 'interviewer', 'batch_code': interviewer_key},
          {'batch_level': 'team', 'batch_code': team_code},
          {'batch_level': 'commune', 'batch_code': commune_key},
          {'batch_level': 'unit', 'batch_code': unit_code},
          {'batch_level': 'nation', 'batch_code': 'vn'}], recursive := true)
        from forms
      )
      select round_code, index_code, batch_level, batch_code, variable_kind, max(provenance) as provenance,
        -- the unit that a batch lies in, where it lies in one
        if(batch_level <> 'nation' and count(distinct unit_code) = 1, max(unit_code), null) as unit_code,
        count(*)::integer as forms, sum(n)::integer as compared, sum(d)::integer as different,
        sum(n * n)::double as squared_compared, sum(n * d)::double as product, sum(d * d)::double as squared_different
      from placed where batch_code is not null
      group by round_code, index_code, batch_level, batch_code, variable_kind
      order by all`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    batch_level: "VARCHAR",
    batch_code: "VARCHAR",
    unit_code: "VARCHAR",
    variable_kind: "INTEGER",
    n_forms: "INTEGER",
    n_compared: "INTEGER",
    n_different: "INTEGER",
    error_share: "DOUBLE",
    error_share_se: "DOUBLE",
    error_share_low: "DOUBLE",
    error_share_high: "DOUBLE",
    error_share_status: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ batches = [] }) {
    for (const row of batches) {
      const { round_code, index_code, batch_level, batch_code, unit_code, variable_kind, provenance } = row;
      const number = (name: string) => Number(row[name]);
      const found = errorRate({
        forms: number("forms"),
        compared: number("compared"),
        different: number("different"),
        squaredCompared: number("squared_compared"),
        product: number("product"),
        squaredDifferent: number("squared_different"),
      });
      yield {
        ...{ round_code, index_code, batch_level, batch_code, unit_code, variable_kind, provenance },
        ...{ n_forms: number("forms"), n_compared: number("compared"), n_different: number("different") },
        error_share: found.rate,
        error_share_se: found.se,
        error_share_low: found.low,
        error_share_high: found.high,
        error_share_status: found.status,
      } as Row;
    }
  },
});
