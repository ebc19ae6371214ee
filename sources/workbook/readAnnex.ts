import { Big } from "big.js";
import { type Issue, SpecError } from "../../models/errors.ts";
import {
  type Framework,
  type FrameworkLevel,
  type FrameworkNode,
  type LeafKind,
  nodeCode,
} from "../../models/frameworks/framework.ts";
import { nodeCounts } from "../../models/frameworks/nodeCounts.ts";
import type { Structure } from "../../models/frameworks/structure.ts";
import { type AnnexHeader, annexColumns, findAnnexHeader } from "./annexHeader.ts";
import { ArchiveError } from "./openArchive.ts";
import { readSheets, type Sheet, type SheetRow, type Workbook } from "./readSheets.ts";
import { cellIssue, checkSheetShape, maybeCell, maybeDecimal, type SayCell, textOf } from "./sheetTable.ts";

export interface AnnexOf {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the file, kept as the source of every maximum. */
  readonly hash: string;
  readonly decision: string;
  readonly level: FrameworkLevel;
  /** What is published of the decision; the annex must agree with it. */
  readonly structure: Structure | null;
  /** What is held of the decision already: blocks of points and recorded waivers are kept. */
  readonly held: Framework | null;
}

/**
 * The framework in the annex (phụ lục) of a decision: one row a criterion with its number, name and maximum; text rows without
 * a number below a criterion are its scoring rule. Rules stay text: nobody guesses a computable rule from prose.
 *
 * @throws SpecError in Vietnamese with every problem by sheet, row and column; nothing is half-imported
 */
export function readAnnex(annex: AnnexOf): Framework {
  const issues: Issue[] = [];
  const { sheet, header, workbook } = openAnnex(annex);
  const say: SayCell = (row, column, message) =>
    issues.push(cellIssue(annex.file, sheet.name, row, column, message));
  if (workbook.hasExternalLinks) say(1, null, "tệp có liên kết tới tệp khác; hãy dán lại thành giá trị");
  checkSheetShape(sheet, header.row, annexColumns(header), say);
  const lines = readLines(sheet, header, say);
  const nodes = buildTree(lines, header, say);
  checkSums(lines, annex.structure, header, say);
  if (issues.length > 0) throw annexError(annex.file, issues);
  return toFramework(annex, nodes);
}

function openAnnex({ file, bytes }: AnnexOf): { sheet: Sheet; header: AnnexHeader; workbook: Workbook } {
  let workbook: Workbook;
  try {
    workbook = readSheets(bytes);
  } catch (error) {
    if (error instanceof ArchiveError) throw annexError(file, [{ file, path: "", message: error.message }]);
    throw error;
  }
  const found = workbook.sheets.flatMap((sheet) => {
    const header = findAnnexHeader(sheet);
    return header === null || sheet.isHidden ? [] : [{ sheet, header, workbook }];
  });
  const [first] = found;
  if (first === undefined)
    throw annexError(file, [
      {
        file,
        path: "",
        message: 'không trang nào có hàng tiêu đề gồm "STT" (hoặc "Mã"), "Tiêu chí" và "Điểm tối đa"',
      },
    ]);
  if (found.length > 1)
    throw annexError(file, [
      {
        file,
        path: "",
        message: `có ${found.length} trang là bảng tiêu chí (${found.map(({ sheet }) => `"${sheet.name}"`).join(", ")}); mỗi lần nhập một trang`,
      },
    ]);
  return first;
}

interface Line {
  readonly row: number;
  readonly code: string;
  readonly node: FrameworkNode;
  readonly kind: LeafKind;
}

function readLines(sheet: Sheet, header: AnnexHeader, say: SayCell): Line[] {
  const lines: Line[] = [];
  for (const row of sheet.rows) {
    if (row.number <= header.row) continue;
    const code = readCode(row, header, say);
    const name = textOf(row, header.name);
    if (code === null) continue;
    if (code === "") readUncoded(row, name, header, lines, say);
    else if (name === "") say(row.number, header.name, `tiêu chí ${code} không có tên`);
    else lines.push(toLine(row, code, name, header, say));
  }
  return lines;
}

/** "" where the row has no number; null after a problem. */
function readCode(row: SheetRow, header: AnnexHeader, say: SayCell): string | null {
  const cell = maybeCell(row, header.code);
  if (cell === undefined) return "";
  if (cell.isFormula) {
    say(row.number, header.code, "số thứ tự là công thức; hãy dán lại thành giá trị");
    return null;
  }
  const text = textOf(row, header.code).replace(/\.$/, "");
  if (cell.kind === "number" && !/^\d+$/.test(text)) {
    say(
      row.number,
      header.code,
      `số thứ tự ${text} được lưu dạng số (1.10 sẽ thành 1.1); hãy định dạng ô thành Văn bản và gõ lại`,
    );
    return null;
  }
  const code = toArabic(text);
  if (nodeCode.safeParse(code).success) return code;
  say(row.number, header.code, `"${text}" không phải số thứ tự dạng 3, 3.2 hoặc 3.2.1`);
  return null;
}

/** Areas are sometimes numbered I, II, III. */
function toArabic(text: string): string {
  const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
  const at = romans.indexOf(text);
  return at < 0 ? text : String(at + 1);
}

/** A row without a number: the closing total, or a line of the rule of the criterion above. */
function readUncoded(
  row: SheetRow,
  name: string,
  header: AnnexHeader,
  lines: readonly Line[],
  say: SayCell,
): void {
  const max = maybeCell(row, header.max);
  if (/^(tổng|cộng)/i.test(name)) {
    if (max === undefined) return;
    const total = max.isFormula && max.text === "" ? null : maybeDecimal(max, row.number, say);
    if (max.isFormula && max.text === "")
      say(row.number, header.max, "công thức không có giá trị đã tính; hãy mở tệp, tính lại và lưu");
    else if (total !== null && !new Big(total).eq(100))
      say(row.number, header.max, `tổng điểm ghi ${viet(total)}; bộ tiêu chí có 100 điểm`);
    return;
  }
  if (max !== undefined) say(row.number, header.code, "hàng có điểm mà không có số thứ tự");
  else if (name !== "") {
    const above = lines.at(-1);
    if (above === undefined)
      say(row.number, header.code, `hàng "${name}" không có số thứ tự (hàng tiêu đề thứ hai?)`);
    else above.node.rule_text = [above.node.rule_text, name].filter(Boolean).join("\n");
  }
}

function toLine(row: SheetRow, code: string, name: string, header: AnnexHeader, say: SayCell): Line {
  const max = readMax(row, code, header, say);
  const kind = readKind(row, header, say);
  const optional = { rule_text: header.rule_text, evidence: header.evidence, department: header.department };
  const texts = Object.entries(optional).flatMap(([key, column]) => {
    const text = textOf(row, column);
    return text === "" ? [] : [[key, text]];
  });
  const english = textOf(row, header.name_en);
  const node: FrameworkNode = {
    code,
    name: { vi: name, ...(english !== "" && { en: english }) },
    ...(max !== null && { max, status: "confirmed" as const }),
    ...Object.fromEntries(texts),
  };
  return { row: row.number, code, node, kind };
}

function readMax(row: SheetRow, code: string, header: AnnexHeader, say: SayCell): string | null {
  const cell = maybeCell(row, header.max);
  if (cell === undefined) {
    say(row.number, header.max, `tiêu chí ${code} không có điểm tối đa`);
    return null;
  }
  if (cell.isFormula && cell.text === "") {
    say(row.number, header.max, "công thức không có giá trị đã tính; hãy mở tệp, tính lại và lưu");
    return null;
  }
  const max = maybeDecimal(cell, row.number, say);
  if (max !== null && new Big(max).lte(0)) {
    say(row.number, header.max, `điểm tối đa ${viet(max)} phải lớn hơn 0`);
    return null;
  }
  return max;
}

const kinds: readonly (readonly [RegExp, LeafKind])[] = [
  [/sipas|hài lòng/i, "sipas"],
  [/xhh|xã hội học|khảo sát|điều tra/i, "survey"],
  [/kt-?xh|kinh tế|thống kê/i, "statistic"],
  [/thẩm định|tự (chấm|đánh giá)/i, "appraised"],
];

function readKind(row: SheetRow, header: AnnexHeader, say: SayCell): LeafKind {
  const text = textOf(row, header.kind);
  if (text === "") return "appraised";
  const found = kinds.find(([pattern]) => pattern.test(text));
  if (found === undefined)
    say(
      row.number,
      header.kind ?? null,
      `"${text}" không phải loại tiêu chí: Thẩm định, Điều tra XHH, SIPAS hoặc KT-XH`,
    );
  return found?.[1] ?? "appraised";
}

function buildTree(lines: readonly Line[], header: AnnexHeader, say: SayCell): FrameworkNode[] {
  const byCode = new Map<string, Line>();
  const areas: FrameworkNode[] = [];
  for (const line of lines) {
    const earlier = byCode.get(line.code);
    if (earlier !== undefined) {
      say(line.row, header.code, `số thứ tự ${line.code} đã có ở hàng ${earlier.row}`);
      continue;
    }
    byCode.set(line.code, line);
    const parent = line.code.split(".").slice(0, -1).join(".");
    if (parent === "") areas.push(line.node);
    else if (byCode.has(parent)) {
      const above = (byCode.get(parent) as Line).node;
      above.children = [...(above.children ?? []), line.node];
    } else say(line.row, header.code, `tiêu chí ${line.code} không có hàng cấp trên ${parent} ở phía trước`);
  }
  for (const { node, kind, row, code } of lines) {
    if (node.children !== undefined) {
      delete node.rule_text; // of a heading: prose about its parts
      delete node.evidence;
      continue;
    }
    if (!code.includes(".")) say(row, header.code, `lĩnh vực ${code} không có tiêu chí nào`);
    node.kind = kind;
    node.self_scored = kind === "appraised" || kind === "statistic";
  }
  return areas;
}

function checkSums(
  lines: readonly Line[],
  structure: Structure | null,
  header: AnnexHeader,
  say: SayCell,
): void {
  const sum = (nodes: readonly FrameworkNode[]) =>
    nodes.reduce((total, { max }) => total.plus(max ?? 0), new Big(0));
  for (const { node, row } of lines)
    if (node.children && node.max !== undefined && !sum(node.children).eq(node.max))
      say(
        row,
        header.max,
        `các tiêu chí con của ${node.code} cộng lại ${viet(sum(node.children).toString())} điểm; hàng này ghi ${viet(node.max)}`,
      );
  const areas = lines.filter(({ code }) => !code.includes("."));
  const total = sum(areas.map(({ node }) => node));
  if (!total.eq(100))
    say(
      header.row,
      header.max,
      `các lĩnh vực cộng lại ${viet(total.toString())} điểm; bộ tiêu chí có 100 điểm`,
    );
  for (const area of structure?.areas ?? []) {
    const line = areas.find(({ code }) => code === String(area.area_no));
    const counts = line && nodeCounts(line.node);
    if (line === undefined)
      say(
        header.row,
        header.code,
        `thiếu lĩnh vực ${area.area_no} "${area.area}" của ${structure?.decision}`,
      );
    else if (
      area.max_points !== null &&
      line.node.max !== undefined &&
      !new Big(line.node.max).eq(area.max_points)
    )
      say(
        line.row,
        header.max,
        `lĩnh vực ${line.code} có ${viet(line.node.max)} điểm; ${structure?.decision} công bố ${viet(area.max_points)}`,
      );
    else if (area.criteria !== null && counts?.criteria !== area.criteria)
      say(
        line.row,
        header.code,
        `lĩnh vực ${line.code} có ${counts?.criteria} tiêu chí; ${structure?.decision} công bố ${area.criteria}`,
      );
    else if (area.subcriteria !== null && counts?.subcriteria !== area.subcriteria)
      say(
        line.row,
        header.code,
        `lĩnh vực ${line.code} có ${counts?.subcriteria} tiêu chí thành phần; ${structure?.decision} công bố ${area.subcriteria}`,
      );
  }
}

function toFramework(
  { file, hash, decision, level, structure, held }: AnnexOf,
  nodes: FrameworkNode[],
): Framework {
  const counts = nodes.map((area) => nodeCounts(area));
  const add = (what: "criteria" | "subcriteria") =>
    counts.reduce((sum, each) => sum + (each?.[what] ?? 0), 0);
  const name = { ministry: "cấp bộ", province: "cấp tỉnh" }[level];
  return {
    framework: decision,
    level,
    name: held?.name ?? {
      vi: `Bộ chỉ số CCHC ${name} theo Quyết định ${decision}`,
      en: `PAR INDEX of the level ${level} under decision ${decision}`,
    },
    provenance: "published",
    basis: {
      status: "confirmed",
      why: {
        vi: `Nhập nguyên văn từ tệp phụ lục ${file}.`,
        en: `Imported as it stands from the annex ${file}.`,
      },
      sources: [`${file} sha256:${hash}`],
    },
    max_points: "100",
    counts: {
      areas: nodes.length,
      criteria: structure?.total?.criteria ?? add("criteria"),
      subcriteria: structure?.total?.subcriteria ?? add("subcriteria"),
    },
    survey_points: held?.survey_points,
    blocks: held?.blocks ?? [],
    adjustments: [],
    waivers: held?.waivers ?? [],
    nodes,
  };
}

function annexError(file: string, issues: readonly Issue[]): SpecError {
  return new SpecError(issues, {
    heading: `Phụ lục ${file} có ${issues.length} lỗi, chưa nhập gì:`,
    hint: "Sửa các ô nêu trên trong tệp rồi nhập lại.",
  });
}

function viet(points: string): string {
  return points.replace(".", ",");
}
