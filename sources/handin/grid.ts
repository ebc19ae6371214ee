import { parse } from "csv-parse/sync";
import { ArchiveError } from "../workbook/openArchive.ts";
import { columnLetters, readSheets } from "../workbook/readSheets.ts";
import { maybeCell } from "../workbook/sheetTable.ts";
import { decodeText, type Encoding } from "./decodeText.ts";

/** Where something is wrong in a file, as its reader points at it, and what. */
export interface Complaint {
  readonly where: string;
  readonly what: string;
}

/** A table as it was handed in: a header and rows of texts. */
export interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Names a cell as the reader of the file sees it. */
  readonly at: (row: number, column: number) => string;
  readonly complaints: readonly Complaint[];
}

export interface GridOptions {
  readonly encoding?: Encoding | undefined;
  readonly separator?: "," | ";" | "\t" | undefined;
  readonly sheet?: string | undefined;
  readonly decimal: "," | ".";
}

const mostRecordBytes = 4 * 1024 * 1024;

/** A CSV: its encoding and separator are found out, or it is refused. */
export function readCsvGrid(bytes: Uint8Array, options: GridOptions): Grid {
  const decoded = decodeText(bytes, options.encoding);
  if (decoded === null) {
    return refused(
      "không nhận ra bảng mã của tệp (UTF-8, UTF-16, Windows-1258, TCVN3, VNI); hãy lưu lại bằng UTF-8",
    );
  }
  const separator = options.separator ?? sniffSeparator(decoded.text);
  if (separator === null) return refused("không nhận ra dấu phân cách cột; hãy khai `separator`");
  try {
    const records = parse(decoded.text, {
      delimiter: separator,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: mostRecordBytes,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return toCsvGrid(records);
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    return refused(`không đọc được: ${message.split("\n")[0]}`, lines === undefined ? "" : `dòng ${lines}`);
  }
}

function toCsvGrid(records: readonly { record: string[]; info: { lines: number } }[]): Grid {
  const [head, ...rest] = records;
  if (!head) return refused("tệp không có hàng nào");
  const rows = rest
    .map(({ record, info }) => ({ number: info.lines, cells: record }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const complaints = rows
    .filter(({ cells }) => cells.length !== head.record.length)
    .map(({ number, cells }) => ({
      where: `dòng ${number}`,
      what: `có ${cells.length} ô, tiêu đề có ${head.record.length} cột`,
    }));
  return {
    header: head.record.map((name) => name.replaceAll(/\s+/g, " ").trim()),
    rows,
    at: (row, column) => `dòng ${row}, cột ${column + 1} (${head.record[column] ?? ""})`,
    complaints,
  };
}

/** The sign that cuts the first lines into the same number of cells, more than one. */
function sniffSeparator(text: string): "," | ";" | "\t" | null {
  const lines = text.split(/\r?\n/).filter(Boolean).slice(0, 20);
  const cut = (["\t", ";", ","] as const).filter((sign) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(sign).length);
    return counts[0]! > 1 && counts.every((count) => count === counts[0]);
  });
  return cut.length === 0 || lines.length === 0 ? null : cut[0]!;
}

/** One sheet of a workbook: nothing hidden, merged, or computed without a result. */
export function readSheetGrid(bytes: Uint8Array, options: GridOptions): Grid {
  try {
    return toSheetGrid(bytes, options);
  } catch (error) {
    if (error instanceof ArchiveError) return refused(error.message);
    throw error;
  }
}

function toSheetGrid(bytes: Uint8Array, { sheet: wanted, decimal }: GridOptions): Grid {
  const { sheets, hasExternalLinks } = readSheets(bytes);
  if (hasExternalLinks) return refused("tệp có liên kết tới tệp khác; hãy dán lại thành giá trị");
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  const sheet =
    wanted === undefined && sheets.length === 1 ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (!sheet) return refused(`tệp không có trang "${wanted ?? "(chưa khai sheet)"}"; có: ${names}`);
  const [head, ...rest] = sheet.rows;
  if (!head) return refused(`trang "${sheet.name}" không có gì`);
  const width = Math.max(...head.cells.keys());
  const complaints: Complaint[] = [];
  const place = (row: number, column?: number) =>
    `trang "${sheet.name}", hàng ${row}${column === undefined ? "" : `, cột ${columnLetters(column)}`}`;
  if (sheet.isHidden) complaints.push({ where: `trang "${sheet.name}"`, what: "trang bị ẩn" });
  for (const merge of sheet.merges) {
    complaints.push({ where: place(merge.top, merge.left), what: `các ô ${merge.ref} bị gộp; hãy bỏ gộp` });
  }
  for (const column of sheet.hiddenColumns)
    complaints.push({ where: place(head.number, column), what: "cột bị ẩn" });
  for (const row of sheet.rows)
    if (row.isHidden) complaints.push({ where: place(row.number), what: "hàng bị ẩn" });
  const textAt = (row: (typeof sheet.rows)[number], column: number): string => {
    const cell = maybeCell(row, column);
    if (!cell) return "";
    if (cell.isFormula && cell.text === "") {
      complaints.push({
        where: place(row.number, column),
        what: "công thức chưa có kết quả; hãy dán thành giá trị",
      });
    }
    if (cell.kind === "error")
      complaints.push({ where: place(row.number, column), what: `ô báo lỗi ${cell.text}` });
    return cell.kind === "number" ? cell.text.replace(".", decimal) : cell.text;
  };
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const rows = rest.map((row) => ({
    number: row.number,
    cells: columns.map((column) => textAt(row, column)),
  }));
  for (const row of rest) {
    const beyond = [...row.cells.keys()].find((column) => column > width);
    if (beyond) complaints.push({ where: place(row.number, beyond), what: "ô nằm ngoài các cột có tiêu đề" });
  }
  return {
    header: columns.map((column) => textAt(head, column).replaceAll(/\s+/g, " ").trim()),
    rows,
    at: (row, column) => place(row, column + 1),
    complaints,
  };
}

function refused(what: string, where = ""): Grid {
  return { header: [], rows: [], at: () => "", complaints: [{ where, what }] };
}
