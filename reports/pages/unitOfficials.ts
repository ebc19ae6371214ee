import { z } from "zod";
import { nodeAnchor } from "../anchor.ts";
import { type Block, cell, sentence, table } from "../blocks.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { count, roundRow } from "../rows.ts";
import { dfCell, intervalCell, percentCell, scoredPercent } from "../scorecards/scorecardRows.ts";

const row = z.object({
  ...roundRow,
  index_code: z.string(),
  unit_code: z.string(),
  group_code: z.string(),
  leaf_code: z.string(),
  node_code: z.string(),
  node_kind: z.enum(["leaf", "item"]),
  node_name: z.string(),
  node_name_en: z.string(),
  node_order: count,
  n_listed: count,
  n_responses: count,
  response_percent: z.number(),
  ...scoredPercent,
  percent_n: count.nullable(), // null: suppressed
});
type Row = z.output<typeof row>;

/** What officials answered about the unit, question by question. */
export default definePage({
  title: "unit_officials.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 35,
  from: "marts.par_survey",
  row,
  note: "officials.note",
  blocks(rows, { words }) {
    const items = rows
      .filter(({ group_code, node_kind }) => group_code === "all" && node_kind === "item")
      .sort((a, b) => a.node_order - b.node_order);
    const [first] = items;
    if (first === undefined) return [];
    const { n_responses, n_listed, response_percent, round_code, index_code, unit_code, node_code } = first;
    return [
      sentence(
        [first],
        words.say("unit_officials.sentence", { n: n_responses, listed: n_listed, rate: response_percent }),
      ),
      itemTable(items, words),
      explainCommand(
        [first],
        { round: round_code, index: index_code, unit: unit_code, node: node_code },
        words,
      ),
    ];
  },
});

function itemTable(items: readonly Row[], words: Words): Block {
  return table<Row>(items, {
    caption: words.say("unit_officials.table"),
    shortName: words.say("short.unit_officials.table"),
    idOf: (own) => nodeAnchor(own.round_code, own.node_code),
    columns: [
      {
        header: words.say("column.item"),
        isRowHeader: true,
        cell: (own) => cell.text(words.pick(own.node_name, own.node_name_en)),
      },
      {
        header: words.say("column.node"),
        align: "left",
        cell: (own) => cell.place(nodeAnchor(own.round_code, own.leaf_code), own.leaf_code),
      },
      { header: words.say("column.share"), cell: percentCell },
      { header: words.say("column.interval"), cell: intervalCell },
      { header: words.say("column.df"), cell: dfCell },
      {
        header: words.say("column.responses"),
        cell: (own) =>
          own.percent_n === null ? cell.missing("suppressed") : cell.number(own.percent_n, "count"),
      },
    ],
  });
}
