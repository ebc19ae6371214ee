import { ArchiveError } from "../workbook/openArchive.ts";
import { type Cell, columnLetters, readSheets, type Sheet, type SheetRow } from "../workbook/readSheets.ts";
import { maybeCell } from "../workbook/sheetTable.ts";
import { type Complaint, type Grid, type GridOptions, refused, toHeader } from "./grid.ts";
import { writeNumber, writeSerialDate } from "./writeCell.ts";

/** One sheet of a workbook: nothing hidden, merged, or computed without a result. */
export function readSheetGrid(bytes: Uint8Array, options: GridOptions): Grid {
  try {
    return toGrid(bytes, options);
  } catch (error) {
    if (error instanceof ArchiveError) return refused(error.message);
    throw error;
  }
}

function toGrid(bytes: Uint8Array, options: GridOptions): Grid {
  const { sheets, hasExternalLinks, isFrom1904 } = readSheets(bytes);
  if (hasExternalLinks) return refused("tệp có liên kết tới tệp khác; hãy dán lại thành giá trị");
  const sheet = maybeChosen(sheets, options.sheet);
  if (!sheet) return refused(whichSheet(sheets, options.sheet));
  const place = sheet.rows.findIndex(
    ({ number }) => options.header_row === undefined || number === options.header_row,
  );
  const head = sheet.rows[place];
  const name = `trang "${sheet.name}"`;
  if (!head) {
    return refused(
      options.header_row === undefined
        ? `${name} không có gì`
        : `${name}, hàng ${options.header_row} đã khai là \`header_row\` không có gì`,
    );
  }
  const at = (row: number, column?: number) =>
    `${name}, hàng ${row}${column === undefined ? "" : `, cột ${columnLetters(column + 1)}`}`;
  const complaints = shapeComplaints(sheet, head, at);
  const tall = tallTexts(sheet);
  const textAt = (row: SheetRow, column: number): string => {
    const cell = maybeCell(row, column) ?? maybeCell(tall.get(`${row.number} ${column}`) ?? row, column);
    if (!cell) return "";
    const wrong = maybeWrong(cell);
    if (wrong) complaints.push({ where: at(row.number, column - 1), what: wrong });
    if (cell.kind !== "number") return cell.text;
    return cell.isDate
      ? writeSerialDate(cell.text, options.writing.dates, isFrom1904)
      : writeNumber(cell.text, options.writing.decimal);
  };
  const width = lastFilled(head);
  const rows = sheet.rows.slice(place + 1).filter((row) => lastFilled(row) > 0);
  const beyond = rows.filter((row) => lastFilled(row) > width);
  if (beyond[0]) {
    const { number } = beyond[0];
    const what = `ô nằm ngoài các cột có tiêu đề${andMore(beyond.length - 1)}`;
    complaints.push({ where: at(number, lastFilled(beyond[0]) - 1), what });
  }
  return {
    header: Array.from({ length: width }, (_, index) => toHeader(textAt(head, index + 1))),
    headerRow: head.number,
    rows: rows.map((row) => ({
      number: row.number,
      cells: Array.from({ length: Math.max(width, lastFilled(row)) }, (_, index) => textAt(row, index + 1)),
    })),
    at,
    complaints,
  };
}

/** The number of the last column that holds more than blanks; 0 where none does. */
function lastFilled({ cells }: SheetRow): number {
  return Math.max(
    0,
    ...[...cells.values()]
      .filter(({ text, isFormula }) => isFormula || text.trim() !== "")
      .map(({ column }) => column),
  );
}

function andMore(rows: number, why = ""): string {
  return rows > 0 ? ` (và ${rows} hàng nữa${why})` : "";
}

/** Cells that are merged downwards in one column, by the last row and the column: the row that holds their text. */
function tallTexts({ rows, merges }: Sheet): Map<string, SheetRow> {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return new Map(
    merges
      .filter(({ left, right }) => left === right)
      .flatMap(({ top, bottom, left }) => {
        const row = byNumber.get(top);
        return row ? [[`${bottom} ${left}`, row] as const] : [];
      }),
  );
}

/** The sheet that was named; without a name the only one that holds something. */
function maybeChosen(sheets: readonly Sheet[], wanted: string | undefined): Sheet | undefined {
  if (wanted !== undefined) return sheets.find(({ name }) => name === wanted);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  return filled.length > 1 ? undefined : (filled[0] ?? sheets[0]);
}

function whichSheet(sheets: readonly Sheet[], wanted: string | undefined): string {
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  return wanted === undefined
    ? `tệp có nhiều trang: ${names}; hãy khai \`sheet\` là trang cần đọc`
    : `tệp không có trang "${wanted}"; có: ${names}`;
}

/** What is merged or hidden from the header down. A header may be merged with cells above it. */
function shapeComplaints(sheet: Sheet, { number: headerRow }: SheetRow, at: Grid["at"]): Complaint[] {
  const found: Complaint[] = [];
  if (sheet.isHidden) found.push({ where: `trang "${sheet.name}"`, what: "trang bị ẩn" });
  for (const merge of sheet.merges) {
    const endsInHeader = merge.bottom === headerRow && merge.left === merge.right;
    if (merge.bottom >= headerRow && !endsInHeader)
      found.push({ where: at(merge.top, merge.left - 1), what: `các ô ${merge.ref} bị gộp; hãy bỏ gộp` });
  }
  for (const column of sheet.hiddenColumns)
    found.push({ where: at(headerRow, column - 1), what: "cột bị ẩn; hãy bỏ ẩn hoặc xóa cột" });
  const [hidden, ...more] = sheet.rows.filter((row) => row.isHidden && row.number >= headerRow);
  const others = andMore(more.length, "; có thể do bộ lọc");
  if (hidden) found.push({ where: at(hidden.number), what: `hàng bị ẩn${others}; hãy bỏ ẩn hoặc xóa hàng` });
  return found;
}

function maybeWrong({ kind, text, isFormula }: Cell): string | null {
  if (isFormula && text === "") return "công thức chưa có kết quả; hãy dán thành giá trị";
  if (kind === "error") return `ô báo lỗi ${text}`;
  const digits = kind === "number" ? Math.abs(Number(text)) : 0;
  return digits >= 1e15 ? "số dài hơn 15 chữ số bị làm tròn; hãy định dạng ô thành Văn bản và gõ lại" : null;
}
