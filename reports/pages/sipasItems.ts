import { z } from "zod";
import { nodeAnchor } from "../anchor.ts";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { estimateColumns } from "../columns.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { byShare, type NodeRow, nodeName, nodeRow } from "../nodes.ts";
import { definePage } from "../page.ts";
import { estimateOf } from "../rows.ts";

/** The national value of each item, to set a province's own beside it. */
type National = ReadonlyMap<string, number | null>;

export default definePage({
  title: "sipas_items.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 40,
  from: "marts.sipas_nodes",
  row: z.object(nodeRow),
  note: "sipas_items.note",
  blocks(rows, { reader, words }) {
    const items = rows.filter((row) => row.is_shown_recipe && row.node_level === "item");
    const national = items.filter((row) => row.domain_level === "nation");
    const isNational = reader.kind === "national";
    const own = (isNational ? national : items.filter((row) => row.unit_code !== null)).sort(byShare);
    const first = own[0];
    if (first === undefined) return [];
    const domain = words.pick(first.domain_name, first.domain_name_en);
    const beside: National | null = isNational
      ? null
      : new Map(national.map((row) => [row.node_code, row.share_percent]));
    return [
      ...inWords(own, beside, words),
      chart(own, domain, words),
      itemTable(own, beside, domain, words),
      howToAsk(first, words),
    ];
  },
});

function inWords(own: readonly NodeRow[], national: National | null, words: Words): readonly Block[] {
  const known = own.filter((row) => row.share_percent !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const options = { isHeadline: national !== null }; // the nation has its own, by factor
  return [
    sentence(
      known,
      words.say("sipas_items.strongest", {
        first: nodeName(first, words),
        first_value: first.share_percent as number,
      }),
      options,
    ),
    sentence(
      known,
      words.say("sipas_items.weakest", {
        last: nodeName(last, words),
        last_value: last.share_percent as number,
      }),
      options,
    ),
    ...(national === null ? [] : [sentence(known, apartFromNation(known, national, words))]),
  ];
}

function apartFromNation(known: readonly NodeRow[], national: National, words: Words): string {
  const nationOf = (row: NodeRow) => national.get(row.node_code) ?? null;
  const above = known.filter((row) => (row.share_percent_low ?? -Infinity) > (nationOf(row) ?? Infinity));
  const below = known.filter((row) => (row.share_percent_high ?? Infinity) < (nationOf(row) ?? -Infinity));
  return words.say("sipas_items.above", { n: above.length, m: below.length });
}

function chart(own: readonly NodeRow[], domain: string, words: Words): Block {
  return figure(own, {
    title: words.say("sipas_items.chart", { domain }),
    subtitle: words.say("chart.interval_only"),
    description: words.say("sipas_items.description", { n: own.length }),
    chart: intervalPlot(
      own.map((row) => {
        const share = estimateOf(row, "share_percent");
        return { ...share, label: nodeName(row, words), valueLabel: intervalLabel(share, words) };
      }),
      { axisTitle: words.say("sipas_ranking.axis") },
    ),
  });
}

function itemTable(own: readonly NodeRow[], national: National | null, domain: string, words: Words): Block {
  return table(own, {
    caption: words.say("sipas_items.table", { domain }),
    shortName: words.say("short.sipas_items.table"),
    idOf: (row) => nodeAnchor(row.round_code, row.node_code),
    columns: [
      { header: words.say("column.item"), isRowHeader: true, cell: (row) => cell.text(nodeName(row, words)) },
      ...estimateColumns("share_percent", words),
      ...(national === null ? [] : besideNation(national, words)),
    ],
  });
}

function besideNation(national: National, words: Words): readonly Column<NodeRow>[] {
  const nationOf = (row: NodeRow) => national.get(row.node_code) ?? null;
  return [
    { header: words.say("column.nation"), cell: (row) => cell.number(nationOf(row), "percent") },
    {
      header: words.say("sipas_items.versus"),
      cell: (row) => {
        const nation = nationOf(row);
        if (row.share_percent === null || nation === null) return cell.missing(row.share_percent_status);
        return cell.number(row.share_percent - nation, "difference");
      },
    },
  ];
}

function howToAsk(first: NodeRow, words: Words): Block {
  const { round_code: round, node_code: node, unit_code } = first;
  return explainCommand([first], { round, index: "sipas", unit: unit_code ?? "nation", node }, words);
}
