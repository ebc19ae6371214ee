import type { Margin } from "./round.ts";

/**
 * The text of a margins.csv with these rows.
 *
 * @example toMarginsCsv(demoMargins(units)).split("\n")[0] // "unit_code,margin_code,category_code,population,provenance,source,reference_date,verified_by"
 */
export function toMarginsCsv(margins: readonly Margin[]): string {
  const columns = [
    "unit_code",
    "margin_code",
    "category_code",
    "population",
    "provenance",
    "source",
    "reference_date",
    "verified_by",
  ] as const;
  const cell = (value: string | number | null) =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? "");
  return [
    columns.join(","),
    ...margins.map((row) => columns.map((column) => cell(row[column])).join(",")),
    "",
  ].join("\n");
}
