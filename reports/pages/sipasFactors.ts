import { z } from "zod";
import { nodeAnchor } from "../anchor.ts";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { estimateColumns } from "../columns.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { byNodeOrder, byShare, type NodeRow, nodeName, nodeRow } from "../nodes.ts";
import { definePage } from "../page.ts";
import { estimateOf } from "../rows.ts";

export default definePage({
  title: "sipas_factors.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 30,
  from: "marts.sipas_nodes",
  row: z.object(nodeRow),
  note: "sipas_factors.note",
  blocks(rows, { words }) {
    const nation = rows
      .filter((row) => row.is_shown_recipe && row.domain_level === "nation" && row.node_level !== "item")
      .sort(byNodeOrder);
    return nation.length === 0
      ? []
      : [...inWords(nation, words), chart(nation, words), nodeTable(nation, words), howToAsk(nation, words)];
  },
});

function inWords(nation: readonly NodeRow[], words: Words): readonly Block[] {
  const factors = nation
    .filter((row) => row.node_level === "factor" && row.share_percent !== null)
    .sort(byShare);
  const [first, last] = [factors[0], factors.at(-1)];
  if (first === undefined || last === undefined) return [];
  const values = {
    first: nodeName(first, words),
    first_value: first.share_percent as number,
    last: nodeName(last, words),
    last_value: last.share_percent as number,
  };
  return [sentence(factors, words.say("sipas_factors.sentence", values), { isHeadline: true })];
}

function chart(nation: readonly NodeRow[], words: Words): Block {
  return figure(nation, {
    title: words.say("sipas_factors.chart"),
    subtitle: words.say("chart.interval_only"),
    description: words.say("sipas_factors.description", { n: nation.length }),
    chart: intervalPlot(
      nation.map((row) => {
        const share = estimateOf(row, "share_percent");
        return {
          ...share,
          label: nodeName(row, words),
          valueLabel: intervalLabel(share, words),
          tone: row.node_level === "factor" ? "own" : "nation",
        };
      }),
      { axisTitle: words.say("sipas_ranking.axis") },
    ),
  });
}

function nodeTable(nation: readonly NodeRow[], words: Words): Block {
  return table<NodeRow>(nation, {
    caption: words.say("sipas_factors.table"),
    shortName: words.say("short.sipas_factors.table"),
    idOf: (row) => nodeAnchor(row.round_code, row.node_code),
    columns: [
      {
        header: words.say("column.criterion"),
        isRowHeader: true,
        cell: (row) => cell.text(nodeName(row, words)),
      },
      ...estimateColumns("share_percent", words),
    ],
    isStrong: (row) => row.node_level !== "factor",
  });
}

function howToAsk(nation: readonly NodeRow[], words: Words): Block {
  const { round_code: round, node_code: node } = nation[0] as NodeRow;
  return explainCommand(nation, { round, index: "sipas", unit: "nation", node }, words);
}
