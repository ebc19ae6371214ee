import { z } from "zod";
import { nodeAnchor } from "../anchor.ts";
import { type Block, cell, table } from "../blocks.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { pointsCell } from "../points.ts";
import { count, decimalText, roundRow } from "../rows.ts";

const text = z.string().nullable();

const row = z.object({
  ...roundRow,
  index_code: z.string(),
  unit_code: z.string(),
  node_code: z.string(),
  node_order: count,
  node_depth: count,
  node_name: z.string(),
  node_name_en: z.string(),
  n_children: count, // 0: a leaf
  rule_words: text, // null: a group, or a leaf without a rule
  rule_words_en: text,
  declared: text, // null: nothing was declared
  declared_en: text,
  rule_points: decimalText.nullable(),
  self_points: decimalText.nullable(), // null: nobody claims it
  points: decimalText.nullable(), // null: missing
  max_points: decimalText,
  stage_name: z.string(),
  stage_name_en: z.string(),
});
type Row = z.output<typeof row>;

export default definePage({
  title: "node_origins.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 50,
  from: "marts.par_origins",
  row,
  note: "node_origins.note",
  blocks(rows, { words }) {
    const inOrder = [...rows].sort((a, b) => a.node_order - b.node_order);
    const [first] = inOrder;
    return first === undefined
      ? []
      : [
          origins(inOrder, words),
          explainCommand(
            [first],
            {
              round: first.round_code,
              index: first.index_code,
              unit: first.unit_code,
              node: first.node_code,
            },
            words,
          ),
        ];
  },
});

function origins(rows: readonly Row[], words: Words): Block {
  const first = rows[0] as Row;
  const stage = words.pick(first.stage_name, first.stage_name_en);
  const isLeaf = (row: Row) => row.n_children === 0;
  return table(rows, {
    caption: words.say("node_origins.table"),
    shortName: words.say("short.node_origins.table"),
    onPaper: { kind: "strong" },
    idOf: (row) => nodeAnchor(row.round_code, row.node_code),
    columns: [
      {
        header: words.say("column.node"),
        isRowHeader: true,
        cell: (row) => cell.text(nodeLabel(row, words)),
      },
      { header: words.say("node_origins.rule"), align: "left", cell: (row) => cell.text(ruleOf(row, words)) },
      {
        header: words.say("node_origins.declared"),
        align: "left",
        cell: (row) =>
          cell.text(row.declared === null ? "" : words.pick(row.declared, row.declared_en ?? "")),
      },
      {
        header: words.say("node_origins.rule_points"),
        cell: (row) => (isLeaf(row) ? pointsCell(row.rule_points) : cell.notApplicable()),
      },
      {
        header: words.say("column.claimed"),
        cell: (row) => (row.self_points === null ? cell.notApplicable() : pointsCell(row.self_points)),
      },
      { header: words.say("node_origins.stage", { stage }), cell: (row) => pointsCell(row.points) },
      { header: words.say("column.max"), cell: (row) => pointsCell(row.max_points) },
    ],
    isStrong: (row) => row.node_depth <= 1,
  });
}

function nodeLabel(row: Row, words: Words): string {
  const name = words.pick(row.node_name, row.node_name_en);
  return row.node_code === "total" || name.includes(row.node_code) ? name : `${row.node_code} ${name}`;
}

function ruleOf(row: Row, words: Words): string {
  if (row.n_children > 0) return words.say("node_origins.sum", { n: row.n_children });
  return row.rule_words === null ? "" : words.pick(row.rule_words, row.rule_words_en ?? row.rule_words);
}
