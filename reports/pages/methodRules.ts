import { type Block, sentence } from "../blocks.ts";
import { groupBy } from "../groupBy.ts";
import type { Words } from "../messages/words.ts";
import { type MethodRule, methodRule, ruleTable } from "../methodRules.ts";
import { definePage } from "../page.ts";

export default definePage({
  title: "method_rules.title",
  chapter: "method",
  bundles: ["national"],
  order: 10,
  from: "marts.method_rules",
  row: methodRule,
  note: "method_rules.note",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    const tables = groupBy(rows, ({ round_code, index_code }) => `${round_code} ${index_code}`);
    return [counted(rows, words), ...[...tables.values()].map((rules) => captioned(rules, words))];
  },
});

function counted(rows: readonly MethodRule[], words: Words): Block {
  const withStatus = (status: MethodRule["rule_status"]) =>
    rows.filter((row) => row.rule_status === status).length;
  const text = words.say("method_rules.sentence", {
    confirmed: withStatus("confirmed"),
    inferred: withStatus("inferred"),
    assumed: withStatus("assumed"),
  });
  return sentence(rows, text, { isHeadline: true });
}

function captioned(rules: readonly MethodRule[], words: Words): Block {
  const { index_code, round_code } = rules[0] as MethodRule;
  const index = words.say(`index.${index_code}`);
  return ruleTable(rules, words.say("method_rules.table", { index, round: round_code }), words);
}
