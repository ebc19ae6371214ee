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

/** One round's rules; paper leaves out those that `newer`, the rules of the same index printed before, says in the same words. */
export function ruleTable(
  rules: readonly MethodRule[],
  newer: readonly MethodRule[] | null,
  words: Words,
): Block {
  const { index_code, round_code } = rules[0] as MethodRule;
  return table(rules, {
    idOf: ruleAddress.idOf,
    onPaper: {
      kind: "entries",
      by: 2,
      order: (["confirmed", "inferred", "assumed"] as const).map((status) => words.say(`status.${status}`)),
      leavesOut: newer === null ? null : saidBefore(rules, newer, words),
    },
    caption: words.say("method_rules.table", { index: words.say(`index.${index_code}`), round: round_code }),
    shortName: words.say(`short.method_rules.${index_code}`, { round: round_code }),
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

function saidBefore(rules: readonly MethodRule[], newer: readonly MethodRule[], words: Words) {
  const { index_code, round_code } = rules[0] as MethodRule;
  const textOf = ({ rule_order, round_code, ...said }: MethodRule) => JSON.stringify(said);
  const before = new Set(newer.map(textOf));
  const alike = rules.flatMap((rule, position) => (before.has(textOf(rule)) ? [position] : []));
  if (alike.length === 0) return null;
  const text = words.say("method_rules.as_newer", {
    n: alike.length,
    index: words.say(`index.${index_code}`),
    round: round_code,
    newer: (newer[0] as MethodRule).round_code,
  });
  return { rows: new Set(alike), text };
}
