import { groupBy } from "../../models/groupBy.ts";
import { defineSelect, type Row } from "../table.ts";

/**
 * What covariances of items need, in one pass over respondents. Listwise within a factor: who left one of its items blank is in
 * none of its sums. Levels and weights are whole numbers, so every sum is exact before it becomes a DOUBLE.
 */
export default defineSelect({
  head: {
    summary:
      "Per first-stage unit and margin cell, under the recipe shown: weighted sums and products of the levels of each factor's items, over those who answered all of them.",
    grain: ["round_code", "index_code", "psu_key", "cell_number"],
  },
  inputs: {
    rules: "select round_code, index_code, instrument_code from spec.sipas_rules order by all",
    items: `
      select instrument_code, item_code, factor_code from spec.items
      where factor_code is not null order by instrument_code, item_order`,
  },
  select: ({ rules = [], items = [] }) => {
    const all = factorItems(items);
    const rounds = rules.map((rule) =>
      ofRound(
        rule,
        all,
        factorItems(items.filter((item) => item["instrument_code"] === rule["instrument_code"])),
      ),
    );
    return rounds.length > 0
      ? rounds.join("\n    union all\n")
      : `select round_code, index_code, ''::varchar as unit_code, psu_key, 0 as cell_number, ${namesOf(all)
          .map((name) => `0::double as ${name}`)
          .join(", ")} from clean.responses where false`;
  },
});

/** The items of each factor, over all forms. */
export function factorItems(items: readonly Row[]): Map<string, string[]> {
  return new Map(
    [...groupBy(items, (item) => String(item["factor_code"]))].map(([factor, own]) => [
      factor,
      [...new Set(own.map((item) => String(item["item_code"])))],
    ]),
  );
}

/** Pairs of a factor's items, each once, an item with itself included. */
export function pairsOf(items: readonly string[]): (readonly [string, string])[] {
  return items.flatMap((a, at) => items.slice(at).map((b) => [a, b] as const));
}

function namesOf(factors: ReadonlyMap<string, readonly string[]>): string[] {
  return [...factors].flatMap(([factor, items]) => [
    `n_${factor}`,
    `w_${factor}`,
    ...items.map((item) => `s_${item}`),
    ...pairsOf(items).map(([a, b]) => `p_${a}_${b}`),
  ]);
}

function ofRound(
  rule: Row,
  all: ReadonlyMap<string, readonly string[]>,
  own: ReadonlyMap<string, readonly string[]>,
): string {
  const sums = new Map<string, string>();
  for (const [factor, items] of own) {
    const sum = (term: string) => `coalesce(sum(${term}), 0)::double / 1e9`;
    sums.set(`n_${factor}`, `count(w_${factor})::double`);
    sums.set(`w_${factor}`, sum(`w_${factor}`));
    for (const item of items) sums.set(`s_${item}`, sum(`w_${factor} * item_${item}`));
    for (const [a, b] of pairsOf(items)) sums.set(`p_${a}_${b}`, sum(`w_${factor} * item_${a} * item_${b}`));
  }
  const complete = [...own].map(
    ([factor, items]) =>
      `if(${items.map((item) => `r.item_${item} is not null`).join(" and ")}, w.weight_e9, null) as w_${factor}`,
  );
  const items = [...own.values()].flat();
  return `
    select '${rule["round_code"]}' as round_code, '${rule["index_code"]}' as index_code, unit_code, psu_key, cell_number,
      ${namesOf(all)
        .map((name) => `${sums.get(name) ?? "0::double"} as ${name}`)
        .join(",\n      ")}
    from (
      select r.unit_code, r.psu_key, m.cell_number,
        ${items.map((item) => `r.item_${item}::bigint as item_${item}`).join(", ")},
        ${complete.join(",\n        ")}
      from clean.responses r
      join spec.sipas_recipes s on s.round_code = r.round_code and s.index_code = r.index_code and s.is_shown
      join weights.final_weights w
        on w.round_code = r.round_code and w.response_key = r.response_key and w.recipe_code = s.recipe_code
      join weights.response_cells b on b.round_code = r.round_code and b.response_key = r.response_key
      join weights.cells m
        on m.round_code = b.round_code and m.index_code = b.index_code and m.unit_code = b.unit_code and m.cell_key = b.cell_key
      where r.round_code = '${rule["round_code"]}' and r.index_code = '${rule["index_code"]}'
    )
    group by unit_code, psu_key, cell_number`;
}
