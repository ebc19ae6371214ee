import { z } from "zod";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { compareDots } from "../charts/compareDots.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";
import { dfCell, intervalCell, named, percentCell, scoredPercent } from "../scorecards/scorecardRows.ts";

const row = z.object({
  ...roundRow,
  index_code: z.string(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  node_code: z.string(),
  node_name: z.string(),
  node_name_en: z.string(),
  node_order: count,
  ...scoredPercent,
  n_units: count,
  mean_percent: z.number(),
  mean_percent_low: nullableNumber, // null: nothing is surveyed, or an error is not known
  mean_percent_high: nullableNumber,
  mean_percent_status: z.enum(["ok", "fixed", "not_published"]),
  median_percent: z.number(),
  best_percent: z.number(),
  region_name: z.string().nullable(), // null: a ministry
  region_name_en: z.string().nullable(),
  region_n: count.nullable(), // null: nobody of it is ranked
  region_percent: nullableNumber,
  region_percent_low: nullableNumber,
  region_percent_high: nullableNumber,
  group_name: z.string().nullable(), // null: no index, or no groups in the round
  group_name_en: z.string().nullable(),
  group_n: count.nullable(),
  group_percent: nullableNumber,
  unit_type: z.enum(["city", "province", "ministry", "ministerial-agency"]).nullable(),
  type_n: count.nullable(),
  type_percent: nullableNumber,
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.par_comparisons", "round_code", "index_code", "unit_code", "node_code");

/** The unit's total and areas beside those that are ranked with it; of the others, means and the best value alone. */
export default definePage({
  title: "unit_means.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 13,
  from: address.from,
  address,
  row,
  note: "unit_means.note",
  blocks(rows, { words }) {
    const nodes = [...rows].sort((a, b) => a.node_order - b.node_order);
    const total = nodes.find(isTotal);
    if (total === undefined) return [];
    return [...inWords(total, nodes, words), chart(nodes, words), comparison(nodes, words)];
  },
});

const isTotal = ({ node_code }: Row): boolean => node_code === "total";
const areaName = (own: Row, words: Words): string => {
  const name = words.pick(own.node_name, own.node_name_en);
  return isTotal(own) ? name : `${own.node_code}. ${name}`;
};
const regionName = (
  { region_name: name, region_name_en: english }: Pick<Row, "region_name" | "region_name_en">,
  words: Words,
): string => words.pick(name ?? "", english ?? name ?? "");

function inWords(total: Row, nodes: readonly Row[], words: Words): readonly Block[] {
  const { percent, mean_percent: mean, median_percent: median, best_percent: best, n_units: n } = total;
  if (percent === null) return [];
  const areas = nodes.filter((own) => !isTotal(own) && own.percent !== null);
  const isAbove = (own: Row) => (own.percent as number) > own.mean_percent;
  return [
    sentence([total], words.say("unit_means.sentence", { percent, n, mean, median, best }), {
      isHeadline: true,
    }),
    sentence(
      areas.length === 0 ? [total] : areas,
      words.say("unit_means.areas", { above: areas.filter(isAbove).length, of: areas.length }),
    ),
  ];
}

function chart(nodes: readonly Row[], words: Words): Block {
  const unit = named(nodes[0] as Row, words);
  const mean = words.say("unit_means.mean");
  const dots = nodes.flatMap((own) => {
    const dot = (series: string, value: number | null, low: number | null, high: number | null) => ({
      ...{ label: areaName(own, words), series, value, low, high },
      valueLabel: intervalLabel({ value, low, high }, words),
    });
    return [
      dot(unit, own.percent, own.percent_low, own.percent_high),
      ...(own.region_percent === null
        ? []
        : [dot(regionName(own, words), own.region_percent, own.region_percent_low, own.region_percent_high)]),
      dot(mean, own.mean_percent, own.mean_percent_low, own.mean_percent_high),
    ];
  });
  const series = [...new Set(dots.map((dot) => dot.series))];
  const hasRegion = nodes.some(({ region_percent }) => region_percent !== null);
  return figure(nodes, {
    title: words.say(hasRegion ? "unit_means.chart_region" : "unit_means.chart"),
    subtitle: words.say("chart.interval_only"),
    description: words.say("unit_means.description", { series: series.join(", "), n: nodes.length - 1 }),
    chart: compareDots(dots, {
      axisTitle: words.say("standings.axis"),
      series,
    }),
  });
}

function comparison(nodes: readonly Row[], words: Words): Block {
  return table<Row>(nodes, {
    caption: words.say("unit_means.table"),
    shortName: words.say("short.unit_means.table"),
    idOf: address.idOf,
    columns: [
      {
        header: words.say("column.area"),
        isRowHeader: true,
        cell: (own) => cell.text(areaName(own, words)),
      },
      { header: words.say("unit_means.own"), cell: percentCell },
      { header: words.say("column.interval"), cell: intervalCell },
      { header: words.say("column.df"), cell: dfCell },
      {
        header: words.say("unit_means.mean_of", { n: nodes[0]?.n_units ?? 0 }),
        cell: (own) => cell.number(own.mean_percent, "percent"),
      },
      {
        header: words.say("scorecard_means.median"),
        cell: (own) => cell.number(own.median_percent, "percent"),
      },
      { header: words.say("scorecard_means.best"), cell: (own) => cell.number(own.best_percent, "percent") },
      ...besides(nodes, words),
    ],
    isStrong: isTotal,
  });
}

/** Region, group and type, each where the unit has one with ranked units in it. */
function besides(nodes: readonly Row[], words: Words): readonly Column<Row>[] {
  const { region_n, group_n, type_n, unit_type, ...first } = nodes[0] as Row;
  const column = (header: string, meanOf: (own: Row) => number | null): Column<Row> => ({
    header,
    cell: (own) => cell.number(meanOf(own), "percent"),
  });
  const region = regionName(first, words);
  const group = words.pick(first.group_name ?? "", first.group_name_en ?? first.group_name ?? "");
  return [
    ...(region_n === null
      ? []
      : [
          column(words.say("unit_means.mean_in", { name: region, n: region_n }), (own) => own.region_percent),
        ]),
    ...(group_n === null
      ? []
      : [column(words.say("unit_means.mean_in", { name: group, n: group_n }), (own) => own.group_percent)]),
    ...(type_n === null || unit_type === null
      ? []
      : [
          column(
            words.say("unit_means.mean_of_type", { name: words.say(`unit_type.${unit_type}`), n: type_n }),
            (own) => own.type_percent,
          ),
        ]),
  ];
}
