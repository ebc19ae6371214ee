import { sentence } from "../blocks.ts";
import { type MethodRule, methodRule, ruleAddress, rulesByIndex, ruleTable } from "../methodRules.ts";
import { definePage } from "../page.ts";
import type { UnitReader } from "../reader.ts";

export default definePage({
  title: "how_to_read.title",
  chapter: "method",
  bundles: ["province", "ministry"],
  order: 10,
  from: ruleAddress.from,
  address: ruleAddress,
  row: methodRule,
  note: "method_rules.note",
  blocks(rows, { reader, words }) {
    if (reader.kind === "national") return [];
    const [newest] = rulesByIndex(rows.filter((rule) => concerns(rule, reader)));
    if (newest === undefined) return [];
    const advice = [
      ...(reader.is_fictional
        ? []
        : [words.say(reader.kind === "province" ? "how_to_read.interval" : "how_to_read.published")]),
      words.say("how_to_read.marks"),
    ];
    return [...advice.map((text) => sentence(newest, text)), ruleTable(newest, null, words)];
  },
});

/** Nobody asks citizens of a province that does not exist; that another unit has no figures is no matter of this one. */
function concerns(rule: MethodRule, { kind, unit_code, is_fictional }: UnitReader): boolean {
  const isOfOther =
    rule.rule_code.startsWith("unpublished_") && rule.rule_code !== `unpublished_${unit_code}`;
  const index = kind === "province" && !is_fictional ? "sipas" : `par_${kind}`;
  return rule.index_code === index && !isOfOther;
}
