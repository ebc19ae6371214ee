import { parse } from "csv-parse/sync";
import { decodeText } from "./decodeText.ts";
import { type Grid, type GridOptions, refused, toHeader } from "./grid.ts";

const mostRecordBytes = 4 * 1024 * 1024;

/** What a reader of CSV stumbles over, by its own codes. */
const unreadable: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "dấu ngoặc kép mở mà không đóng",
  CSV_INVALID_CLOSING_QUOTE: "sau dấu ngoặc kép đóng phải là dấu phân cách cột",
  INVALID_OPENING_QUOTE: "dấu ngoặc kép nằm giữa ô; hãy viết hai lần và đặt cả ô trong ngoặc kép",
  CSV_MAX_RECORD_SIZE: `dòng dài quá ${mostRecordBytes / 1_048_576} MB`,
};

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** A CSV: its encoding and separator are found out, or it is refused. */
export function readCsvGrid(bytes: Uint8Array, options: GridOptions): Grid {
  const decoded = decodeText(bytes, options.encoding);
  if (decoded === null) {
    return refused(
      options.encoding
        ? `không đọc được theo \`encoding: ${options.encoding}\` đã khai; hãy sửa hoặc bỏ khai báo`
        : "không nhận ra bảng mã của tệp (UTF-8, UTF-16, Windows-1258, TCVN3, VNI); hãy khai `encoding` hoặc lưu lại bằng UTF-8",
    );
  }
  if (decoded.text.trim() === "") return refused("tệp không có hàng nào");
  const found = sniffSeparator(decoded.text, options.header_row);
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
    }) as unknown as CsvRecord[];
    if (found !== null && found !== separator && records.every(({ record }) => record.length <= 1)) {
      return refused(
        `đã khai \`separator\` là ${nameOf(separator)}, nhưng các cột cách nhau bằng ${nameOf(found)}`,
      );
    }
    return toGrid(records, options.header_row);
  } catch (error) {
    const { lines, code = "" } = error as { lines?: number; code?: string };
    const why = unreadable[code] ?? "không đọc được như tệp CSV";
    return refused(why, lines === undefined ? "" : `dòng ${lines}`);
  }
}

function toGrid(records: readonly CsvRecord[], headerRow: number | undefined): Grid {
  const filled = records.filter(({ record }) => record.some(isFilled));
  const place = filled.findIndex(({ info }) => headerRow === undefined || info.lines === headerRow);
  const head = filled[place];
  if (!head) return refused(`dòng ${headerRow} đã khai là \`header_row\` không có gì`);
  const header = withoutEmptyEnd(head.record).map(toHeader);
  const rows = filled.slice(place + 1).map(({ record, info }) => ({
    number: info.lines,
    cells: record.slice(0, Math.max(header.length, withoutEmptyEnd(record).length)),
  }));
  const at = (row: number, column?: number) =>
    column === undefined ? `dòng ${row}` : `dòng ${row}, cột ${column + 1} (${header[column] ?? ""})`;
  const complaints = rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ number, cells }) => ({
      where: at(number),
      what: `có ${cells.length} ô, tiêu đề có ${header.length} cột`,
    }));
  return { header, headerRow: head.info.lines, rows, at, complaints };
}

function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}

/** Spreadsheets end lines with as many separators as their widest row has. */
function withoutEmptyEnd(record: readonly string[]): readonly string[] {
  return record.slice(0, record.findLastIndex(isFilled) + 1);
}

function nameOf(separator: string): string {
  return separator === "\t" ? "tab" : `"${separator}"`;
}

const separators = ["\t", ";", ","] as const;

/**
 * The sign that cuts the lines into the same number of cells, more than one: all of them, or all below what stands above the
 * header. Else the only sign that cuts the first line.
 */
function sniffSeparator(text: string, headerRow = 1): (typeof separators)[number] | null {
  const lines = text
    .split(/\r?\n/, headerRow + 30)
    .slice(headerRow - 1)
    .filter(Boolean);
  const counted = separators.map((sign) => ({
    sign,
    counts: lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(sign).length),
  }));
  for (let from = 0; from === 0 || from < lines.length - 2; from += 1) {
    const even = counted.find(
      ({ counts }) =>
        counts[from]! > 1 && counts.every((count, line) => line < from || count === counts[from]),
    );
    if (even) return even.sign;
  }
  const cutting = counted.filter(({ counts: [first = 0] }) => first > 1);
  return cutting.length === 1 ? cutting[0]!.sign : null;
}
