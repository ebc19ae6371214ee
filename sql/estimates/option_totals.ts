import { itemColumns } from "../itemColumns.ts";
import { defineSelect } from "../table.ts";

export default defineSelect({
  head: {
    summary:
      "Answers to the other questions by province: per item and answer level, the exact weighted counts under the recipe shown.",
    grain: ["round_code", "index_code", "recipe_code", "unit_code", "item_code", "answer_level"],
  },
  inputs: { levels: itemColumns.inputs.levels },
  select: ({ levels = [] }) => `
    with
    wide as (
      select
        c.round_code, c.index_code, w.recipe_code, c.unit_code,
        [${levels.map(({ item_code, answer_level }) => totals(String(item_code), Number(answer_level))).join(", ")}] as totals,
        any_value(c.provenance) as provenance
      from weights.cluster_cells c
      join weights.cell_weights w using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
      join spec.sipas_recipes r using (round_code, index_code, recipe_code)
      where r.is_shown
      group by all
    ),
    long as (
      select round_code, index_code, recipe_code, unit_code, unnest(totals) as total, provenance
      from wide
    )
    select
      round_code,
      index_code,
      recipe_code,
      unit_code,
      total.item_code as item_code,
      total.answer_level as answer_level,
      total.chosen_e9 as chosen_e9,
      total.counted_e9 as counted_e9,
      total.n_chosen as n_chosen,
      total.n_counted as n_counted,
      provenance
    from long`,
});

function totals(item: string, level: number): string {
  return `{
    'item_code': '${item}',
    'answer_level': ${level},
    'chosen_e9': sum(w.weight_e9::hugeint * c.chosen_${item}_${level})::hugeint,
    'counted_e9': sum(w.weight_e9::hugeint * c.answered_${item})::hugeint,
    'n_chosen': sum(c.chosen_${item}_${level})::bigint,
    'n_counted': sum(c.answered_${item})::bigint
  }`;
}
