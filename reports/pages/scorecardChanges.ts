import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import {
  type ChangeRow,
  changeAddress,
  changeCell,
  changeInterval,
  changeRow,
  isComparable,
  notCompared,
  reasonOf,
} from "../scorecards/changes.ts";

export default definePage({
  title: "unit_changes.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 15,
  from: changeAddress.from,
  address: changeAddress,
  row: z.object(changeRow),
  note: "scorecard_changes.note",
  ranks: "with_interval",
  blocks(rows, { words }) {
    const nodes = [...rows].sort((a, b) => a.node_order - b.node_order);
    const total = nodes.find(({ node_code }) => node_code === "total");
    if (total === undefined) return [];
    if (!isComparable(total)) return [sentence([total], notCompared(total, words))];
    return [
      sentence([total], rankInWords(total, words)),
      ...indexInWords(total, words),
      byArea(nodes, total.earlier_round, words),
    ];
  },
});

function rankInWords(total: ChangeRow, words: Words): string {
  const { earlier_rank: from, index_rank: to, own_change: own, others_change: others, n_ranked: n } = total;
  if (from === null || to === null || own === null || others === null || n === null)
    return words.say("unit_changes.no_rank", {
      earlier: total.earlier_round,
      reason: reasonOf(total, words),
    });
  return words.say("unit_changes.rank", { earlier: total.earlier_round, n, from, to, own, others });
}

/** Whether the change of the index is larger than the error of the two surveys. */
function indexInWords(total: ChangeRow, words: Words): readonly Block[] {
  const { change_percent: change, change_percent_low: low, change_percent_high: high } = total;
  if (change === null || low === null || high === null) return [];
  const isBeyond = low > 0 || high < 0;
  return [
    sentence(
      [total],
      words.say(isBeyond ? "unit_changes.beyond_error" : "unit_changes.within_error", {
        change,
        low: words.locale.signed(low, 2),
        high: words.locale.signed(high, 2),
      }),
    ),
  ];
}

function byArea(nodes: readonly ChangeRow[], earlier: string, words: Words): Block {
  return table<ChangeRow>(nodes, {
    idOf: changeAddress.idOf,
    caption: words.say("unit_changes.table", { earlier }),
    shortName: words.say("short.unit_changes.table", { earlier, round: nodes[0]?.round_code ?? "" }),
    columns: [
      {
        header: words.say("column.area"),
        isRowHeader: true,
        cell: (own) => {
          const name = words.pick(own.node_name, own.node_name_en);
          return cell.text(own.node_code === "total" ? name : `${own.node_code}. ${name}`);
        },
      },
      {
        header: words.say("unit_changes.earlier", { earlier }),
        cell: (own) => cell.number(own.earlier_percent, "percent"),
      },
      { header: words.say("standings.index"), cell: (own) => cell.number(own.percent, "percent") },
      { header: words.say("scorecard_changes.points"), cell: changeCell },
      { header: words.say("column.interval"), cell: changeInterval },
    ],
    isStrong: ({ node_code }) => node_code === "total",
  });
}
