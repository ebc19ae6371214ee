import { z } from "zod";
import { meanAnchor } from "../anchor.ts";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { definePage, type Page } from "../page.ts";
import { count, roundRow } from "../rows.ts";
import {
  dfCell,
  intervalCell,
  percentCell,
  percentLabel,
  rankingsOf,
  type ScoredIndex,
  scoredChapter,
  scoredPercent,
} from "./scorecardRows.ts";

const row = z.object({
  ...roundRow,
  index_code: z.string(),
  ranking_code: z.string(),
  node_code: z.string(),
  node_name: z.string(),
  node_name_en: z.string(),
  node_order: count,
  domain_level: z.enum(["nation", "region", "group", "type"]),
  domain_code: z.string(),
  domain_name: z.string(),
  domain_name_en: z.string(),
  n_units: count,
  ...scoredPercent,
  median_percent: z.number(),
  best_percent: z.number(),
  best_unit_name: z.string(),
  best_unit_name_en: z.string(),
});
type Row = z.output<typeof row>;

/** Mean, median and best by area, and by region, group and type. */
export function meansPage(index: ScoredIndex): Page {
  return definePage({
    title: "scorecard_means.title",
    chapter: scoredChapter[index],
    bundles: ["national"],
    order: 20,
    from: "marts.par_summaries",
    row,
    note: "scorecard_means.note",
    blocks: (rows, { words }) => rankingsOf(rows, index).flatMap((ranking) => rankingBlocks(ranking, words)),
  });
}

const isTotal = ({ node_code }: Row): boolean => node_code === "total";

function rankingBlocks(ranking: readonly Row[], words: Words): readonly Block[] {
  const areas = ranking
    .filter(({ domain_level }) => domain_level === "nation")
    .sort((a, b) => a.node_order - b.node_order);
  const total = areas.find(isTotal);
  if (total === undefined) return [];
  const levels = ["nation", "region", "group", "type"];
  const places = ranking
    .filter(isTotal)
    .sort(
      (a, b) =>
        levels.indexOf(a.domain_level) - levels.indexOf(b.domain_level) ||
        (a.domain_code < b.domain_code ? -1 : 1),
    );
  return [
    sentence(
      [total],
      words.say("scorecard_means.sentence", {
        mean: total.percent as number,
        median: total.median_percent,
        best: bestUnit(total, words),
        best_value: total.best_percent,
      }),
      { isHeadline: true },
    ),
    chart(areas, words),
    table<Row>(areas, {
      caption: words.say("scorecard_means.areas"),
      shortName: words.say("short.scorecard_means.areas"),
      idOf: anchorOf,
      columns: [named("scorecard_means.area", areaName, words), ...valueColumns(words)],
      isStrong: isTotal,
    }),
    table<Row>(places, {
      caption: words.say("scorecard_means.places"),
      shortName: words.say("short.scorecard_means.places"),
      idOf: (own) => (own.domain_level === "nation" ? null : anchorOf(own)), // it stands with the areas
      columns: [
        named("column.domain", placeName, words),
        { header: words.say("scorecard_means.units"), cell: (own) => cell.number(own.n_units, "count") },
        ...valueColumns(words),
      ],
      isStrong: ({ domain_level }) => domain_level === "nation",
    }),
    ...places.slice(-1).map((own) => explainCommand([own], askedOf(own), words)),
  ];
}

/** How a row is asked for: a unit of the command is a region, a group or a type as well. */
const askedOf = ({ round_code, index_code, domain_level, domain_code, node_code }: Row) => ({
  round: round_code,
  index: index_code,
  unit: domain_level === "nation" ? "nation" : domain_code,
  node: node_code,
});

const anchorOf = ({ round_code, ranking_code, domain_code, node_code }: Row): string =>
  meanAnchor(round_code, ranking_code, domain_code, node_code);
const bestUnit = (own: Row, words: Words): string => words.pick(own.best_unit_name, own.best_unit_name_en);
const areaName = (own: Row, words: Words): string =>
  isTotal(own)
    ? words.say("scorecard_means.total")
    : `${own.node_code}. ${words.pick(own.node_name, own.node_name_en)}`;

function placeName(own: Row, words: Words): string {
  if (own.domain_level === "nation") return words.say("scorecard_means.nation");
  if (own.domain_level === "type") return words.say(`unit_type.${own.domain_code}` as "unit_type.city");
  return words.pick(own.domain_name, own.domain_name_en);
}

function named(
  header: "scorecard_means.area" | "column.domain",
  nameOf: (own: Row, words: Words) => string,
  words: Words,
): Column<Row> {
  return { header: words.say(header), isRowHeader: true, cell: (own) => cell.text(nameOf(own, words)) };
}

function valueColumns(words: Words): readonly Column<Row>[] {
  return [
    { header: words.say("scorecard_means.mean"), cell: percentCell },
    { header: words.say("column.interval"), cell: intervalCell },
    { header: words.say("column.df"), cell: dfCell },
    {
      header: words.say("scorecard_means.median"),
      cell: (own) => cell.number(own.median_percent, "percent"),
    },
    { header: words.say("scorecard_means.best"), cell: (own) => cell.number(own.best_percent, "percent") },
    {
      header: words.say("scorecard_means.best_unit"),
      align: "left",
      cell: (own) => cell.text(bestUnit(own, words)),
    },
  ];
}

function chart(areas: readonly Row[], words: Words): Block {
  return figure(areas, {
    title: words.say("scorecard_means.chart"),
    subtitle: words.say("chart.interval_only"),
    description: words.say("scorecard_means.description", { n: areas.length - 1 }),
    chart: intervalPlot(
      areas.map((own) => ({
        label: areaName(own, words),
        value: own.percent,
        low: own.percent_low,
        high: own.percent_high,
        valueLabel: percentLabel(own, words),
        tone: isTotal(own) ? "nation" : "own",
      })),
      { axisTitle: words.say("standings.axis") },
    ),
  });
}
