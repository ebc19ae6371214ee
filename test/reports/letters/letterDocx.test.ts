import { expect, test, vi } from "vitest";
import { visibleText } from "../../../reports/html/readTags.ts";
import { letterLayout } from "../../../reports/letters/layout.ts";
import type { Letter } from "../../../reports/letters/letter.ts";
import { letterDocx } from "../../../reports/letters/letterDocx.ts";
import { letterHtml } from "../../../reports/letters/letterHtml.ts";
import { unitLetter } from "../../../reports/letters/unitLetter.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import { linesOf, partsOf as partsOfFile } from "../docxText.ts";
import { ngheAn, ngheAn2021 } from "../monitor/participationRows.ts";

const words = wordsOf("vi");
const letter: Letter = unitLetter(
  {
    unit: ngheAn,
    round: "2021",
    threshold: 50,
    forms: ngheAn2021,
    groups: [],
    mail: [],
  },
  words,
);

const partsOf = async (own: Letter) => partsOfFile(await letterDocx(own, words));

const documentOf = async (own: Letter): Promise<string> =>
  (await partsOf(own))["word/document.xml"] as string;

test("the page is A4 with margins within the ranges of Nghị định 30/2020/NĐ-CP, in Times New Roman", async () => {
  const parts = await partsOf(letter);
  const xml = parts["word/document.xml"] as string;
  const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)?.slice(1).map(Number) as [number, number];
  expect(size.map((twips) => Math.round((twips * 25.4) / 1440))).toEqual([210, 297]);
  const margin = (side: string) =>
    (Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]) * 25.4) / 1440;
  for (const [side, low, high] of [
    ["top", 20, 25],
    ["bottom", 20, 25],
    ["left", 30, 35],
    ["right", 15, 20],
  ] as const) {
    expect(margin(side)).toBeGreaterThanOrEqual(low - 0.02); // a twentieth of a point
    expect(margin(side)).toBeLessThanOrEqual(high + 0.02);
  }
  expect(parts["word/styles.xml"]).toContain('w:ascii="Times New Roman"');
});

test("page numbers stand at the top centre of every page but the first", async () => {
  const parts = await partsOf(letter);
  expect(parts["word/document.xml"]).toContain("<w:titlePg/>");
  const header = (type: string) => {
    const id = new RegExp(`<w:headerReference w:type="${type}" r:id="([^"]+)"`).exec(
      parts["word/document.xml"] as string,
    )?.[1];
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
      parts["word/_rels/document.xml.rels"] as string,
    );
    return parts[`word/${target?.[1] ?? target?.[2]}`] as string;
  };
  expect(header("default")).toMatch(/<w:jc w:val="center"\/>[\s\S]*PAGE/);
  expect(header("first")).not.toContain("PAGE");
});

test("a draft has its parts in the order of an official letter; number, day and signature are blank", async () => {
  const lines = linesOf(await documentOf(letter)).filter((line) => line !== "");
  expect(lines.slice(0, 7)).toEqual([
    "ỦY BAN NHÂN DÂN",
    "TỈNH NGHỆ AN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: /",
    "V/v khắc phục tồn tại trong tham gia khảo sát trực tuyến phục vụ xác định Chỉ số cải cách hành chính năm 2021",
    "Nghệ An, ngày tháng năm",
  ]);
  const copies = lines.indexOf("Nơi nhận:");
  expect(lines.slice(copies + 1, copies + 5)).toEqual([
    "- Như trên;",
    "- Bộ Nội vụ;",
    "- Chủ tịch Ủy ban nhân dân tỉnh Nghệ An (để b/c);",
    "- Lưu: VT.",
  ]);
  expect(lines.slice(copies + 5, copies + 7)).toEqual(["……………………………", "……………………………"]);
});

test("a draft says that it is one on its first page, and one of invented figures says that too", async () => {
  const headers = (own: Letter) =>
    partsOf(own).then((parts) => `${parts["word/header1.xml"]}${parts["word/header2.xml"]}`);
  expect((await headers(letter)).match(/DỰ THẢO/g)).toHaveLength(2);
  expect(await headers(letter)).not.toContain("invented");
  expect((await headers({ ...letter, isIllustrative: true })).match(/invented respondents/g)).toHaveLength(2);
  expect(letterHtml({ ...letter, isIllustrative: true }, words)).toContain("invented respondents");
});

test("the annex holds the figures in a table whose head repeats on every page", async () => {
  const xml = await documentOf(letter);
  expect(xml).toContain("<w:tblHeader/>");
  const lines = linesOf(xml);
  const at = lines.indexOf("Phiếu cải cách hành chính đánh giá địa phương");
  expect(lines.slice(at, at + 5)).toEqual([
    "Phiếu cải cách hành chính đánh giá địa phương",
    "43",
    "9",
    "[x]",
    "20,93",
  ]);
});

test("the HTML says what the Word document says, in the same order", async () => {
  const squeeze = (text: string) => text.normalize("NFC").replace(/\s+/g, "").toLocaleUpperCase("vi");
  const html = squeeze(visibleText(letterHtml(letter, words).replace(/^[\s\S]*<main/, "<main")));
  let from = 0;
  for (const line of linesOf(await documentOf(letter)).map(squeeze)) {
    const at = html.indexOf(line, from);
    expect([line, at >= 0]).toEqual([line, true]);
    from = at + line.length;
  }
});

test("the same letter gives the same bytes, whatever the clock says", async () => {
  const first = await letterDocx(letter, words);
  vi.useFakeTimers({ now: new Date("2031-05-06"), toFake: ["Date"] });
  const later = await letterDocx(letter, words);
  vi.useRealTimers();
  expect(Buffer.from(later).equals(first)).toBe(true);
});

test("hostile words stay words in both formats", async () => {
  const hostile = `</w:t><w:instrText>DDE</w:instrText> <script>alert(1)</script> & "x" \u0000\u202e`;
  const own = {
    ...letter,
    subject: hostile,
    recipients: [hostile],
    body: [{ text: hostile }],
    copies: [hostile],
  };
  const xml = await documentOf(own);
  expect(xml).not.toMatch(/<w:instrText|<script/);
  expect(xml).toContain("&lt;script&gt;");
  for (const letter of ["\u0000", "\u202e"]) expect(xml.includes(letter)).toBe(false);
  const html = letterHtml(own, words);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("what the layout takes from the decree is marked confirmed, and the rest assumed with its reason in both languages", () => {
  const rules = Object.entries(letterLayout).flatMap(([name, rule]) =>
    typeof rule === "object" ? [[name, rule.status, rule.why.vi !== "" && rule.why.en !== ""]] : [],
  );
  expect(rules.filter(([, status]) => status === "confirmed").map(([name]) => name)).toEqual([
    "marginTop",
    "marginBottom",
    "marginLeft",
    "marginRight",
    "font",
  ]);
  expect(rules.every(([, , isExplained]) => isExplained)).toBe(true);
});
