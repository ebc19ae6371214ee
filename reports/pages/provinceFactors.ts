import { z } from "zod";
import { nodeAnchor } from "../anchor.ts";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { compareDots } from "../charts/compareDots.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { byNodeOrder, type NodeRow, nodeName, nodeRow } from "../nodes.ts";
import { definePage } from "../page.ts";
import { estimateOf } from "../rows.ts";

/** The same node of the province, of its region and of the nation; a region may be missing. */
interface Compared {
  readonly provenance: NodeRow["provenance"];
  readonly own: NodeRow;
  readonly region: NodeRow | undefined;
  readonly nation: NodeRow | undefined;
}

export default definePage({
  title: "province_factors.title",
  chapter: "sipas",
  bundles: ["province"],
  order: 20,
  from: "marts.sipas_nodes",
  row: z.object(nodeRow),
  note: "province_factors.note",
  blocks(rows, { words }) {
    const shown = rows.filter((row) => row.is_shown_recipe && row.node_level !== "item").sort(byNodeOrder);
    const compared = shown
      .filter((row) => row.domain_level === "province")
      .map((own) => ({ provenance: own.provenance, own, ...besides(own, shown) }));
    const first = compared[0];
    if (first === undefined) return [];
    return [
      ...inWords(first, words),
      chart(compared, words),
      comparison(compared, words),
      explainCommand(
        [first],
        {
          round: first.own.round_code,
          index: "sipas",
          unit: first.own.unit_code ?? "",
          node: first.own.node_code,
        },
        words,
      ),
    ];
  },
});

function besides(own: NodeRow, shown: readonly NodeRow[]): Pick<Compared, "region" | "nation"> {
  const same = shown.filter((row) => row.node_code === own.node_code);
  return {
    region: same.find((row) => row.domain_level === "region" && row.region_code === own.region_code),
    nation: same.find((row) => row.domain_level === "nation"),
  };
}

const nameOf = (row: NodeRow, words: Words): string => words.pick(row.domain_name, row.domain_name_en);

function inWords({ own, region, nation }: Compared, words: Words): readonly Block[] {
  const values = [own.share_percent, region?.share_percent, nation?.share_percent];
  const [ownValue, regionValue, nationValue] = values;
  if (region === undefined || ownValue == null || regionValue == null || nationValue == null) return [];
  const text = words.say("province_factors.sentence", {
    unit: nameOf(own, words),
    own: ownValue,
    region: nameOf(region, words),
    region_value: regionValue,
    nation: nationValue,
  });
  return [sentence([own, region], text)];
}

function chart(compared: readonly Compared[], words: Words): Block {
  const dots = compared.flatMap(({ own, region, nation }) =>
    [own, region, nation]
      .filter((row) => row !== undefined)
      .map((row) => ({
        ...estimateOf(row, "share_percent"),
        label: nodeName(own, words),
        series: nameOf(row, words),
        provenance: row.provenance,
      })),
  );
  const unit = nameOf((compared[0] as Compared).own, words);
  return figure(dots, {
    title: words.say("province_factors.chart", { unit }),
    subtitle: words.say("chart.interval_only"),
    description: words.say("province_factors.description", { unit }),
    chart: compareDots(
      dots.map(({ label, series, ...estimate }) => {
        const { value, low, high } = estimate;
        return { label, series, value, low, high, valueLabel: intervalLabel(estimate, words) };
      }),
      {
        axisTitle: words.say("sipas_ranking.axis"),
        series: [...new Set(dots.map(({ series }) => series))],
      },
    ),
  });
}

function comparison(compared: readonly Compared[], words: Words): Block {
  return table(compared, {
    caption: words.say("province_factors.table"),
    shortName: words.say("short.province_factors.table"),
    idOf: ({ own }) => nodeAnchor(own.round_code, own.node_code),
    columns: [
      {
        header: words.say("column.criterion"),
        isRowHeader: true,
        cell: ({ own }) => cell.text(nodeName(own, words)),
      },
      { header: words.say("column.own"), cell: ({ own }) => cell.estimate(estimateOf(own, "share_percent")) },
      {
        header: words.say("column.interval"),
        cell: ({ own }) => cell.interval(estimateOf(own, "share_percent")),
      },
      beside("column.region_value", ({ region }) => region, words),
      beside("column.nation", ({ nation }) => nation, words),
    ],
    isStrong: ({ own }) => own.node_level !== "factor",
    plot: {
      description: words.say("province_factors.description", {
        unit: nameOf((compared[0] as Compared).own, words),
      }),
      axisTitle: words.say("sipas_ranking.axis"),
      series: [{ column: 1, interval: 2 }, { column: 3 }, { column: 4 }],
    },
  });
}

function beside(
  header: "column.region_value" | "column.nation",
  rowOf: (compared: Compared) => NodeRow | undefined,
  words: Words,
): Column<Compared> {
  return {
    header: words.say(header),
    cell: (compared) => {
      const row = rowOf(compared);
      return row === undefined ? cell.notApplicable() : cell.estimate(estimateOf(row, "share_percent"));
    },
  };
}
