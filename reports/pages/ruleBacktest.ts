import { z } from "zod";
import { cell, sentence, table } from "../blocks.ts";
import { publishedDomain } from "../components.ts";
import { definePage } from "../page.ts";
import { provenance } from "../provenance.ts";
import { rowAddress } from "../rowAddress.ts";
import { count } from "../rows.ts";

const row = z.object({
  provenance,
  case_code: z.string(),
  year: count,
  domain_name: z.string(),
  policy_percent: z.number(),
  service_percent: z.number(),
  published_percent: z.number(),
  rule_code: z.enum(["equal_parts", "fitted_weight"]),
  service_weight: z.number(),
  predicted_percent: z.number(),
  residual: z.number(),
});

const address = rowAddress("marts.sipas_rule_backtest", "case_code", "rule_code");

export default definePage({
  title: "rule_backtest.title",
  chapter: "method",
  bundles: ["national"],
  order: 20,
  from: address.from,
  address,
  row,
  note: "rule_backtest.note",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    const most = Math.max(...rows.map(({ residual }) => Math.abs(residual)));
    return [
      sentence(rows, words.say("rule_backtest.sentence", { n: rows.length, most })),
      table(rows, {
        idOf: address.idOf,
        caption: words.say("rule_backtest.table"),
        shortName: words.say("short.rule_backtest.table"),
        columns: [
          {
            header: words.say("column.domain"),
            isRowHeader: true,
            cell: (one) => cell.text(`${publishedDomain(one.domain_name, words)} ${one.year}`),
          },
          {
            header: words.say("rule_backtest.policy"),
            cell: (one) => cell.number(one.policy_percent, "percent"),
          },
          {
            header: words.say("rule_backtest.service"),
            cell: (one) => cell.number(one.service_percent, "percent"),
          },
          {
            header: words.say("column.rule"),
            align: "left",
            cell: (one) => cell.text(words.say(`rule.${one.rule_code}`)),
          },
          {
            header: words.say("rule_backtest.weight"),
            cell: (one) => cell.number(one.service_weight, "residual"),
          },
          {
            header: words.say("rule_backtest.published"),
            cell: (one) => cell.number(one.published_percent, "percent"),
          },
          {
            header: words.say("rule_backtest.predicted"),
            cell: (one) => cell.number(one.predicted_percent, "residual"),
          },
          {
            header: words.say("rule_backtest.residual"),
            cell: (one) => cell.number(one.residual, "residual"),
          },
        ],
      }),
    ];
  },
});
