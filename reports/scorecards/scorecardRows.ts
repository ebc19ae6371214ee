import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Cell, cell } from "../blocks.ts";
import type { ChapterCode } from "../chapters.ts";
import type { Words } from "../messages/words.ts";
import { nullableNumber } from "../rows.ts";

export type ScoredIndex = "par_province" | "par_ministry";

/** Scorecards have chapters of their own: they never stand beside published figures. */
export const scoredChapter = {
  par_province: "par_scores_province",
  par_ministry: "par_scores_ministry",
} as const satisfies Record<ScoredIndex, ChapterCode>;

/** A percent of the maximum, of which only the surveyed part has an error. */
export const scoredPercent = {
  percent: nullableNumber, // null: points are not complete, or withheld
  percent_df: nullableNumber, // null: nothing is estimated
  percent_low: nullableNumber,
  percent_high: nullableNumber,
  percent_status: z.enum([
    "ok",
    "fixed",
    "not_published",
    "incomplete",
    "not_applicable",
    "suppressed",
    "no_responses",
    "one_cluster",
    "not_estimable",
  ]),
};
const shape = z.object(scoredPercent);
export type ScoredPercent = z.output<typeof shape>;

export function percentCell({ percent, percent_status }: ScoredPercent): Cell {
  if (percent !== null) return cell.number(percent, "percent");
  return cell.missing(percent_status === "suppressed" ? "suppressed" : "not_estimable");
}

/** An interval; [z] where nothing is surveyed. */
export function intervalCell(row: ScoredPercent): Cell {
  if (row.percent_status === "fixed") return cell.notApplicable();
  if (row.percent_low === null || row.percent_high === null)
    return cell.missing(row.percent_status === "suppressed" ? "suppressed" : "not_estimable");
  return { kind: "interval", low: row.percent_low, high: row.percent_high };
}

export function dfCell(row: ScoredPercent): Cell {
  return row.percent_status === "fixed" || (row.percent_status === "ok" && row.percent_df === null)
    ? cell.notApplicable()
    : cell.number(row.percent_df, "df");
}

/** "79,72 (78,10–81,34)" beside a dot. */
export function percentLabel(
  { percent, percent_low, percent_high }: ScoredPercent,
  { locale }: Words,
): string {
  if (percent === null) return "[x]";
  const point = locale.number(percent, 2);
  if (percent_low === null || percent_high === null) return point;
  return `${point} (${locale.number(percent_low, 2)}–${locale.number(percent_high, 2)})`;
}

/** Rows of one ranking after another, as they come: real and fictional units never share a block. */
export function named(row: { unit_name: string | null; unit_name_en: string | null }, words: Words): string {
  return words.pick(row.unit_name ?? "", row.unit_name_en ?? row.unit_name ?? "");
}

/** The rows of one index, ranking by ranking, in the order they come. */
export function rankingsOf<Row extends { readonly index_code: string; readonly ranking_code: string }>(
  rows: readonly Row[],
  index: ScoredIndex,
): readonly (readonly Row[])[] {
  const own = rows.filter((each) => each.index_code === index);
  return [...groupBy(own, ({ ranking_code }) => ranking_code).values()];
}
