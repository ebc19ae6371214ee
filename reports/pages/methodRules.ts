import { type Block, sentence } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { type MethodRule, methodRule, ruleAddress, rulesByIndex, ruleTable } from "../methodRules.ts";
import { definePage } from "../page.ts";

export default definePage({
  title: "method_rules.title",
  chapter: "method",
  bundles: ["national"],
  order: 10,
  from: ruleAddress.from,
  address: ruleAddress,
  row: methodRule,
  note: "method_rules.note",
  blocks(rows, { words }) {
    const tables = rulesByIndex(rows);
    return tables.flatMap((rules, position) => [
      counted(rules, words),
      ruleTable(rules, newerOf(rules, tables.slice(0, position)), words),
    ]);
  },
});

function counted(rules: readonly MethodRule[], words: Words): Block {
  const { index_code, round_code } = rules[0] as MethodRule;
  const withStatus = (status: MethodRule["rule_status"]) =>
    rules.filter((rule) => rule.rule_status === status).length;
  const text = words.say("method_rules.sentence", {
    index: words.say(`index.${index_code}`),
    round: round_code,
    confirmed: withStatus("confirmed"),
    inferred: withStatus("inferred"),
    assumed: withStatus("assumed"),
  });
  return sentence(rules, text, { isHeadline: true });
}

/** The rules of the same index in the next newer round. */
function newerOf(rules: readonly MethodRule[], before: readonly (readonly MethodRule[])[]) {
  return before.findLast(([first]) => first?.index_code === rules[0]?.index_code) ?? null;
}
