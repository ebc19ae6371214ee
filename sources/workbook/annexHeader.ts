import type { Sheet } from "./readSheets.ts";
import { textOf } from "./sheetTable.ts";

/** Where an annex keeps what, by column; only the first three are needed. */
export interface AnnexHeader {
  readonly row: number;
  readonly code: number;
  readonly name: number;
  readonly max: number;
  readonly name_en?: number;
  readonly kind?: number;
  readonly rule_text?: number;
  readonly evidence?: number;
  readonly department?: number;
}

/** How annexes head their columns. */
const headings: Readonly<Record<Exclude<keyof AnnexHeader, "row">, RegExp>> = {
  code: /^(stt|tt|số tt|số thứ tự|mã|mã số|mã tiêu chí)$/i,
  name_en: /^(tên tiếng anh|english)/i,
  max: /^(điểm tối đa|thang điểm|điểm chuẩn)/i,
  rule_text: /^(cách (chấm|tính|đánh giá)|hướng dẫn chấm)/i,
  evidence: /(tài liệu|hồ sơ) (kiểm|minh) chứng/i,
  department: /^(cơ quan|đơn vị)/i,
  kind: /^(loại|hình thức|phương pháp)/i,
  name: /^(lĩnh vực|tiêu chí|tên|nội dung)/i,
};

const searchedRows = 30;

/**
 * The heading row of a sheet: the first within thirty that has a number, a name and a maximum; null where there is none.
 *
 * @example findAnnexHeader(sheet) // { row: 4, code: 1, name: 2, max: 3, evidence: 6 }
 */
export function findAnnexHeader(sheet: Sheet): AnnexHeader | null {
  for (const row of sheet.rows.filter(({ number }) => number <= searchedRows)) {
    const found: Record<string, number> = {};
    for (const column of [...row.cells.keys()].sort((a, b) => a - b)) {
      const heading = textOf(row, column);
      const [key] =
        Object.entries(headings).find(([name, pattern]) => !(name in found) && pattern.test(heading)) ?? [];
      if (key !== undefined) found[key] = column;
    }
    if ("code" in found && "name" in found && "max" in found)
      return { row: row.number, ...found } as unknown as AnnexHeader;
  }
  return null;
}

/** The columns that an annex is read from. */
export function annexColumns({ row: _, ...columns }: AnnexHeader): number[] {
  return Object.values(columns);
}
