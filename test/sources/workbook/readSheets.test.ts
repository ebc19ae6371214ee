import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { ArchiveError } from "../../../sources/workbook/openArchive.ts";
import { columnLetters, readSheets } from "../../../sources/workbook/readSheets.ts";
import { makeWorkbook, withParts } from "./makeWorkbook.ts";

const plain = () =>
  makeWorkbook((sheet) => {
    sheet.getCell("A1").value = "Tiêu chí & <điểm>";
    sheet.getCell("B1").value = 14.5;
    sheet.getCell("C1").value = true;
    sheet.getCell("A2").value = { richText: [{ text: "đậm ", font: { bold: true } }, { text: "thường" }] };
    sheet.getCell("B2").value = { formula: "SUM(B1)", result: 14.5 };
    sheet.getCell("C2").value = { formula: "NOW()" } as never;
    sheet.getCell("A3").value = { text: "văn bản", hyperlink: "https://example.org" };
    sheet.getCell("AB4").value = "=1+1";
    sheet.getRow(3).hidden = true;
    sheet.mergeCells("A5:C6");
    sheet.getCell("A5").value = "gộp";
  });

describe("a workbook", () => {
  test("is read as it stands: texts, numbers, stored results of formulas, hidden rows, merged ranges", async () => {
    const { sheets, hasExternalLinks } = readSheets(await plain());
    const [sheet] = sheets;
    const cell = (row: number, column: number) => {
      const found = sheet?.rows.find(({ number }) => number === row)?.cells.get(column);
      return found && [found.kind, found.text, found.isFormula];
    };
    expect([sheet?.name, sheet?.isHidden, hasExternalLinks]).toEqual(["Phụ lục", false, false]);
    expect([cell(1, 1), cell(1, 2), cell(1, 3)]).toEqual([
      ["text", "Tiêu chí & <điểm>", false],
      ["number", "14.5", false],
      ["boolean", "1", false],
    ]);
    expect([cell(2, 1), cell(2, 2), cell(2, 3)]).toEqual([
      ["text", "đậm thường", false],
      ["number", "14.5", true],
      ["number", "", true],
    ]);
    expect([cell(3, 1)?.[1], cell(4, 28)]).toEqual(["văn bản", ["text", "=1+1", false]]);
    expect(sheet?.rows.find(({ number }) => number === 3)?.isHidden).toBe(true);
    expect(sheet?.merges).toEqual([{ ref: "A5:C6", top: 5, bottom: 6, left: 1, right: 3 }]);
  });

  test("columns are named as the spreadsheet names them", () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("a hostile workbook", () => {
  const refuses = (bytes: Uint8Array, message: string) => {
    expect(() => readSheets(bytes)).toThrow(ArchiveError);
    expect(() => readSheets(bytes)).toThrow(message);
  };

  test("a zip bomb is refused from its directory, before anything is unzipped", async () => {
    const bomb = withParts(await plain(), { "xl/media/zeros.bin": "\0".repeat(30 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    refuses(bomb, "bom nén");
  });

  test("a bomb that lies about its size is stopped while it unzips", async () => {
    const bomb = withParts(await plain(), { "xl/media/zeros.bin": "\0".repeat(30 * 1024 * 1024) });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let i = 0; i + 30 < lying.length; i += 1) {
      const signature = view.getUint32(i, true);
      const at = signature === 0x04034b50 ? i + 22 : signature === 0x02014b50 ? i + 24 : 0;
      if (at > 0 && view.getUint32(at, true) === 30 * 1024 * 1024) view.setUint32(at, 1000, true);
    }
    expect(lying).not.toEqual(bomb);
    refuses(lying, "bom nén");
  });

  test("a document type, with or without entities, is refused and nothing is expanded", async () => {
    const laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><workbook/>';
    refuses(withParts(await plain(), { "xl/workbook.xml": laughs }), "khai báo XML");
  });

  test("a million empty rows are refused", async () => {
    const rows = Array.from(
      { length: 20_001 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="1"/></row>`,
    ).join("");
    const swollen = withParts(await plain(), {
      "xl/worksheets/sheet1.xml": (text) => text.replace(/<sheetData>/, `<sheetData>${rows}`),
    });
    refuses(swollen, "hơn 20000 hàng");
  });

  test("a merged range over the whole sheet and a rule over every cell cost nothing", async () => {
    const wide = withParts(await plain(), {
      "xl/worksheets/sheet1.xml": (text) =>
        text
          .replace(/<mergeCell ref="A5:C6"\/>/, '<mergeCell ref="A5:XFD1048576"/>')
          .replace(
            "</worksheet>",
            '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations></worksheet>',
          ),
    });
    const begin = performance.now();
    expect(readSheets(wide).sheets[0]?.merges[0]).toMatchObject({ bottom: 1048576, right: 16384 });
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  test("external links are told of, and none is followed", async () => {
    const linked = withParts(await plain(), { "xl/externalLinks/externalLink1.xml": "<externalLink/>" });
    expect(readSheets(linked).hasExternalLinks).toBe(true);
  });

  test.each([
    ["text", strToU8("điểm"), "không phải sổ tính"],
    ["an old .xls or an encrypted file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "mật khẩu"],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "thiếu xl/_rels/workbook.xml.rels"],
    ["nothing", new Uint8Array(), "không phải sổ tính"],
  ])("%s is no workbook", (_, bytes, message) => {
    refuses(bytes, message);
  });

  test("macros are refused, and a truncated file too", async () => {
    refuses(withParts(await plain(), { "xl/vbaProject.bin": "x" }), "macro");
    const whole = await plain();
    refuses(whole.slice(0, whole.length - 200), "không phải sổ tính");
  });
});
