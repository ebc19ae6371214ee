import type Excel from "exceljs";
import type { Document } from "../document.ts";
import { cleanText } from "../html/escape.ts";
import type { Words } from "../messages/words.ts";
import { theme } from "../theme.ts";
import type { ReportTools } from "../writer.ts";
import { addCharts } from "./addCharts.ts";
import { withContentsLinks } from "./contentsLinks.ts";
import { documentSheets } from "./documentSheets.ts";
import type { Sheet, SheetCell } from "./sheet.ts";
import { type PlacedChart, placeChart } from "./sheetChart.ts";
import { toText } from "./sheetText.ts";

/**
 * The tables of documents as one workbook: one table a sheet, with cover, contents and notes. Meant for tables that people
 * read; long lists of data want another writer. The same documents give the same bytes.
 */
export async function writeWorkbook(
  documents: readonly Document[],
  { words, facts }: Pick<ReportTools, "words" | "facts">,
): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.created = book.modified = new Date("2000-01-01T00:00:00Z");
  book.title = cleanText(documents[0]?.title ?? "");
  const isIllustrative = documents.some((document) => document.isIllustrative);
  const sheets = documentSheets(documents, facts, words);
  for (const sheet of sheets) addSheet(book, sheet, isIllustrative, words);
  return addCharts(
    new Uint8Array(await book.xlsx.writeBuffer(asStored)),
    chartsOf(sheets, isIllustrative ? words.say("provenance.mark") : null),
    words.language === "vi" ? "vi-VN" : "en-GB",
    { sheet: contentsSheet, rewrite: (xml) => linkContents(xml, sheets) },
  );
}

/** Not compressed yet: the archive is written anew with the charts. */
const asStored = { zip: { compression: "STORE" } } as Partial<Excel.XlsxWriteOptions>;

/** Its place among the sheets, from 1, and that of the first table. */
const contentsSheet = 2;
const firstTable = 4;

function linkContents(xml: string, sheets: readonly Sheet[]): string {
  const heads = (sheets[contentsSheet - 1]?.lines.length ?? 0) + 1;
  return withContentsLinks(
    xml,
    heads + 1,
    sheets.slice(firstTable - 1).map(({ name }) => name),
  );
}

/** The charts of sheets that have one, by the sheet's number. */
function chartsOf(sheets: readonly Sheet[], mark: string | null): ReadonlyMap<number, PlacedChart> {
  return new Map(
    sheets.flatMap((sheet, i) => {
      const placed = sheet.chart === undefined ? null : placeChart(sheet, sheet.chart, mark);
      return placed === null ? [] : [[i + 1, placed] as const];
    }),
  );
}

/** So many figures of the ordinary size stand side by side on an upright sheet of A4. */
const uprightWidth = 92;

const argb = (colour: string) => ({ argb: `FF${colour.slice(1).toUpperCase()}` });
const fill = (colour: string) => ({ type: "pattern", pattern: "solid", fgColor: argb(colour) }) as const;
const font = (more: Partial<Excel.Font> = {}): Partial<Excel.Font> => ({ name: "Arial", size: 10, ...more });

function addSheet(book: Excel.Workbook, sheet: Sheet, isIllustrative: boolean, words: Words): void {
  const headerRow = sheet.lines.length + 1;
  const widths = sheet.columns.map((_, i) => columnWidth(sheet, i));
  const frozen = sheet.columns[0]?.isRowHeader === true && sheet.columns.length > 3 ? 1 : 0;
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: frozen, ySplit: headerRow, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: widths.reduce((all, width) => all + width, 0) <= uprightWidth ? "portrait" : "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: `${isIllustrative ? `&C${words.say("provenance.mark")}` : ""}&R&P / &N` },
  });
  page.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  sheet.lines.forEach((line, i) => {
    const isMark = isIllustrative && i > 0;
    const cell = page.getCell(i + 1, 1);
    cell.value = toText(line);
    cell.font =
      i === 0
        ? font({ bold: true, size: 13, color: argb(theme.brand) })
        : font({ color: argb(isMark ? theme.warningInk : theme.muted) });
  });
  sheet.columns.forEach(({ header, align }, i) => {
    Object.assign(page.getCell(headerRow, i + 1), {
      value: toText(header),
      font: font({ bold: true }),
      fill: fill(theme.panel),
      border: { bottom: { style: "medium", color: argb(theme.brand) } },
      alignment: { ...sideways(align), vertical: "bottom", wrapText: true },
    });
    page.getColumn(i + 1).width = widths[i] as number;
  });
  setHeight(
    page.getRow(headerRow),
    sheet.columns.map(({ header }, i) => linesOf(header, widths[i] as number)),
  );
  sheet.rows.forEach(({ cells, isStrong }, row) => {
    setHeight(
      page.getRow(headerRow + 1 + row),
      cells.map((cell, i) => (typeof cell === "string" ? linesOf(cell, widths[i] as number) : 1)),
    );
    cells.forEach((cell, i) => {
      writeCell(page.getCell(headerRow + 1 + row, i + 1), cell, isStrong, sheet.columns[i]?.align ?? "left");
    });
  });
  // on paper the table alone, as wide as the page: the picture is in the printed report
  if (sheet.chart !== undefined)
    page.pageSetup.printArea = `A$1:${page.getColumn(sheet.columns.length).letter}$${headerRow + sheet.rows.length}`; // the writer sets one more $ before each
  if (sheet.rows.length > 1) {
    page.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: headerRow + sheet.rows.length, column: sheet.columns.length },
    };
  }
}

function writeCell(cell: Excel.Cell, content: SheetCell, isStrong: boolean, align: "left" | "right"): void {
  const isText = typeof content === "string";
  const isMark = isText && /^\[[cxz]\]$/.test(content);
  cell.value = isText ? toText(content) : content.value;
  cell.style = styleOf({ isStrong, isMark, align, format: isText ? null : content.format });
}

interface CellLook {
  readonly isStrong: boolean;
  readonly isMark: boolean;
  readonly align: "left" | "right";
  /** Of a number; null for a text. */
  readonly format: string | null;
}

/** Cells that look the same share one style, which the workbook then writes once instead of finding it again a cell. */
function styleOf(look: CellLook): Partial<Excel.Style> {
  const { isStrong, isMark, align, format } = look;
  const key = `${isStrong} ${isMark} ${align} ${format}`;
  const style = styles.get(key) ?? makeStyle(look);
  styles.set(key, style);
  return style;
}

const styles = new Map<string, Partial<Excel.Style>>();

function makeStyle({ isStrong, isMark, align, format }: CellLook): Partial<Excel.Style> {
  return {
    font: font({ bold: isStrong, ...(isMark ? { color: argb(theme.warningInk) } : {}) }),
    alignment: { ...sideways(align), vertical: "top", wrapText: format === null },
    border: { bottom: { style: "thin", color: argb(theme.line) } },
    ...(isStrong && { fill: fill(theme.panel) }),
    ...(format !== null && { numFmt: format }),
  };
}

/** Figures keep a little away from the words to their right. */
const sideways = (align: "left" | "right") => ({
  horizontal: align,
  ...(align === "right" ? { indent: 1 } : {}),
});

/** About how many lines a text takes in a column so many figures wide: letters are narrower than figures. */
function linesOf(text: string, figures: number): number {
  const width = 1.1 * figures;
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(/\s+/)) {
    if (used > 0 && used + length + 1 > width - 1) {
      lines += 1;
      used = 0;
    }
    used += length + (used > 0 ? 1 : 0);
  }
  return lines;
}

/** Said in the file, since not every program finds out by itself how high a row of several lines is. */
function setHeight(row: Excel.Row, lines: readonly number[]): void {
  const most = Math.max(1, ...lines);
  if (most > 1) row.height = 13 * most + 3;
}

/** Wide enough for most of a column's texts; the rest wraps. */
function columnWidth({ columns, rows }: Sheet, position: number): number {
  const said = columns[position]?.width;
  if (said !== undefined) return said;
  const lengths = rows.map(({ cells }) => {
    const cell = cells[position];
    return typeof cell === "string" ? cell.length : 11;
  });
  const header = Math.max(0, ...(columns[position]?.header ?? "").split(/\s+/).map((word) => word.length));
  return Math.min(60, Math.max(10, header + 4, ...lengths.map((length) => length + 2)));
}
