import type { Issue } from "../../models/errors.ts";
import { type Cell, columnLetters, type Sheet, type SheetRow } from "./readSheets.ts";

/** Says a problem of a cell of a workbook, in Vietnamese. */
export type SayCell = (row: number, column: number | null, message: string) => void;

/** An issue that names file, sheet, row and column the way a reader of the sheet points at it. */
export function cellIssue(
  file: string,
  sheet: string,
  row: number,
  column: number | null,
  message: string,
): Issue {
  const cell = column === null ? "" : `, cột ${columnLetters(column)}`;
  return { file, path: `trang "${sheet}", hàng ${row}${cell}`, message };
}

/** The problems of a table of a sheet that are there before its content is looked at: hidden rows, merged cells. */
export function checkSheetShape(
  sheet: Sheet,
  headerRow: number,
  columns: readonly number[],
  say: SayCell,
): void {
  for (const row of sheet.rows)
    if (row.number > headerRow && row.isHidden) say(row.number, null, "hàng bị ẩn; hãy bỏ ẩn hoặc xóa hàng");
  for (const merge of sheet.merges) {
    const column = columns.find((each) => merge.left <= each && each <= merge.right);
    if (merge.bottom > headerRow && column !== undefined)
      say(
        Math.max(merge.top, headerRow + 1),
        column,
        `các ô ${merge.ref} bị gộp; hãy bỏ gộp, mỗi hàng một tiêu chí`,
      );
  }
  for (const column of sheet.hiddenColumns)
    if (columns.includes(column)) say(headerRow, column, "cột bị ẩn; hãy bỏ ẩn");
}

/** The text of a cell with outer and doubled spaces taken off; "" where there is none. */
export function textOf(row: SheetRow, column: number | undefined): string {
  const cell = maybeCell(row, column);
  return (cell?.text ?? "").replace(/[\s\u00A0]+/g, " ").trim();
}

export function maybeCell(row: SheetRow, column: number | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells.get(column);
}

/**
 * The decimal of a number cell, with the digits that its author typed: spreadsheets store 14.1 as the nearest binary number, and
 * its shortest decimal is taken. null where there is none, after saying why.
 */
export function maybeDecimal(cell: Cell, row: number, say: SayCell): string | null {
  if (cell.kind !== "number") {
    say(row, cell.column, `"${cell.text}" là chữ, không phải số; hãy định dạng ô thành Số và gõ lại`);
    return null;
  }
  const text = toPlain(cell.text);
  if (text === null) say(row, cell.column, `${cell.text} không phải số thập phân có tối đa 9 chữ số lẻ`);
  return text;
}

function toPlain(stored: string): string | null {
  const value = Number(stored);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
  const shortest = Number(value.toPrecision(15)).toString();
  return /^-?\d+(\.\d{1,9})?$/.test(shortest) ? shortest : null;
}
