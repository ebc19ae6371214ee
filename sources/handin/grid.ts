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

/** What a reader of CSV stumbles over, by its own codes. */
const unreadable: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "dấu ngoặc kép mở mà không đóng",
  CSV_INVALID_CLOSING_QUOTE: "sau dấu ngoặc kép đóng phải là dấu phân cách cột",
  INVALID_OPENING_QUOTE: "dấu ngoặc kép nằm giữa ô; hãy viết hai lần và đặt cả ô trong ngoặc kép",
  CSV_MAX_RECORD_SIZE: `dòng dài quá ${mostRecordBytes / 1_048_576} MB`,
};

/** A CSV: its encoding and separator are found out, or it is refused. */
export function readCsvGrid(bytes: Uint8Array, options: GridOptions): Grid {
  const decoded = decodeText(bytes, options.encoding);
  if (decoded === null) {
    return refused(
      options.encoding
        ? `không đọc được theo \`encoding: ${options.encoding}\` đã khai; hãy sửa hoặc bỏ khai báo`
        : "không nhận ra bảng mã của tệp (UTF-8, UTF-16, Windows-1258, TCVN3, VNI); hãy lưu lại bằng UTF-8",
    );
  }
  if (decoded.text.trim() === "") return refused("tệp không có hàng nào");
  const found = sniffSeparator(decoded.text);
  const separator = options.separator ?? found;
  if (separator === null) {
    return refused(
      'không nhận ra dấu phân cách cột (",", ";" hoặc tab); hãy khai `separator` hoặc lưu lại tệp',
    );
  }
  try {
    const records = parse(decoded.text, {
      delimiter: separator,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: mostRecordBytes,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (found !== null && found !== separator && records.every(({ record }) => record.length <= 1)) {
      return refused(
        `đã khai \`separator\` là ${nameOf(separator)}, nhưng các cột cách nhau bằng ${nameOf(found)}`,
      );
    }
    return toCsvGrid(records);
  } catch (error) {
    const { lines, code = "" } = error as { lines?: number; code?: string };
    const why = unreadable[code] ?? "không đọc được như tệp CSV";
    return refused(why, lines === undefined ? "" : `dòng ${lines}`);
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

function nameOf(separator: string): string {
  return separator === "\t" ? "tab" : `"${separator}"`;
}

/** The sign that cuts the first lines into the same number of cells, more than one; else the only one that cuts the header. */
function sniffSeparator(text: string): "," | ";" | "\t" | null {
  const lines = text.split(/\r?\n/).filter(Boolean).slice(0, 20);
  const counted = (["\t", ";", ","] as const).map((sign) => ({
    sign,
    counts: lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(sign).length),
  }));
  const cutting = counted.filter(({ counts: [first = 0] }) => first > 1);
  const even = cutting.find(({ counts }) => counts.every((count) => count === counts[0]));
  return even?.sign ?? (cutting.length === 1 ? cutting[0]!.sign : null);
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
