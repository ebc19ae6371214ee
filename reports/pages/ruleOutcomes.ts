import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import { domainName, domainRow, ownDomain } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  rule_code: z.string(),
  rule_order: count,
  rule_text: z.string(),
  rule_text_en: z.string(),
  severity_code: z.enum(["error", "flag"]),
  rule_status: z.enum(["confirmed", "inferred", "assumed"]),
  n_checked: count,
  n_failing: count,
  failing_percent: z.number(),
  warn_above_percent: nullableNumber, // null: the rule never warns
  outcome_code: z.enum(["ok", "warn", "stop"]),
  excludes: z.boolean(),
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.rule_outcomes", "round_code", "domain_code", "rule_code");

export default definePage({
  title: "rule_outcomes.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 62,
  from: address.from,
  address,
  row,
  note: "rule_outcomes.note",
  blocks(rows, { reader, words }) {
    const own = ownDomain(rows, reader).sort((a, b) => a.rule_order - b.rule_order);
    const [first] = own;
    if (first === undefined) return [];
    return [inWords(own, words), ruleTable(own, domainName(first, words), words)];
  },
});

function inWords(rows: readonly Row[], words: Words): Block {
  const text = words.say("rule_outcomes.sentence", {
    checked: rows[0]?.n_checked ?? 0,
    rules: rows.length,
    warned: rows.filter(({ outcome_code }) => outcome_code !== "ok").length,
  });
  return sentence(rows, text);
}

function ruleTable(rows: readonly Row[], domain: string, words: Words): Block {
  return table(rows, {
    idOf: address.idOf,
    caption: words.say("rule_outcomes.table", { domain }),
    shortName: words.say("short.rule_outcomes.table"),
    columns: [
      {
        header: words.say("column.rule"),
        isRowHeader: true,
        cell: (row) => cell.text(words.pick(row.rule_text, row.rule_text_en)),
      },
      {
        header: words.say("rule_outcomes.severity"),
        align: "left",
        cell: (row) => cell.text(words.say(`rule_outcomes.${row.severity_code}`)),
      },
      { header: words.say("column.count"), cell: (row) => cell.number(row.n_failing, "count") },
      { header: words.say("column.share"), cell: (row) => cell.number(row.failing_percent, "percent") },
      {
        header: words.say("rule_outcomes.limit"),
        cell: (row) =>
          row.warn_above_percent === null
            ? cell.notApplicable()
            : cell.number(row.warn_above_percent, "percent"),
      },
      {
        header: words.say("rule_outcomes.effect"),
        align: "left",
        cell: (row) => cell.text(words.say(row.excludes ? "rule_outcomes.excludes" : "rule_outcomes.keeps")),
      },
      {
        header: words.say("column.rule_status"),
        align: "left",
        cell: (row) => cell.text(words.say(`status.${row.rule_status}`)),
      },
    ],
    isStrong: (row) => row.outcome_code !== "ok",
  });
}
