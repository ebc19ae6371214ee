import { z } from "zod";
import { type Column, cell, sentence, table } from "../blocks.ts";
import { estimateColumns } from "../columns.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  merged_code: z.string(),
  node_code: z.string(),
  merged_name: z.string(),
  merged_name_en: z.string(),
  node_level: z.string(),
  n_parts: count,
  n_parts_covered: count,
  coverage_percent: nullableNumber, // null: a population is not known
  coverage_code: z.enum(["whole", "partial", "none"]),
  missing_names: z.string(),
  missing_names_en: z.string(),
  ...estimate("share_percent"),
  share_percent_n: count.nullable(),
});

type Row = z.output<typeof row>;

const address = rowAddress("marts.sipas_merged", "round_code", "merged_code", "node_code");

export default definePage({
  title: "sipas_merged.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 58,
  from: address.from,
  address,
  row,
  note: "sipas_merged.note",
  blocks(rows, { words }) {
    const nameOf = (one: Row) => words.pick(one.merged_name, one.merged_name_en);
    const covered = rows
      .filter((one) => one.node_level === "overall" && one.coverage_code !== "none")
      .sort((a, b) => words.locale.compare(nameOf(a), nameOf(b)));
    if (covered.length === 0) return [];
    const partial = covered.filter((one) => one.coverage_code === "partial").length;
    return [
      sentence(covered, words.say("sipas_merged.sentence", { n: covered.length, partial })),
      table(covered, {
        idOf: address.idOf,
        caption: words.say("sipas_merged.table"),
        shortName: words.say("short.sipas_merged.table"),
        columns: columnsOf(words, nameOf),
        isStrong: (one) => one.coverage_code === "partial",
      }),
    ];
  },
});

function columnsOf(words: Words, nameOf: (one: Row) => string): Column<Row>[] {
  return [
    { header: words.say("sipas_merged.unit"), isRowHeader: true, cell: (one) => cell.text(nameOf(one)) },
    ...estimateColumns("share_percent", words),
    {
      header: words.say("sipas_merged.coverage"),
      cell: (one) => cell.number(one.coverage_percent, "percent"),
    },
    {
      header: words.say("sipas_merged.missing"),
      align: "left",
      cell: (one) =>
        one.coverage_code === "whole"
          ? cell.notApplicable()
          : cell.text(words.pick(one.missing_names, one.missing_names_en)),
    },
  ];
}
