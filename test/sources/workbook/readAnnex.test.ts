import type Excel from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { checkFramework } from "../../../models/frameworks/checkFramework.ts";
import { type Framework, framework } from "../../../models/frameworks/framework.ts";
import { frameworkLeaves, frameworkNodes } from "../../../models/frameworks/frameworkNodes.ts";
import { structureOf } from "../../../models/frameworks/structure.ts";
import { toFrameworkYaml } from "../../../models/frameworks/toFrameworkYaml.ts";
import { parseYaml } from "../../../models/spec/parseYaml.ts";
import { readAnnex } from "../../../sources/workbook/readAnnex.ts";
import { spec } from "../../models/specFiles.ts";
import { makeWorkbook, withParts } from "./makeWorkbook.ts";

const structure = structureOf(spec.published.rows.par_structure, "876/QĐ-BNV", "ministry");
const held = spec.frameworks.find((own) => own.framework === "876/QĐ-BNV" && own.level === "ministry")!;
const illustrative = spec.frameworks.find((own) => own.framework === "minh-hoa-ministry")!;
const kindWords = { appraised: "Thẩm định", survey: "Điều tra XHH", sipas: "SIPAS", statistic: "KT-XH" };

/** An annex as a ministry would lay it out: title rows, a heading, one row a criterion; filled with the illustrative tree. */
function fillAnnex(sheet: Excel.Worksheet): Map<string, number> {
  sheet.mergeCells("A1:F1");
  sheet.getCell("A1").value = "PHỤ LỤC";
  sheet.getRow(3).values = [
    "STT",
    "Lĩnh vực/tiêu chí/tiêu chí thành phần",
    "Điểm tối đa",
    "Loại",
    "Tài liệu kiểm chứng",
    "Cơ quan thẩm định",
  ];
  const rows = new Map<string, number>();
  let at = 4;
  for (const { node, depth } of frameworkNodes(illustrative)) {
    const code = depth === 1 ? Number(node.code) : node.code;
    sheet.getRow(at).values = [
      code,
      node.name.vi,
      Number(node.max),
      node.kind ? kindWords[node.kind] : "",
      node.evidence ?? "",
      node.department ?? "",
    ];
    rows.set(node.code, at);
    at += 1;
    if (node.code === "1.1.1") {
      sheet.getCell(`B${at}`).value = "Ban hành đúng hạn: điểm tối đa; không ban hành: 0";
      at += 1;
    }
  }
  sheet.getRow(at).values = ["", "Tổng điểm"];
  sheet.getCell(`C${at}`).value = { formula: `SUM(C4:C${at - 1})`, result: 100 };
  return rows;
}

let rowOf: Map<string, number>;
const annex = (spoil: (sheet: Excel.Worksheet, rows: Map<string, number>) => void = () => {}) =>
  makeWorkbook((sheet) => {
    rowOf = fillAnnex(sheet);
    spoil(sheet, rowOf);
  });
const read = (bytes: Uint8Array) =>
  readAnnex({
    file: "phu-luc.xlsx",
    bytes,
    hash: "ab12",
    decision: "876/QĐ-BNV",
    level: "ministry",
    structure,
    held,
  });
const issuesOf = (bytes: Uint8Array): string[] => {
  try {
    read(bytes);
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.issues.map(({ path, message }) => `${path}: ${message}`);
  }
};

describe("an annex", () => {
  let own: Framework;
  beforeAll(async () => {
    own = read(await annex());
  });

  test("becomes the decision's framework: every number, name, maximum and kind as in the sheet", () => {
    expect(
      frameworkNodes(own).map(({ node }) => [node.code, node.name.vi, Number(node.max), node.kind]),
    ).toEqual(
      frameworkNodes(illustrative).map(({ node }) => [node.code, node.name.vi, Number(node.max), node.kind]),
    );
    expect(frameworkLeaves(own)).toHaveLength(frameworkLeaves(illustrative).length);
    expect(own).toMatchObject({
      framework: "876/QĐ-BNV",
      provenance: "published",
      basis: { sources: ["phu-luc.xlsx sha256:ab12"] },
    });
  });

  test("text below a criterion is its rule in words; no computable rule is guessed", () => {
    const [leaf] = frameworkLeaves(own);
    expect(leaf?.rule_text).toBe("Ban hành đúng hạn: điểm tối đa; không ban hành: 0");
    expect(frameworkLeaves(own).filter(({ rule }) => rule !== undefined)).toEqual([]);
  });

  test("it passes every check of a framework and survives its own file", () => {
    const found: string[] = [];
    checkFramework(own, structure, (path, message) => found.push(`${path.join(".")}: ${message}`));
    expect(found).toEqual([]);
    const { value, issues } = parseYaml(
      "framework.yaml",
      toFrameworkYaml(own, ["Nhập từ phu-luc.xlsx"]),
      framework,
    );
    expect(issues).toEqual([]);
    expect(value).toEqual(JSON.parse(JSON.stringify(own)));
  });
});

describe("a spoiled annex is refused with sheet, row and column, in Vietnamese, and nothing of it is kept", () => {
  test("merged cells, a hidden row, a number as text, a missing parent and a formula without a value, all at once", async () => {
    const found = issuesOf(
      await annex((sheet, rows) => {
        const row = (code: string) => rows.get(code)!;
        sheet.mergeCells(`E${row("2.1.1")}:E${row("2.1.2")}`);
        sheet.getRow(row("3.1.1")).hidden = true;
        sheet.getCell(`C${row("1.3")}`).value = "0,70";
        sheet.getCell(`A${row("4.1")}`).value = "";
        sheet.getCell(`C${row("5.1.1")}`).value = { formula: "1+1" } as never;
      }),
    );
    const at = (code: string, column: string) =>
      `trang "Phụ lục", hàng ${rowOf.get(code)}${column && `, cột ${column}`}`;
    expect(found).toEqual(
      expect.arrayContaining([
        `${at("2.1.1", "E")}: các ô E${rowOf.get("2.1.1")}:E${rowOf.get("2.1.2")} bị gộp; hãy bỏ gộp, mỗi hàng một tiêu chí`,
        `${at("3.1.1", "")}: hàng bị ẩn; hãy bỏ ẩn hoặc xóa hàng`,
        `${at("1.3", "C")}: "0,70" là chữ, không phải số; hãy định dạng ô thành Số và gõ lại`,
        `${at("4.1", "A")}: hàng có điểm mà không có số thứ tự`,
        `${at("4.1.1", "A")}: tiêu chí 4.1.1 không có hàng cấp trên 4.1 ở phía trước`,
        `${at("5.1.1", "C")}: công thức không có giá trị đã tính; hãy mở tệp, tính lại và lưu`,
      ]),
    );
  });

  test.each<[string, string, string, Excel.CellValue, string]>([
    [
      "a number that lost its digits",
      "A",
      "1.1",
      1.1,
      "số thứ tự 1.1 được lưu dạng số (1.10 sẽ thành 1.1); hãy định dạng ô thành Văn bản và gõ lại",
    ],
    ["a number that stands twice", "A", "1.1.2", "1.1.1", "số thứ tự 1.1.1 đã có ở hàng 6"],
    [
      "a kind that nobody knows",
      "D",
      "1.1.2",
      "Bí mật",
      '"Bí mật" không phải loại tiêu chí: Thẩm định, Điều tra XHH, SIPAS hoặc KT-XH',
    ],
    ["a criterion without a name", "B", "1.1.2", "", "tiêu chí 1.1.2 không có tên"],
    ["a maximum of zero", "C", "1.1.2", 0, "điểm tối đa 0 phải lớn hơn 0"],
    ["no maximum", "C", "1.1.2", null, "tiêu chí 1.1.2 không có điểm tối đa"],
    ["something else than a number", "A", "1.1.2", "a)", '"a)" không phải số thứ tự dạng 3, 3.2 hoặc 3.2.1'],
    [
      "parts that do not add up",
      "C",
      "1.1",
      2.15,
      "các tiêu chí con của 1.1 cộng lại 2,1 điểm; hàng này ghi 2,15",
    ],
  ])("%s", async (_, column, code, value, message) => {
    const spoilt = await annex((sheet, rows) => {
      sheet.getCell(`${column}${rows.get(code)}`).value = value;
    });
    expect(issuesOf(spoilt)).toContain(`trang "Phụ lục", hàng ${rowOf.get(code)}, cột ${column}: ${message}`);
  });

  test("an area that has another number of criteria than is published", async () => {
    const found = issuesOf(
      await annex((sheet, rows) => {
        const row = sheet.getRow(rows.get("1.3")!);
        row.values = ["1.2.4", "Tiêu chí minh họa 1.2.4", 0.7, "Thẩm định"];
        sheet.getCell(`C${rows.get("1.2")}`).value = 2.8;
      }),
    );
    expect(found).toContain(`trang "Phụ lục", hàng 4, cột A: lĩnh vực 1 có 6 tiêu chí; 876/QĐ-BNV công bố 7`);
  });

  test("a second heading row, the wrong sheet, links to other files and a zip bomb", async () => {
    const twoHeadings = await makeWorkbook((sheet) => {
      sheet.getRow(1).values = ["STT", "Tiêu chí", "Điểm tối đa"];
      sheet.getRow(2).values = ["", "(ghi theo quyết định)"];
    });
    expect(issuesOf(twoHeadings)[0]).toBe(
      `trang "Phụ lục", hàng 2, cột A: hàng "(ghi theo quyết định)" không có số thứ tự (hàng tiêu đề thứ hai?)`,
    );
    const wrong = await makeWorkbook((sheet) => {
      sheet.getCell("A1").value = "Lịch họp";
    });
    expect(issuesOf(wrong)).toEqual([
      ': không trang nào có hàng tiêu đề gồm "STT" (hoặc "Mã"), "Tiêu chí" và "Điểm tối đa"',
    ]);
    const linked = withParts(await annex(), { "xl/externalLinks/externalLink1.xml": "<externalLink/>" });
    expect(issuesOf(linked)).toEqual([
      'trang "Phụ lục", hàng 1: tệp có liên kết tới tệp khác; hãy dán lại thành giá trị',
    ]);
    const bomb = withParts(await annex(), { "xl/media/zeros.bin": "\0".repeat(20 * 1024 * 1024) });
    expect(issuesOf(bomb)).toEqual([
      ": tệp nén phình ra quá lớn khi giải nén (nghi là bom nén); không giải nén tiếp",
    ]);
  });
});
