import { groupBy } from "../../models/groupBy.ts";
import { cellKey } from "../cellKey.ts";
import { defineSelect, type Row } from "../table.ts";

/**
 * The second pass over respondents, for composites only: the square of a weighted sum of a person's answers needs them side by
 * side. The constants of the sum join by province; a pass costs as many columns as there are items, where the cross-products of
 * all pairs of answers and non-answers would be two thousand. Squares are at most 1 and are summed as whole 2⁻⁶⁰ths: exact, and
 * the same in any order.
 */
export default defineSelect({
  head: {
    summary:
      "Per scope and cell of respondents, the sum of squares of the linearised variable of each composite node, times its scale squared.",
    grain: ["scope_number", "cell_id"],
  },
  inputs: {
    rules:
      "select round_code, index_code, instrument_code, satisfied_from, denominator from spec.sipas_rules order by all",
    margins: "select distinct margin_code from spec.calibration_margins order by all",
    items: `
      select instrument_code, item_code, factor_code, part_code from spec.items
      where factor_code is not null order by instrument_code, item_order`,
  },
  select: ({ rules = [], margins = [], items = [] }) => {
    const margin = margins.map((row) => String(row["margin_code"]));
    const nodes = compositeNodes(items);
    const all = [...new Set(items.map((item) => String(item["item_code"])))];
    const pairs = [...nodes].flatMap(([node, own]) => own.map((item) => ({ node, item })));
    const rounds = rules.map((rule) => answersOf(rule, items, all, margin));
    const keys = ["cluster_key", ...margin.map((code) => `item_${code}`), "base_weight_e9"];
    return `
    with
    constants as (
      select scope_number, round_code, index_code, domain_level, domain_code,
        ${pairs.map(({ node, item }) => constantsOf(node, item)).join(",\n        ")}
      from estimates.influences
      group by all
    ),
    members as (
      select c.*, d.unit_code
      from constants c
      join estimates.domains d using (round_code, index_code, domain_level, domain_code)
    ),
    answers as (${rounds.length > 0 ? rounds.join("\n      union all\n") : noAnswers(all, margin)}),
    scored as (
      select m.scope_number, a.round_code, a.index_code, ${keys.map((key) => `a.${key}`).join(", ")},
        ${[...nodes].map(([node, own]) => `${own.map((item) => `(m.a_${node}_${item} * a.y_${item} - m.r_${node}_${item} * a.c_${item})`).join(" + ")} as t_${node}`).join(",\n        ")}
      from answers a
      join members m using (round_code, index_code, unit_code)
    ),
    summed as (
      select scope_number, round_code, index_code, ${keys.join(", ")},
        ${[...nodes.keys()].map((node) => `sum(round(t_${node} * t_${node} * ${unit})::hugeint)::double / ${unit} as squares_${node}`).join(",\n        ")}
      from scored
      group by all
    ),
    keyed as (select *, ${cellKey(margin)} as cell_key from summed)
    select k.scope_number, c.cell_id, ${[...nodes.keys()].map((node) => `k.squares_${node}`).join(", ")}
    from keyed k
    join weights.cluster_cells c using (round_code, index_code, cluster_key, cell_key, base_weight_e9)`;
  },
});

const unit = `${2n ** 60n}::double`;

/** The items of every factor and part and of the whole, over all instruments. */
export function compositeNodes(items: readonly Row[]): Map<string, string[]> {
  const memberships = items.flatMap((item) =>
    [item["factor_code"], item["part_code"], "overall"].map((node) => ({
      node: String(node),
      item: String(item["item_code"]),
    })),
  );
  return new Map(
    [...groupBy(memberships, ({ node }) => node)].map(([node, own]) => [
      node,
      [...new Set(own.map(({ item }) => item))],
    ]),
  );
}

function constantsOf(node: string, item: string): string {
  const own = `node_code = '${node}' and item_code = '${item}'`;
  return ["a", "r"]
    .map((name) => `coalesce(max(case when ${own} then ${name} end), 0) as ${name}_${node}_${item}`)
    .join(", ");
}

function answersOf(
  rule: Row,
  items: readonly Row[],
  all: readonly string[],
  margins: readonly string[],
): string {
  const held = new Set(
    items
      .filter((item) => item["instrument_code"] === rule["instrument_code"])
      .map((item) => String(item["item_code"])),
  );
  const everyone = rule["denominator"] === "all_responses";
  const columns = all.flatMap((item) => [
    held.has(item)
      ? `coalesce(item_${item} >= ${rule["satisfied_from"]}, false)::integer::double as y_${item}`
      : `0::double as y_${item}`,
    held.has(item)
      ? `${everyone ? "1" : `(item_${item} is not null)::integer`}::double as c_${item}`
      : `0::double as c_${item}`,
  ]);
  return `
      select round_code, index_code, unit_code, cluster_key, ${margins.map((margin) => `item_${margin}, `).join("")}
        round(base_weight * 1e9)::bigint as base_weight_e9,
        ${columns.join(",\n        ")}
      from clean.responses
      where round_code = '${rule["round_code"]}' and index_code = '${rule["index_code"]}'`;
}

function noAnswers(all: readonly string[], margins: readonly string[]): string {
  return `
      select round_code, index_code, unit_code, cluster_key, ${margins.map((margin) => `item_${margin}, `).join("")}
        0::bigint as base_weight_e9, ${all.map((item) => `0::double as y_${item}, 0::double as c_${item}`).join(", ")}
      from clean.responses where false`;
}
