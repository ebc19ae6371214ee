import { ArchiveError, openArchive } from "./openArchive.ts";
import { scanXml } from "./scanXml.ts";

/** What a cell holds. A formula is never computed: its stored result, if there is one, is all that is known of it. */
export interface Cell {
  readonly column: number;
  readonly kind: "text" | "number" | "boolean" | "error";
  /** Text as typed; a number in plain or scientific digits as the file has it; "" where a formula has no result. */
  readonly text: string;
  readonly isFormula: boolean;
  /** Whether the cell shows its number as a date or a time. */
  readonly isDate: boolean;
}

export interface SheetRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A range of merged cells, inclusive. */
export interface Merge {
  readonly ref: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows that hold something, in order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly number[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hasExternalLinks: boolean;
  /** Whether dates are counted from 1904, as old spreadsheets of Apple did, and not from 1900. */
  readonly isFrom1904: boolean;
}

const mostRows = 20_000;
const mostCells = 300_000;

/**
 * Reads an XLSX file as it stands: sheets, rows, cells, what is hidden and what is merged. No link is followed, no formula
 * computed, no entity expanded, and every size is limited.
 *
 * @throws ArchiveError where the file is not opened at all
 */
export function readSheets(bytes: Uint8Array): Workbook {
  const parts = openArchive(bytes);
  const part = (name: string): Uint8Array => {
    const found = parts.get(name);
    if (found === undefined) throw new ArchiveError(`tệp không phải sổ tính .xlsx: thiếu ${name}`);
    return found;
  };
  const strings = readStrings(parts.get("xl/sharedStrings.xml"));
  const dateStyles = readDateStyles(parts.get("xl/styles.xml"));
  const targets = new Map<string, string>();
  for (const { name, attributes } of scanXml("workbook.xml.rels", part("xl/_rels/workbook.xml.rels")))
    if (name === "Relationship") targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
  const sheets: Sheet[] = [];
  const budget = { cells: 0 };
  let isFrom1904 = false;
  for (const { name, isEnd, attributes } of scanXml("workbook.xml", part("xl/workbook.xml"))) {
    if (name === "workbookPr") isFrom1904 ||= isOn(attributes["date1904"]);
    if (name !== "sheet" || isEnd) continue;
    const target = (targets.get(attributes["id"] ?? "") ?? "").replace(/^\/?(xl\/)?/, "xl/");
    const isHidden = attributes["state"] !== undefined && attributes["state"] !== "visible";
    sheets.push({
      name: attributes["name"] ?? "",
      isHidden,
      ...readSheet(target, part(target), { strings, dateStyles }, budget),
    });
  }
  const hasExternalLinks = [...parts.keys()].some((name) => name.startsWith("xl/externalLinks/"));
  return { sheets, hasExternalLinks, isFrom1904 };
}

/** Rich text is its runs joined; phonetic hints are left out. */
function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let isPhonetic = false;
  for (const { name, isEnd, isEmpty, text } of scanXml("sharedStrings.xml", bytes)) {
    if (name === "si" && !isEnd) strings.push("");
    if (name === "rPh") isPhonetic = !isEnd && !isEmpty;
    if (name === "t" && !isEnd && !isPhonetic) strings[strings.length - 1] += text;
  }
  return strings;
}

/** The numbers of the cell styles that show a date or a time. */
function readDateStyles(bytes: Uint8Array | undefined): Set<string> {
  const formats = new Map<string, string>();
  const styles = new Set<string>();
  if (bytes === undefined) return styles;
  let count = -1; // outside the list of cell styles
  for (const { name, isEnd, attributes } of scanXml("styles.xml", bytes)) {
    const { numFmtId: id = "0" } = attributes;
    if (name === "numFmt" && !isEnd) formats.set(id, attributes["formatCode"] ?? "");
    if (name === "cellXfs") count = isEnd ? -1 : 0;
    if (name !== "xf" || isEnd || count < 0) continue;
    if (isDateFormat(Number(id), formats.get(id))) styles.add(`${count}`);
    count += 1;
  }
  return styles;
}

/** Whether a number format shows a date: by its number where it is built in, else by letters that are no words or colours. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (14 <= id && id <= 22) || (27 <= id && id <= 36) || (45 <= id && id <= 58);
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, ""));
}

/** What cells point at by number: texts, and the formats that show a date. */
interface Shared {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<string>;
}

interface OpenCell {
  column: number;
  style: string;
  type: string;
  value: string;
  isFormula: boolean;
}

function readSheet(name: string, bytes: Uint8Array, shared: Shared, budget: { cells: number }) {
  const rows: { number: number; isHidden: boolean; cells: Map<number, Cell> }[] = [];
  const merges: Merge[] = [];
  const hiddenColumns: number[] = [];
  let nRows = 0;
  let cell: OpenCell | null = null;
  const close = () => {
    const made = cell === null ? null : maybeCell(cell, shared);
    if (made !== null) rows.at(-1)?.cells.set(made.column, made);
    cell = null;
  };
  for (const { name: tag, isEnd, isEmpty, attributes, text } of scanXml(name, bytes)) {
    if (tag === "row" && !isEnd) {
      nRows += 1;
      if (nRows > mostRows)
        throw new ArchiveError(
          `một trang có hơn ${mostRows} hàng; hãy xóa các hàng trống, hoặc nộp bằng CSV`,
        );
      const number = Number(attributes["r"] ?? (rows.at(-1)?.number ?? 0) + 1);
      rows.push({ number, isHidden: isOn(attributes["hidden"]), cells: new Map() });
    } else if (tag === "c") {
      close();
      if (isEnd) continue;
      budget.cells += 1;
      if (budget.cells > mostCells) throw new ArchiveError(`tệp có hơn ${mostCells} ô; hãy nộp bằng CSV`);
      const column = toColumn(attributes["r"]) ?? Math.max(0, ...(rows.at(-1)?.cells.keys() ?? [])) + 1;
      const { t: type = "n", s: style = "" } = attributes;
      cell = { column, style, type, value: "", isFormula: false };
      if (isEmpty) close();
    } else if (cell !== null && !isEnd) {
      if (tag === "f") cell.isFormula = true;
      if (tag === "v" || tag === "t") cell.value += text;
    } else if (tag === "mergeCell" && !isEnd) merges.push(toMerge(attributes["ref"] ?? ""));
    else if (tag === "col" && isOn(attributes["hidden"]) && hiddenColumns.length < 100)
      hiddenColumns.push(Number(attributes["min"]));
  }
  return { rows: rows.filter((row) => row.cells.size > 0), merges, hiddenColumns };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** A cell that is only formatted holds nothing. */
function maybeCell(
  { column, style, type, value, isFormula }: OpenCell,
  { strings, dateStyles }: Shared,
): Cell | null {
  const text = type === "s" ? (strings[Number(value)] ?? "") : value;
  if (text === "" && !isFormula) return null;
  const kind = type === "n" ? "number" : type === "b" ? "boolean" : type === "e" ? "error" : "text";
  return { column, kind, text, isFormula, isDate: kind === "number" && dateStyles.has(style) };
}

function toColumn(ref: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(ref ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * A column as the spreadsheet names it.
 *
 * @example columnLetters(28) // "AB"
 */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

function toMerge(ref: string): Merge {
  const [from = "", to = from] = ref.split(":");
  const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0] ?? 0);
  return { ref, top: rowOf(from), bottom: rowOf(to), left: toColumn(from) ?? 0, right: toColumn(to) ?? 0 };
}
