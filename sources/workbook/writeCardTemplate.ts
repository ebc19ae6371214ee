import type Excel from "exceljs";
import type { Framework } from "../../models/frameworks/framework.ts";
import { frameworkNodes } from "../../models/frameworks/frameworkNodes.ts";
import { ruleText } from "../../models/frameworks/ruleText.ts";
import { rezip } from "../../models/rezip.ts";
import { type Allowed, type Scorable, scorables } from "../../models/scorecards/scorable.ts";
import type { ScoreRow, ScoreStatus } from "../../models/scorecards/scoreEntry.ts";
import { type StageCode, stages } from "../../models/scorecards/stages.ts";
import {
  areaSheet,
  askedInputs,
  cardColumns,
  headerRow,
  headings,
  infoKeys,
  infoSheet,
  nInputs,
  statusWords,
  yesNoWords,
} from "./cardLayout.ts";

export interface CardTemplate {
  readonly info: Pick<ScoreRow, keyof typeof infoKeys>;
  readonly framework: Framework;
  readonly allowed: Allowed;
  /** What stood at the stage before, by leaf. */
  readonly before: ReadonlyMap<string, Pick<ScoreRow, "score_status" | "points">>;
}

const widths = [8, 42, 10, 38, 34, 13, 13, 18, 18, 10, 14, 15, 10, 36, 30];
const open = { locked: false };
const shade = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } } as const;

/**
 * An empty scorecard to hand in: one sheet an area, lists to choose from, everything but the answers protected. The same
 * arguments give the same bytes. Text stays text: nothing written here is ever a formula.
 */
export async function writeCardTemplate(template: CardTemplate): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.created = book.modified = new Date("2000-01-01T00:00:00Z");
  writeInfo(book, template);
  const byCode = new Map(scorables(template.framework).map((own) => [own.code, own]));
  const scope = stages.find(({ code }) => code === template.info.stage_code)?.leaves ?? "all";
  for (const area of template.framework.nodes) {
    const nodes = frameworkNodes({ ...template.framework, nodes: [area] }).filter(({ node }) => {
      const own = byCode.get(node.code);
      return own === undefined || scope === "all" || own.isSelfScored;
    });
    const sheet = book.addWorksheet(areaSheet(area.code), {
      views: [{ state: "frozen", xSplit: 2, ySplit: headerRow }],
    });
    await writeArea(
      sheet,
      `${area.code}. ${area.name.vi}`,
      nodes.map(({ node }) => ({ node, own: byCode.get(node.code) })),
      template,
    );
  }
  return rezip(new Uint8Array(await book.xlsx.writeBuffer()));
}

function writeInfo(book: Excel.Workbook, { info, framework }: CardTemplate): void {
  const sheet = book.addWorksheet(infoSheet);
  sheet.getColumn(1).width = 26;
  sheet.getColumn(2).width = 60;
  sheet.getCell("A1").value = "BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH";
  sheet.getCell("A1").font = { bold: true, size: 14 };
  Object.entries(infoKeys).forEach(([key, label], i) => {
    sheet.getCell(3 + i, 1).value = label;
    sheet.getCell(3 + i, 2).value = info[key as keyof typeof infoKeys];
  });
  const notes = [
    ...(framework.provenance === "illustrative"
      ? ["MINH HỌA: bộ tiêu chí này do phần mềm đặt ra, không phải bộ tiêu chí chính thức."]
      : []),
    'Chỉ điền các ô trắng. Không điểm thì ghi 0; chưa có thì chọn "Chưa có"; không ghi công thức, không gộp ô, không ẩn hàng.',
    "Để trống ô Điểm khi đã kê khai đủ số liệu: điểm được tính theo cách chấm.",
  ];
  notes.forEach((note, i) => {
    sheet.getCell(12 + i, 1).value = note;
  });
  void sheet.protect("", {});
}

interface Line {
  readonly node: {
    readonly code: string;
    readonly name: { readonly vi: string };
    readonly max?: string | undefined;
    readonly rule_text?: string | undefined;
  };
  readonly own: Scorable | undefined;
}

async function writeArea(
  sheet: Excel.Worksheet,
  title: string,
  lines: readonly Line[],
  template: CardTemplate,
): Promise<void> {
  widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  sheet.getCell(1, 1).value = title;
  sheet.getCell(1, 1).font = { bold: true, size: 13 };
  for (const [column, heading] of Object.entries(headings)) {
    const cell = sheet.getCell(headerRow, Number(column));
    Object.assign(cell, {
      value: heading,
      font: { bold: true },
      fill: shade,
      alignment: { wrapText: true, vertical: "middle" },
    });
  }
  lines.forEach((line, i) => {
    writeLine(sheet, headerRow + 1 + i, line, template);
  });
  await sheet.protect("", { formatColumns: true, formatRows: true });
}

function writeLine(sheet: Excel.Worksheet, row: number, { node, own }: Line, template: CardTemplate): void {
  const set = (column: number, value: Excel.CellValue) => {
    Object.assign(sheet.getCell(row, column), { value, alignment: { wrapText: true, vertical: "top" } });
  };
  set(cardColumns.code, node.code);
  set(cardColumns.name, node.name.vi);
  if (node.max !== undefined) set(cardColumns.max, Number(node.max));
  if (own === undefined) {
    sheet.getRow(row).font = { bold: true };
    return;
  }
  set(cardColumns.rule, own.rule ? ruleText(own.rule, own.max).vi : (node.rule_text ?? ""));
  const asked = askedInputs(own);
  set(cardColumns.asked, asked.map(({ name }, i) => `${i + 1}: ${name}`).join("\n"));
  set(cardColumns.before, beforeText(template.before.get(own.code)));
  for (let i = 0; i < nInputs; i += 1) {
    const cell = sheet.getCell(row, cardColumns.firstInput + i);
    const input = asked[i];
    if (input === undefined) cell.fill = shade;
    else cell.protection = open;
    if (input?.kind === "yes_no") cell.dataValidation = list(Object.values(yesNoWords));
    if (input?.kind === "text") cell.numFmt = "@";
  }
  const words = allowedStatuses(template.allowed, template.info.stage_code).map(
    (status) => statusWords[status],
  );
  Object.assign(sheet.getCell(row, cardColumns.status), { protection: open, dataValidation: list(words) });
  Object.assign(sheet.getCell(row, cardColumns.points), {
    protection: open,
    dataValidation: between(own.max),
  });
  for (const column of [cardColumns.reason, cardColumns.evidence])
    Object.assign(sheet.getCell(row, column), {
      protection: open,
      numFmt: "@",
      alignment: { wrapText: true, vertical: "top" },
    });
}

function allowedStatuses(allowed: Allowed, stage: StageCode): ScoreStatus[] {
  return [
    "scored",
    "missing",
    ...(allowed.notApplicable ? (["not_applicable"] as const) : []),
    ...(allowed.withholding && stage !== "self" ? (["withheld"] as const) : []),
  ];
}

function beforeText(score: Pick<ScoreRow, "score_status" | "points"> | undefined): string {
  if (score === undefined) return "";
  return score.score_status === "scored"
    ? (score.points ?? "").replace(".", ",")
    : statusWords[score.score_status];
}

function list(words: readonly string[]): Excel.DataValidation {
  return {
    type: "list",
    allowBlank: true,
    formulae: [`"${words.join(",")}"`],
    showErrorMessage: true,
    errorTitle: "Không hợp lệ",
    error: `Chọn một trong: ${words.join(", ")}`,
  };
}

function between(max: string): Excel.DataValidation {
  return {
    type: "decimal",
    operator: "between",
    allowBlank: true,
    formulae: [0, Number(max)],
    showErrorMessage: true,
    errorTitle: "Không hợp lệ",
    error: `Điểm từ 0 đến ${max.replace(".", ",")}`,
  };
}
