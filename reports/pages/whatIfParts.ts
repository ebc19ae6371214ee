import { z } from "zod";
import { type Block, cell, sentence, type TryOut, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { addPoints, pointsCell, printPoints } from "../points.ts";
import { count, decimalText, nullableNumber, roundRow } from "../rows.ts";

const shared = {
  ...roundRow,
  part_order: count,
  total_points: decimalText,
  total_max_points: decimalText,
  total_low: nullableNumber, // null: the error of surveyed leaves is not known
  total_high: nullableNumber,
};
const row = z.object({
  ...shared,
  part_kind: z.enum(["leaf", "goal"]),
  node_code: z.string().nullable(), // null with all of the leaf: a goal
  node_name: z.string().nullable(),
  node_name_en: z.string().nullable(),
  points: decimalText.nullable(),
  max_points: decimalText.nullable(),
  goal_kind: z.enum(["points", "ranks"]).nullable(), // null with all of the goal: a leaf
  goal_size: count.nullable(),
  goal_needed_points: decimalText.nullable(),
});
type Row = z.output<typeof row>;

export default definePage({
  title: "what_if_parts.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 41,
  from: "marts.par_what_if_parts",
  row,
  note: "what_if_parts.note",
  blocks(rows, { words }) {
    const inOrder = [...rows].sort((a, b) => a.part_order - b.part_order);
    const leaves = inOrder.filter(({ part_kind }) => part_kind === "leaf");
    const goals = inOrder.filter(({ part_kind }) => part_kind === "goal");
    if (leaves.length === 0) return [];
    return [inWords(leaves, words), leafTable(leaves, goals, words)];
  },
});

/** A leaf of these kinds has no points below nought. */
const gapOf = ({ points, max_points }: Row): string => addPoints([max_points ?? "0", `-${points ?? "0"}`]);

function inWords(leaves: readonly Row[], words: Words): Block {
  const { total_points, total_max_points } = leaves[0] as Row;
  return sentence(
    leaves,
    words.say("what_if_parts.sentence", {
      total: printPoints(total_points),
      max: printPoints(total_max_points),
      gap: printPoints(addPoints(leaves.map(gapOf))),
    }),
  );
}

function leafTable(leaves: readonly Row[], goals: readonly Row[], words: Words): Block {
  return table(leaves, {
    caption: words.say("what_if_parts.table"),
    shortName: words.say("short.what_if_parts.table"),
    onPaper: { kind: "first", rows: 0 },
    columns: [
      {
        header: words.say("column.criterion"),
        isRowHeader: true,
        cell: (leaf) => cell.text(nameOf(leaf, words)),
      },
      { header: words.say("column.points"), cell: (leaf) => pointsCell(leaf.points) },
      { header: words.say("column.max"), cell: (leaf) => pointsCell(leaf.max_points) },
      { header: words.say("what_if_parts.gap"), cell: (leaf) => pointsCell(gapOf(leaf)) },
    ],
    trialOf: ({ points, max_points }) => ({ points: points ?? "0", max: max_points ?? "0" }),
    tryOut: tryOut(leaves[0] as Row, goals, words),
  });
}

function nameOf({ node_code, node_name, node_name_en }: Row, words: Words): string {
  const name = words.pick(node_name ?? "", node_name_en ?? node_name ?? "");
  return name.includes(node_code ?? "") ? name : `${node_code} ${name}`;
}

function tryOut(own: Row, goals: readonly Row[], words: Words): TryOut {
  return {
    total: own.total_points,
    max: own.total_max_points,
    low: own.total_low,
    high: own.total_high,
    goals: goals.map((goal) => ({
      text: words.say(`what_if.${goal.goal_kind ?? "points"}`, { n: goal.goal_size ?? 0 }),
      needed: goal.goal_needed_points ?? "0",
    })),
    mark: words.locale.chart.decimal,
    texts: texts(words),
  };
}

/** What stands in braces is filled in by the page itself, while somebody tries. */
function texts(words: Words): TryOut["texts"] {
  const same = (name: string) => `{${name}}`;
  return {
    field: words.say("try.field"),
    label: words.say("try.label", { leaf: same("leaf") }),
    total: words.say("try.total", {
      total: same("total"),
      max: same("max"),
      gained: same("gained"),
      percent: same("percent"),
    }),
    interval: words.say("try.interval", { low: same("low"), high: same("high") }),
    no_interval: words.say("try.no_interval"),
    reached: words.say("try.reached", { goal: same("goal") }),
    missing: words.say("try.missing", { goal: same("goal"), missing: same("missing") }),
    wrong: words.say("try.wrong", { n: same("n") }),
    reset: words.say("try.reset"),
  };
}
