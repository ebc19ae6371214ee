import { z } from "zod";
import type { TrendPoint, TrendSegment } from "./charts/trendLines.ts";
import type { Words } from "./messages/words.ts";
import { provenance } from "./provenance.ts";
import { count, nullableNumber } from "./rows.ts";

/** A row of marts.par_history: one year of one unit, or of the mean (`nation`). */
export const historyRow = {
  provenance,
  index_code: z.enum(["par_ministry", "par_province"]),
  series_code: z.string(),
  unit_level: z.enum(["ministry", "province"]),
  unit_code: z.string().nullable(), // null: the mean, a public aggregate
  unit_name: z.string(),
  unit_name_en: z.string(),
  year: count,
  total_points: nullableNumber, // null: only the rank was published
  index_rank: count.nullable(), // null: only the points were published, or a mean
  framework_code: z.string(),
  segment_no: count,
};
const shape = z.object(historyRow);
export type HistoryRow = z.output<typeof shape>;

export const byYear = (a: HistoryRow, b: HistoryRow): number => a.year - b.year;

export const seriesName = (row: HistoryRow, words: Words): string =>
  words.pick(row.unit_name, row.unit_name_en);

/** The points of a trend chart; years with a rank alone have none. */
export function trendPoints(rows: readonly HistoryRow[], words: Words): readonly TrendPoint[] {
  return [...rows].sort(byYear).flatMap((row) =>
    row.total_points === null
      ? []
      : [
          {
            series: seriesName(row, words),
            year: row.year,
            value: row.total_points,
            valueLabel: words.locale.number(row.total_points, 2),
            segment: row.segment_no,
            pointLabel:
              row.index_rank === null ? "" : words.say("par_history.rank", { rank: row.index_rank }),
            isDerived: row.provenance === "derived",
          },
        ],
  );
}

/** The decision that a framework is named by, or words where the published tables know none. */
export function frameworkName(code: string, words: Words): string {
  if (code.endsWith("(number not found)")) return words.say("par_history.unnumbered");
  const [, year] = /^pilot (\d{4})$/.exec(code) ?? [];
  return year === undefined ? code : words.say("par_history.pilot", { year });
}

/** The frameworks that these rows were scored under, each with the first year in which it shows here. */
export function frameworkSegments(rows: readonly HistoryRow[], words: Words): readonly TrendSegment[] {
  const firsts = new Map<number, HistoryRow>();
  for (const row of [...rows].sort(byYear)) if (!firsts.has(row.segment_no)) firsts.set(row.segment_no, row);
  return [...firsts.values()].map((row) => ({
    year: row.year,
    label: frameworkName(row.framework_code, words),
  }));
}
