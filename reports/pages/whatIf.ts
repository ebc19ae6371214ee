import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { nodeAnchor } from "../anchor.ts";
import { type Block, type Cell, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { pointsCell, printPoints } from "../points.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, decimalText, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  unit_code: z.string(),
  goal_kind: z.enum(["points", "ranks"]),
  goal_size: count,
  goal_order: count,
  plan_status: z.enum(["planned", "first", "out_of_reach"]),
  plan_order: count,
  node_code: z.string().nullable(), // null: there is no plan
  needed_points: decimalText,
  gain_points: decimalText.nullable(), // null with the leaf
  total_after_points: decimalText,
  total_after_low: nullableNumber, // null: the error of surveyed leaves is not known
  total_after_high: nullableNumber,
  rank_after: count.nullable(), // null: the unit is not ranked
});
type Row = z.output<typeof row>;

/** One goal with the leaves of its plan. */
interface Goal {
  readonly provenance: Row["provenance"];
  readonly head: Row;
  readonly leaves: readonly Row[];
}

const address = rowAddress("marts.par_what_if", "round_code", "unit_code", "goal_kind", "goal_size");

export default definePage({
  title: "what_if.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 40,
  from: address.from,
  address,
  row,
  note: "what_if.note",
  ranks: "with_interval",
  blocks(rows, { words }) {
    const inOrder = [...rows].sort((a, b) => a.goal_order - b.goal_order || a.plan_order - b.plan_order);
    const goals = [...groupBy(inOrder, ({ goal_order }) => goal_order).values()].map((leaves): Goal => {
      const head = leaves[0] as Row;
      return { provenance: head.provenance, head, leaves };
    });
    return goals.length === 0 ? [] : [...nextRank(goals, words), plans(goals, words)];
  },
});

/** What the next rank asks for, in words. */
function nextRank(goals: readonly Goal[], words: Words): readonly Block[] {
  const next = goals.find(({ head }) => head.goal_kind === "ranks");
  if (next === undefined || next.head.plan_status === "first") return [];
  const { head, leaves } = next;
  const goal = words.say("what_if.ranks", { n: head.goal_size });
  const text =
    head.plan_status === "out_of_reach"
      ? words.say("what_if.sentence_out_of_reach", { goal })
      : words.say("what_if.sentence", {
          goal,
          needed: printPoints(head.needed_points),
          n: leaves.length,
          leaves: leaves.map((leaf) => leafText(leaf, words)).join(", "),
        });
  return [sentence(leaves, text, { isHeadline: true })];
}

function leafText(leaf: Row, words: Words): string {
  return words.say("what_if.leaf", {
    code: leaf.node_code ?? "",
    gain: printPoints(leaf.gain_points ?? "0"),
  });
}

function plans(goals: readonly Goal[], words: Words): Block {
  const ifPlanned =
    (shown: (goal: Goal) => Cell) =>
    (goal: Goal): Cell =>
      goal.head.plan_status === "planned"
        ? shown(goal)
        : cell.absent(words.say(`what_if.${goal.head.plan_status}`));
  return table(goals, {
    idOf: ({ head }) => address.idOf(head),
    caption: words.say("what_if.table"),
    shortName: words.say("short.what_if.table"),
    columns: [
      {
        header: words.say("what_if.goal"),
        isRowHeader: true,
        cell: ({ head }) => cell.text(words.say(`what_if.${head.goal_kind}`, { n: head.goal_size })),
      },
      { header: words.say("what_if.needed"), cell: ifPlanned(({ head }) => pointsCell(head.needed_points)) },
      {
        header: words.say("column.leaves"),
        cell: ifPlanned(({ leaves }) => cell.number(leaves.length, "count")),
      },
      {
        header: words.say("what_if.leaves"),
        align: "left",
        cell: ifPlanned((goal) => leavesCell(goal, words)),
      },
      {
        header: words.say("what_if.after"),
        cell: ifPlanned(({ head }) => pointsCell(head.total_after_points)),
      },
      { header: words.say("what_if.interval"), cell: ifPlanned(({ head }) => intervalCell(head)) },
      {
        header: words.say("what_if.rank_after"),
        cell: ifPlanned(({ head }) => cell.number(head.rank_after, "count")),
      },
    ],
  });
}

function intervalCell({ total_after_low: low, total_after_high: high }: Row): Cell {
  return low === null || high === null ? cell.absent(null) : { kind: "interval", low, high };
}

function leavesCell({ leaves }: Goal, words: Words): Cell {
  return {
    kind: "places",
    places: leaves.map((leaf) => ({
      id: nodeAnchor(leaf.round_code, leaf.node_code ?? ""),
      text: leafText(leaf, words),
    })),
  };
}
