import { z } from "zod";
import { nodeAnchor } from "../anchor.ts";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { estimateColumns } from "../columns.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { byShare, type NodeRow, nodeRow } from "../nodes.ts";
import { definePage } from "../page.ts";
import { estimateOf } from "../rows.ts";

export default definePage({
  title: "sipas_regions.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 5,
  isPrintedEveryRound: true,
  from: "marts.sipas_nodes",
  row: z.object(nodeRow),
  note: "sipas_regions.note",
  blocks(rows, { words }) {
    const overall = rows.filter(
      (row) => row.is_shown_recipe && row.node_level === "overall" && row.domain_level !== "province",
    );
    const nation = overall.filter((row) => row.domain_level === "nation");
    const regions = overall.filter((row) => row.domain_level === "region").sort(byShare);
    const all = [...nation, ...regions];
    if (all.length === 0) return [];
    return [
      ...inWords(nation, regions, words),
      chart(all, words),
      regionTable(all, words),
      ...howToAsk(regions, words),
    ];
  },
});

const nameOf = (row: NodeRow, words: Words): string => words.pick(row.domain_name, row.domain_name_en);

function inWords(nation: readonly NodeRow[], regions: readonly NodeRow[], words: Words): readonly Block[] {
  const known = regions.filter(({ share_percent }) => share_percent !== null);
  const [first, last] = [known[0], known.at(-1)];
  return [
    ...nation.flatMap((row) => {
      const { value, low, high } = estimateOf(row, "share_percent");
      if (value === null || low === null || high === null) return [];
      return [sentence([row], words.say("sipas_regions.nation", { value, low, high }), { isHeadline: true })];
    }),
    ...(first === undefined || last === undefined
      ? []
      : [
          sentence(
            known,
            words.say("sipas_regions.ends", {
              first: nameOf(first, words),
              first_value: first.share_percent as number,
              last: nameOf(last, words),
              last_value: last.share_percent as number,
            }),
          ),
        ]),
  ];
}

function chart(rows: readonly NodeRow[], words: Words): Block {
  const nation = rows.find((row) => row.domain_level === "nation");
  return figure(rows, {
    title: words.say("sipas_regions.chart"),
    subtitle: words.say("chart.interval"),
    description: words.say("sipas_regions.description", { n: rows.length }),
    chart: intervalPlot(
      rows.map((row) => {
        const share = estimateOf(row, "share_percent");
        return {
          ...share,
          label: nameOf(row, words),
          valueLabel: intervalLabel(share, words),
          tone: row === nation ? "nation" : "own",
        };
      }),
      {
        axisTitle: words.say("sipas_ranking.axis"),
        ...(nation?.share_percent == null ? {} : { reference: nation.share_percent }),
      },
    ),
  });
}

function regionTable(rows: readonly NodeRow[], words: Words): Block {
  return table<NodeRow>(rows, {
    caption: words.say("sipas_regions.table"),
    shortName: words.say("short.sipas_regions.table"),
    // the nation's own row stands with the parts of the index
    idOf: ({ round_code, node_code, region_code }) =>
      region_code === null ? null : nodeAnchor(round_code, `${node_code}-${region_code}`),
    columns: [
      { header: words.say("column.domain"), isRowHeader: true, cell: (row) => cell.text(nameOf(row, words)) },
      ...estimateColumns("share_percent", words),
    ],
    isStrong: (row) => row.domain_level === "nation",
  });
}

function howToAsk(regions: readonly NodeRow[], words: Words): readonly Block[] {
  return regions.slice(0, 1).map(({ round_code: round, node_code: node, region_code, provenance }) => {
    const figure = { round, index: "sipas", unit: region_code ?? "", node };
    return explainCommand([{ provenance }], figure, words);
  });
}
