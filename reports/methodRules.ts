import { z } from "zod";
import { groupBy } from "../models/groupBy.ts";
import { type Block, cell, table } from "./blocks.ts";
import type { Words } from "./messages/words.ts";
import { rowAddress } from "./rowAddress.ts";
import { count, roundRow } from "./rows.ts";

/** A row of marts.method_rules: one rule of one round's index, and what stands behind it. */
export const methodRule = z.object({
  ...roundRow,
  index_code: z.enum(["sipas", "par_ministry", "par_province"]),
  rule_code: z.string(),
  rule_order: count,
  rule_name: z.string(),
  rule_name_en: z.string(),
  rule_value: z.string(),
  rule_value_en: z.string(),
  rule_status: z.enum(["confirmed", "inferred", "assumed"]),
  why: z.string(),
  why_en: z.string(),
  source_url: z.string().nullable(), // null: no source states it
  is_fictional: z.boolean(),
});
export type MethodRule = z.output<typeof methodRule>;

/** The rules of each index and round apart, newest round first, each in its reading order. */
export function rulesByIndex(rules: readonly MethodRule[]): readonly (readonly MethodRule[])[] {
  const groups = groupBy(rules, ({ round_code, index_code }) => `${round_code} ${index_code}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, group]) => group.sort((a, b) => a.rule_order - b.rule_order));
}

export const ruleAddress = rowAddress("marts.method_rules", "round_code", "index_code", "rule_code");

export function ruleTable(rules: readonly MethodRule[], words: Words): Block {
  const { index_code, round_code } = rules[0] as MethodRule;
  return table(rules, {
    idOf: ruleAddress.idOf,
    caption: words.say("method_rules.table", { index: words.say(`index.${index_code}`), round: round_code }),
    columns: [
      {
        header: words.say("column.rule"),
        isRowHeader: true,
        cell: (rule) => cell.text(words.pick(rule.rule_name, rule.rule_name_en)),
      },
      {
        header: words.say("column.value"),
        align: "left",
        cell: (rule) => cell.text(words.pick(rule.rule_value, rule.rule_value_en)),
      },
      {
        header: words.say("column.rule_status"),
        align: "left",
        cell: (rule) => cell.text(words.say(`status.${rule.rule_status}`)),
      },
      {
        header: words.say("column.why"),
        align: "left",
        cell: (rule) => cell.text(words.pick(rule.why, rule.why_en)),
      },
      {
        header: words.say("column.source"),
        align: "left",
        cell: (rule) => (rule.source_url === null ? cell.text("–") : cell.source(rule.source_url)),
      },
    ],
  });
}
