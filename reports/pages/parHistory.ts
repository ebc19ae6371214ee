import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Column, cell, figure, table } from "../blocks.ts";
import { trendLines } from "../charts/trendLines.ts";
import { frameworkSegments, type HistoryRow, historyRow, seriesName, trendPoints } from "../history.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";

export default definePage({
  title: "par_history.title",
  chapter: "par_history",
  bundles: ["national"],
  order: 10,
  from: "marts.par_history",
  row: z.object(historyRow),
  note: "par_history.note",
  ranks: "without_interval",
  blocks(rows, { words }) {
    const levels = groupBy(rows, ({ unit_level }) => unit_level);
    return (["ministry", "province"] as const).flatMap((level) => {
      const ofLevel = levels.get(level) ?? [];
      const level_ = words.say(`par_history.level_${level}`);
      return [...meanChart(ofLevel, level_, words), ...unitTable(ofLevel, level, words)];
    });
  },
});

function meanChart(rows: readonly HistoryRow[], level: string, words: Words): readonly Block[] {
  const means = rows.filter((row) => row.unit_code === null && row.total_points !== null);
  if (means.length < 2) return [];
  const points = trendPoints(means, words);
  return [
    figure(means, {
      title: words.say("par_history.chart", { level }),
      subtitle: words.say("par_history.subtitle"),
      description: words.say("par_history.description", {
        level,
        from: (points[0] as { year: number }).year,
        to: (points.at(-1) as { year: number }).year,
      }),
      chart: trendLines(
        points.map((point) => ({ ...point, pointLabel: point.valueLabel })),
        {
          axisTitle: words.say("par_history.axis"),
          series: [...new Set(points.map(({ series }) => series))],
          segments: frameworkSegments(means, words),
        },
      ),
    }),
  ];
}

/** One row a unit, one column a year: wide, but a unit's years read in one line. */
function unitTable(
  rows: readonly HistoryRow[],
  level: HistoryRow["unit_level"],
  words: Words,
): readonly Block[] {
  const units = [...groupBy(rows, ({ series_code }) => series_code).values()].sort((a, b) =>
    compareSeries(a[0] as HistoryRow, b[0] as HistoryRow, words),
  );
  if (units.length === 0) return [];
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const lines = units.map((ofUnit) => ({
    provenance: (ofUnit.find((row) => row.provenance === "derived") ?? (ofUnit[0] as HistoryRow)).provenance,
    name: seriesName(ofUnit[0] as HistoryRow, words),
    isMean: ofUnit[0]?.unit_code === null,
    byYear: new Map(ofUnit.map((row) => [row.year, row])),
  }));
  type Line = (typeof lines)[number];
  return [
    table(lines, {
      caption: words.say("par_history.table", { level: words.say(`par_history.level_${level}`) }),
      shortName: words.say(`short.par_history.${level}`),
      columns: [
        { header: words.say("column.unit"), isRowHeader: true, cell: (line) => cell.text(line.name) },
        ...years.map(
          (year): Column<Line> => ({
            header: String(year),
            cell: (line) => cell.text(pointsAndRank(line.byYear.get(year), words)),
          }),
        ),
      ],
      isStrong: (line) => line.isMean,
    }),
  ];
}

function compareSeries(a: HistoryRow, b: HistoryRow, words: Words): number {
  return (
    Number(a.unit_code !== null) - Number(b.unit_code !== null) ||
    words.locale.compare(seriesName(a, words), seriesName(b, words))
  );
}

function pointsAndRank(row: HistoryRow | undefined, words: Words): string {
  if (row === undefined) return "";
  const points = row.total_points === null ? "[x]" : words.locale.number(row.total_points, 2);
  return row.index_rank === null ? points : `${points} (${row.index_rank})`;
}
