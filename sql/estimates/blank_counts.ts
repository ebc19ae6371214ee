import { cellKey } from "../cellKey.ts";
import { defineSelect, type Row } from "../table.ts";

/** A pass over respondents for what the cells do not count: blanks, and answers that say "I cannot tell". */
export default defineSelect({
  head: {
    summary:
      "Per cell of respondents, how many left each closed question blank, how many chose an answer that says they cannot tell, and the sum and sum of squares of their blank satisfaction items.",
    grain: ["cell_id"],
  },
  inputs: {
    rules: "select round_code, index_code, instrument_code from spec.sipas_rules order by all",
    margins: "select distinct margin_code from spec.calibration_margins order by all",
    items: `
      select i.instrument_code, i.item_code, i.factor_code,
        (select list(o.option_order order by o.option_order)::varchar from spec.item_options o
         where o.instrument_code = i.instrument_code and o.item_code = i.item_code and o.is_dont_know) as dont_know
      from spec.items i where i.kind not in ('text', 'missing_in_copy') order by i.item_code, i.instrument_code`,
  },
  select: ({ rules = [], margins = [], items = [] }) => {
    const margin = margins.map((row) => String(row["margin_code"]));
    const all = [...new Set(items.map((item) => String(item["item_code"])))];
    const counts = [
      ...all.flatMap((item) => [`blank_${item}`, `unknown_${item}`]),
      "blanks",
      "blanks_squared",
    ];
    const keys = ["cluster_key", ...margin.map((code) => `item_${code}`)];
    const rounds = rules.map((rule) => ofRound(rule, all, items, keys));
    const none = `select round_code, index_code, ${keys.join(", ")}, 0::bigint as base_weight_e9,
      ${counts.map((name) => `0 as ${name}`).join(", ")} from clean.responses where false`;
    return `
    with
    counted as (${rounds.length > 0 ? rounds.join("\n      union all\n") : none}),
    keyed as (select *, ${cellKey(margin)} as cell_key from counted)
    select c.cell_id, ${counts.map((name) => `k.${name}`).join(", ")}
    from keyed k
    join weights.cluster_cells c using (round_code, index_code, cluster_key, cell_key, base_weight_e9)`;
  },
});

function ofRound(rule: Row, all: readonly string[], items: readonly Row[], keys: readonly string[]): string {
  const own = new Map(
    items
      .filter((item) => item["instrument_code"] === rule["instrument_code"])
      .map((item) => [String(item["item_code"]), item]),
  );
  const satisfaction = [...own].filter(([, item]) => item["factor_code"] !== null).map(([code]) => code);
  const blanks = satisfaction.map((item) => `(item_${item} is null)::integer`).join(" + ") || "0";
  const counts = all.flatMap((item) => {
    const options = own.get(item)?.["dont_know"];
    return [
      `(${own.has(item) ? `count(*) - count(item_${item})` : "0"})::integer as blank_${item}`,
      `(${options ? `count(case when list_contains(${options}, item_${item}) then 1 end)` : "0"})::integer as unknown_${item}`,
    ];
  });
  return `
      select round_code, index_code, ${keys.join(", ")}, base_weight_e9,
        ${counts.join(",\n        ")},
        sum(m)::integer as blanks,
        sum(m * m)::integer as blanks_squared
      from (
        select *, round(base_weight * 1e9)::bigint as base_weight_e9, ${blanks} as m
        from clean.responses
        where round_code = '${rule["round_code"]}' and index_code = '${rule["index_code"]}'
      )
      group by all`;
}
