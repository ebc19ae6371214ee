import { EstimateError } from "../../models/errors.ts";
import { escapeText } from "../html/escape.ts";
import { toText } from "./sheetText.ts";

/**
 * A sheet of contents whose first column leads to the sheets that it names, inside the workbook: a place, no address, so that
 * nothing outside can be meant.
 */
export function withContentsLinks(sheet: string, firstRow: number, names: readonly string[]): string {
  if (names.length === 0) return sheet;
  if (!sheet.includes("<pageMargins") || sheet.includes("<hyperlinks"))
    throw new EstimateError("The sheet of contents is not written as its links expect.");
  const links = names.map((name, row) => {
    const place = escapeText(`'${toText(name).replaceAll("'", "''")}'!A1`);
    return `<hyperlink ref="A${firstRow + row}" location="${place}" display="${escapeText(toText(name))}"/>`;
  });
  return sheet.replace("<pageMargins", `<hyperlinks>${links.join("")}</hyperlinks><pageMargins`);
}
