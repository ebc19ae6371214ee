import { type ScoreRow, scoreFields, scoreRow } from "../../models/scorecards/scoreEntry.ts";
import { parseCsv } from "../../models/spec/parseCsv.ts";
import type { Parsed } from "../../models/spec/parsed.ts";

/**
 * Where the card of a unit stands below the project's scorecards folder. Fictional units have a folder of their own, so that a
 * store of invented points never holds a real unit's.
 *
 * @example cardPath(row, "minh-hoa-bo-a") // "minh-hoa/2023/par_ministry/minh-hoa-bo-a.csv"
 */
export function cardPath(
  { round_code, index_code }: Pick<ScoreRow, "round_code" | "index_code">,
  unitCode: string,
): string {
  const kind = unitCode.startsWith("minh-hoa-") ? "minh-hoa" : "real";
  return `${kind}/${round_code}/${index_code}/${unitCode}.csv`;
}

/** A card as text: one row a leaf and stage, in the columns of `scoreFields`; equal cards are equal text. */
export function toCardText(rows: readonly ScoreRow[]): string {
  const lines = rows.map((row) => scoreFields.map((field) => quote(row[field] ?? "")).join(","));
  return `${[scoreFields.join(","), ...lines].join("\n")}\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads a card's text; every problem by line and column. */
export function parseCard(file: string, text: string): Parsed<ScoreRow[]> {
  return parseCsv(file, text, scoreRow);
}
