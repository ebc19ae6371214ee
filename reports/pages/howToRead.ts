import { sentence } from "../blocks.ts";
import { methodRule, ruleAddress, rulesByIndex, ruleTable } from "../methodRules.ts";
import { definePage } from "../page.ts";

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
    const index = reader.kind === "province" ? "sipas" : "par_ministry";
    const [newest] = rulesByIndex(rows.filter((rule) => rule.index_code === index));
    if (newest === undefined) return [];
    const advice =
      reader.kind === "province"
        ? [words.say("how_to_read.interval"), words.say("how_to_read.marks")]
        : [words.say("how_to_read.published"), words.say("how_to_read.marks")];
    return [...advice.map((text) => sentence(newest, text)), ruleTable(newest, null, words)];
  },
});
