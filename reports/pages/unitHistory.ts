import { z } from "zod";
import { printedAnchor } from "../anchor.ts";
import { type Block, cell, figure, table } from "../blocks.ts";
import { trendLines } from "../charts/trendLines.ts";
import { explainCommand } from "../explainCommand.ts";
import {
  byYear,
  frameworkName,
  frameworkSegments,
  type HistoryRow,
  historyRow,
  seriesName,
  trendPoints,
} from "../history.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";

export default definePage({
  title: "unit_history.title",
  chapter: "par_history",
  bundles: ["ministry", "province"],
  order: 20,
  from: "marts.par_history",
  row: z.object(historyRow),
  note: "unit_history.note",
  ranks: "without_interval",
  blocks(rows, { reader, words }) {
    const own = rows.filter((row) => row.unit_code !== null).sort(byYear);
    const first = own[0];
    if (first === undefined) return [];
    const means = rows.filter((row) => row.unit_code === null && row.unit_level === reader.kind);
    const unit = seriesName(first, words);
    return [...chart(own, means, unit, words), historyTable(own, unit, words), howToAsk(own, words)];
  },
});

function chart(
  own: readonly HistoryRow[],
  means: readonly HistoryRow[],
  unit: string,
  words: Words,
): readonly Block[] {
  const shown = [...own, ...means].filter((row) => row.total_points !== null);
  const points = trendPoints(shown, words);
  if (points.filter(({ series }) => series === unit).length < 2) return [];
  return [
    figure(shown, {
      title: words.say("unit_history.chart", { unit }),
      subtitle: words.say("par_history.subtitle"),
      description: words.say("unit_history.description", { unit }),
      chart: trendLines(points, {
        axisTitle: words.say("par_history.axis"),
        series: [unit, ...new Set(means.map((row) => seriesName(row, words)))],
        segments: frameworkSegments(shown, words),
      }),
    }),
  ];
}

function historyTable(own: readonly HistoryRow[], unit: string, words: Words): Block {
  return table(own, {
    caption: words.say("unit_history.table", { unit }),
    shortName: words.say("short.unit_history.table"),
    idOf: ({ year, index_code }) => printedAnchor(String(year), index_code, "total"),
    columns: [
      { header: words.say("column.year"), isRowHeader: true, cell: (row) => cell.number(row.year, "year") },
      { header: words.say("column.points"), cell: (row) => cell.number(row.total_points, "points") },
      {
        header: words.say("column.rank"),
        cell: (row) => cell.number(row.index_rank, "count"),
      },
      {
        header: words.say("column.framework"),
        align: "left",
        cell: (row) => cell.text(frameworkName(row.framework_code, words)),
      },
      {
        header: words.say("column.source"),
        align: "left",
        cell: (row) => cell.text(words.say(`provenance.${row.provenance}`)),
      },
    ],
  });
}

function howToAsk(own: readonly HistoryRow[], words: Words): Block {
  const { year, index_code: index, unit_code, provenance } = own.at(-1) as HistoryRow;
  const figure = { round: String(year), index, unit: unit_code ?? "", node: "total", isPrinted: true };
  return explainCommand([{ provenance }], figure, words);
}
