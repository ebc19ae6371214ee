import Excel from "exceljs";
import { describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { frameworkLeaves } from "../../../models/frameworks/frameworkNodes.ts";
import { frameworkVersion } from "../../../models/frameworks/frameworkVersion.ts";
import { nothingAllowed } from "../../../models/scorecards/scorable.ts";
import type { ScoreRow } from "../../../models/scorecards/scoreEntry.ts";
import { parseCard, toCardText } from "../../../sources/workbook/cardFile.ts";
import { openCard, readCard } from "../../../sources/workbook/readCard.ts";
import { readSheets } from "../../../sources/workbook/readSheets.ts";
import { writeCardTemplate } from "../../../sources/workbook/writeCardTemplate.ts";
import { spec } from "../../models/specFiles.ts";
import { withParts } from "./makeWorkbook.ts";

const framework = spec.frameworks.find((own) => own.framework === "minh-hoa-province")!;
const version = frameworkVersion(framework);
const selfScored = frameworkLeaves(framework).filter((leaf) => leaf.self_scored);

const template = (
  stage_code: ScoreRow["stage_code"] = "self",
  role_code: ScoreRow["role_code"] = "unit",
  unit_name = "Tỉnh 01",
) =>
  writeCardTemplate({
    info: {
      round_code: "2023",
      index_code: "par_province",
      unit_name,
      framework_code: framework.framework,
      framework_version: version,
      stage_code,
      role_code,
    },
    framework,
    allowed: nothingAllowed,
    before: new Map(),
  });

/** Types into the cell of a leaf, as an official would. */
async function filled(
  bytes: Uint8Array,
  type: (cell: (code: string, column: string) => Excel.Cell, book: Excel.Workbook) => void,
): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  type((code, column) => {
    const sheet = book.getWorksheet(`Lĩnh vực ${code.split(".")[0]}`)!;
    let at = 0;
    sheet.eachRow((row, number) => {
      if (row.getCell(1).text === code) at = number;
    });
    return sheet.getCell(`${column}${at}`);
  }, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const read = (bytes: Uint8Array, before: readonly ScoreRow[] = []) =>
  readCard(openCard("tinh-01.xlsx", bytes), {
    framework,
    allowed: nothingAllowed,
    before,
    scoredAt: "2024-01-20T02:00:00.000Z",
    isLocked: false,
  });
const issuesOf = (bytes: Uint8Array, before: readonly ScoreRow[] = []): string[] => {
  try {
    read(bytes, before);
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.issues.map(({ path, message }) => `${path}: ${message}`);
  }
};

describe("the template of a scorecard", () => {
  test("has a sheet for what it is and one for each area with leaves, and the same bytes every time", async () => {
    const [first, again] = [await template(), await template()];
    expect(first).toEqual(again);
    expect(readSheets(first).sheets.map(({ name }) => name)).toEqual([
      "Thông tin",
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((area) => `Lĩnh vực ${area}`),
    ]);
  });

  test("answers are open and checked by lists and bounds; everything else is protected; no cell is a formula", async () => {
    const book = new Excel.Workbook();
    await book.xlsx.load((await template()).buffer as ArrayBuffer);
    const sheet = book.getWorksheet("Lĩnh vực 1")!;
    const row = Array.from({ length: sheet.rowCount }, (_, i) => sheet.getRow(i + 1)).find(
      (each) => each.getCell(1).text === "1.1.1",
    )!;
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
    expect([row.getCell("M").protection?.locked, row.getCell("A").protection?.locked]).toEqual([
      false,
      undefined,
    ]);
    expect(row.getCell("L").dataValidation).toMatchObject({ type: "list", formulae: ['"Đã chấm,Chưa có"'] });
    expect(row.getCell("M").dataValidation).toMatchObject({
      type: "decimal",
      operator: "between",
      formulae: [0, 0.95],
    });
    for (const each of readSheets(await template()).sheets)
      expect(each.rows.flatMap(({ cells }) => [...cells.values()]).filter((cell) => cell.isFormula)).toEqual(
        [],
      );
  });

  test("a unit whose name begins like a formula stays text", async () => {
    const [info] = readSheets(await template("self", "unit", '=HYPERLINK("x")')).sheets;
    const cells = info?.rows.flatMap(({ cells }) => [...cells.values()]) ?? [];
    expect(cells.find(({ text }) => text.startsWith("="))).toMatchObject({ kind: "text", isFormula: false });
  });

  test("at self-scoring it asks for no survey leaf; at the end it asks for all", async () => {
    const codes = (bytes: Uint8Array) =>
      readSheets(bytes)
        .sheets.at(-1)
        ?.rows.flatMap((row) => row.cells.get(1)?.text ?? []);
    expect(codes(await template())).not.toContain("8.1");
    expect(codes(await template("final", "council"))).toContain("8.1");
  });
});

describe("a scorecard handed in", () => {
  test("blank rows are missing, zeros are zeros, and points come from the rule where only figures were declared", async () => {
    const rows = read(
      await filled(await template(), (cell) => {
        cell("1.1.1", "F").value = 1; // one time late: 0.95 - 0.19
        cell("1.1.1", "O").value = "QĐ 12/QĐ-UBND";
        cell("1.1.3", "F").value = "Có";
        cell("1.1.3", "O").value = "QĐ 13/QĐ-UBND";
        cell("1.3", "M").value = 0;
        cell("8.3.1", "F").value = 8.5;
        cell("8.3.1", "G").value = 8;
        cell("8.3.1", "H").value = "NQ 01/NQ-HĐND";
        cell("8.3.1", "I").value = "Niên giám thống kê";
        cell("8.3.1", "J").value = 2023;
        cell("8.3.1", "O").value = "Niên giám thống kê";
      }),
    );
    expect(rows.map(({ node_code }) => node_code)).toEqual(selfScored.map(({ code }) => code));
    const row = (code: string) => rows.find(({ node_code }) => node_code === code);
    expect(row("1.1.1")).toMatchObject({
      points: "0.76",
      inputs: '{"n_late":"1"}',
      evidence: "QĐ 12/QĐ-UBND",
      is_locked: "false",
    });
    expect(row("1.1.3")).toMatchObject({ points: "0.95", inputs: '{"issued":"yes"}' });
    expect(row("1.3")).toMatchObject({ score_status: "scored", points: "0", inputs: null });
    expect(row("1.4")).toMatchObject({ score_status: "missing", points: null, inputs: null });
    expect(row("8.3.1")).toMatchObject({ points: "1.65" });
    expect(JSON.parse(row("8.3.1")?.inputs ?? "")).toEqual({
      outcome: "8.5",
      target: "8",
      target_source: "NQ 01/NQ-HĐND",
      outcome_source: "Niên giám thống kê",
      year: "2023",
    });
  });

  test("a card survives its own file", async () => {
    const rows = read(await template());
    expect(parseCard("card.csv", toCardText(rows)).value).toEqual(rows);
    const odd = { ...rows[0]!, reason: 'một "lý do",\nhai dòng' };
    expect(parseCard("card.csv", toCardText([odd])).value).toEqual([odd]);
  });

  test("every problem is named by sheet, row and column, and nothing is imported", async () => {
    const found = issuesOf(
      await filled(await template(), (cell) => {
        cell("1.1.1", "M").value = 0.96;
        cell("1.1.2", "M").value = { formula: "0.5*2", result: 1 };
        cell("1.1.3", "F").value = "Chắc là có";
        cell("1.2.1", "M").value = "0,5";
        cell("1.2.2", "L").value = "Không áp dụng";
        cell("1.3", "M").value = -1;
        cell("2.1.1", "F").value = 5; // one of two figures
        cell("2.2.1", "J").value = 7; // a figure that nobody asks for
      }),
    );
    expect(found).toContain('trang "Lĩnh vực 1", hàng 7, cột M: ô chứa công thức; hãy ghi giá trị');
    expect(found).toContain('trang "Lĩnh vực 1", hàng 8, cột F: "Chắc là có" phải là Có hoặc Không');
    expect(found).toContain(
      'trang "Lĩnh vực 1", hàng 10, cột M: "0,5" là chữ, không phải số; hãy định dạng ô thành Số và gõ lại',
    );
    expect(found.filter((issue) => issue.startsWith('trang "Lĩnh vực 2"'))).toHaveLength(2);
    const rules = issuesOf(
      await filled(await template(), (cell) => {
        cell("1.1.1", "M").value = 0.96;
        cell("1.2.2", "L").value = "Không áp dụng";
        cell("1.3", "M").value = -1;
        cell("1.4", "M").value = 0.5;
      }),
    );
    expect(rules).toEqual([
      'trang "Lĩnh vực 1", hàng 6, cột M: 0,96 điểm vượt điểm tối đa 0,95',
      'trang "Lĩnh vực 1", hàng 6, cột O: tự chấm có điểm phải kèm tài liệu kiểm chứng, nếu chưa đủ thì phải giải trình ở cột lý do',
      'trang "Lĩnh vực 1", hàng 11, cột L: năm chỉ số này không có căn cứ cho "không áp dụng"; hãy chấm điểm hoặc ghi "chưa có"',
      'trang "Lĩnh vực 1", hàng 13, cột M: -1 điểm là dưới 0',
      'trang "Lĩnh vực 1", hàng 14, cột O: tự chấm có điểm phải kèm tài liệu kiểm chứng, nếu chưa đủ thì phải giải trình ở cột lý do',
    ]);
  });

  test("merged cells, hidden rows, a changed heading, a lost row and an added one are refused", async () => {
    const found = issuesOf(
      await filled(await template(), (cell, book) => {
        const sheet = book.getWorksheet("Lĩnh vực 1")!;
        sheet.mergeCells("N6:N7");
        sheet.getRow(8).hidden = true;
        sheet.getCell("A14").value = "1.9";
        cell("2.1.1", "A").value = "2.1.2";
        book.getWorksheet("Lĩnh vực 3")!.getCell("M3").value = "Điểm tự cho";
      }),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'trang "Lĩnh vực 1", hàng 6, cột N: các ô N6:N7 bị gộp; hãy bỏ gộp, mỗi hàng một tiêu chí',
        'trang "Lĩnh vực 1", hàng 8: hàng bị ẩn; hãy bỏ ẩn hoặc xóa hàng',
        'trang "Lĩnh vực 1", hàng 14, cột A: mã "1.9" không có trong mẫu',
        'trang "Lĩnh vực 1", hàng 3, cột A: thiếu hàng của tiêu chí 1.4',
        'trang "Lĩnh vực 2", hàng 7, cột A: tiêu chí 2.1.2 có hai hàng',
        'trang "Lĩnh vực 3", hàng 3, cột M: tiêu đề phải là "Điểm"; hãy giữ nguyên mẫu',
      ]),
    );
  });

  test("a card of another version of the framework is refused, and so is a mix of two", async () => {
    const old = withParts(await template(), {
      "xl/sharedStrings.xml": (text) => text.replace(version, "000000000000"),
    });
    expect(issuesOf(old)[0]).toBe(
      `trang "Thông tin": mẫu theo phiên bản 000000000000 của bộ tiêu chí, nay là ${version}; hãy lập mẫu mới`,
    );
    const before = read(await template()).map((row) => ({ ...row, framework_version: "000000000000" }));
    expect(issuesOf(await template("appraised_1", "appraiser"), before)).toEqual([
      'trang "Thông tin": các bước trước chấm theo minh-hoa-province phiên bản 000000000000; không được trộn hai phiên bản trong một bảng chấm',
    ]);
  });

  test("an appraisal is checked against the card so far, and a locked stage does not change", async () => {
    const claims = read(
      await filled(await template(), (cell) => {
        cell("1.1.1", "M").value = 0.76;
        cell("1.1.1", "O").value = "QĐ 12/QĐ-UBND";
      }),
    );
    const appraisal = await filled(await template("appraised_1", "appraiser"), (cell) => {
      cell("1.1.1", "M").value = 0.5;
    });
    expect(issuesOf(appraisal, claims)).toEqual([
      'trang "Lĩnh vực 1", hàng 6, cột N: 0,5 điểm khác 0,76 điểm ở bước trước mà không có lý do',
    ]);
    expect(issuesOf(appraisal)[0]).toBe(
      'trang "Lĩnh vực 1", hàng 6: bước "Thẩm định lần 1" có trước khi có bước "Tự chấm"',
    );
    const locked = claims.map((row) => ({ ...row, is_locked: "true" as const }));
    const changed = await filled(await template(), (cell) => {
      cell("1.1.1", "M").value = 0.95;
      cell("1.1.1", "O").value = "QĐ 12/QĐ-UBND";
    });
    expect(issuesOf(changed, locked)).toEqual([
      'trang "Lĩnh vực 1", hàng 6, cột M: bước "Tự chấm" đã chốt với "0.76"; không được sửa thành "0.95"',
    ]);
    expect(issuesOf(changed, claims)).toEqual([]);
  });

  test("what is no scorecard is named: another workbook, a zip bomb", async () => {
    const other = await new Excel.Workbook().xlsx.writeBuffer().then((buffer) => new Uint8Array(buffer));
    expect(issuesOf(other)[0]).toContain('không có trang "Thông tin"');
    const bomb = withParts(await template(), { "xl/media/zeros.bin": "\0".repeat(20 * 1024 * 1024) });
    expect(issuesOf(bomb)[0]).toContain("bom nén");
  });
});
