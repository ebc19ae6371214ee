import { defineSelect } from "../table.ts";

export default defineSelect({
  head: {
    summary: "Per response of the store, how many of the satisfaction items have an answer on their scale.",
    grain: ["round_code", "index_code", "response_key"],
  },
  inputs: { items: "select distinct item_code from spec.items where factor_code is not null order by all" },
  select: ({ items = [] }) => `
    select
      r.round_code,
      r.index_code,
      r.response_key,
      ${items.map(({ item_code }) => `(a.item_${item_code} is not null)::integer`).join(" + ")} as n_satisfaction_answers
    from staging.responses r
    join staging.answers a using (round_code, response_key)`,
});
