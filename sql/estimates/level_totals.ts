import { defineSelect } from "../table.ts";

export default defineSelect({
  head: {
    summary:
      "Answers to the satisfaction items by province: per item and level, how many and their exact weight under the recipe shown.",
    grain: ["round_code", "index_code", "recipe_code", "unit_code", "item_code", "answer_level"],
    checks: { between: { answer_level: [1, 10] } },
  },
  inputs: { items: "select distinct item_code from spec.items where factor_code is not null order by all" },
  select: ({ items = [] }) => `
    with
    weighted as (
      select r.round_code, r.index_code, w.recipe_code, r.unit_code, w.weight_e9, r.provenance,
        [${items.map(({ item_code }) => `{'item_code': '${item_code}', 'answer_level': item_${item_code}}`).join(", ")}] as answers
      from clean.responses r
      join weights.final_weights w using (round_code, index_code, response_key)
      join spec.sipas_recipes c using (round_code, index_code, recipe_code)
      where c.is_shown
    ),
    answered as (
      select round_code, index_code, recipe_code, unit_code, weight_e9, provenance, unnest(answers) as answer
      from weighted
    )
    select
      round_code,
      index_code,
      recipe_code,
      unit_code,
      answer.item_code as item_code,
      answer.answer_level::integer as answer_level,
      count(*)::bigint as n_chosen,
      sum(weight_e9::hugeint)::hugeint as chosen_e9,
      max(provenance) as provenance
    from answered
    where answer.answer_level is not null
    group by all`,
});
