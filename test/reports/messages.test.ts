import opentype from "opentype.js";
import { expect, test } from "vitest";
import { catalogues, wordsOf } from "../../reports/messages/words.ts";
import { readAssets } from "./fixture.ts";
import { readPages } from "./readPages.ts";

/** Each placeholder once; one that says one thing of none and another of more stands for its count. */
const placeholders = (message: string) =>
  [
    ...new Set([...message.matchAll(/\{[^}]*\}/g)].map(([found]) => found.replace(/\?.*(?=\})/, ":count"))),
  ].sort();

test("the English catalogue has the keys of the Vietnamese one, no more and no fewer", () => {
  expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.vi).sort());
});

test("a translation has the placeholders and formats of the original", () => {
  for (const [key, message] of Object.entries(catalogues.vi)) {
    expect([key, placeholders(catalogues.en[key as keyof typeof catalogues.en])]).toEqual([
      key,
      placeholders(message),
    ]);
  }
});

test("a message is filled with numbers in its language's form", () => {
  const values = { store: 36000, dropped: 1188, valid: 34812, share: 96.7 };
  expect(wordsOf("vi").say("response_flow.sentence", values)).toBe(
    "Nhận 36.000 phiếu, loại 1.188, còn 34.812 phiếu hợp lệ (96,70%).",
  );
  expect(wordsOf("en").say("response_flow.sentence", values)).toBe(
    "36,000 responses received, 1,188 dropped, 34,812 valid (96.70%).",
  );
});

test("a count is said in one way of none, in another of one and of more, with three variants always", () => {
  const said = (up: number, down: number) => wordsOf("en").say("strengths.count", { n: 33, up, down });
  expect([said(0, 1), said(1, 0), said(1200, 3)]).toEqual([
    "Of 33 items, none is established as above and 1 as below the rest of the nation.",
    "Of 33 items, 1 is established as above and none as below the rest of the nation.",
    "Of 33 items, 1,200 are established as above and 3 as below the rest of the nation.",
  ]);
  const variants = Object.values(catalogues).flatMap((messages) =>
    Object.values(messages).flatMap((message) =>
      [...message.matchAll(/\{\w+\?([^}]*)\}/g)].map(([, found = ""]) => found.split("|").length),
    ),
  );
  expect(variants.length).toBeGreaterThan(20);
  expect(new Set(variants)).toEqual(new Set([3]));
});

test("every page that ranks units says what no interval covers, in both languages", async () => {
  const unprinted = ["selfVersusFinal"]; // shares the rows of a page that prints ranks
  const pages = (await readPages()).filter(
    ({ name, page }) =>
      !unprinted.includes(name) &&
      Object.keys(page.row.shape).some(
        (column) => /(^|_)rank($|_)/.test(column) && !column.startsWith("is_"),
      ),
  );
  expect(pages.length).toBeGreaterThan(12);
  expect(pages.filter(({ page }) => page.ranks === undefined).map(({ name }) => name)).toEqual([]);
  for (const { name, page } of pages)
    expect([name, page.ranks?.startsWith("sampled")]).toEqual([name, page.from.startsWith("marts.sipas_")]);
  for (const key of ["ranks.sampled", "ranks.sampled_without_interval"] as const)
    expect([catalogues.en[key], catalogues.vi[key]]).toEqual([
      expect.not.stringContaining("apprais"),
      expect.not.stringContaining("thẩm định"),
    ]);
  for (const key of ["ranks.with_interval", "ranks.without_interval"] as const)
    expect([catalogues.en[key], catalogues.vi[key]]).toEqual([
      expect.stringContaining("not cover appraisal judgement, choice of respondents or coverage"),
      expect.stringContaining(
        "sai số do chấm điểm (thẩm định), do việc chọn người trả lời, hay do phạm vi của danh sách",
      ),
    ]);
});

test("every letter of every message has a glyph in the reports' own font", () => {
  const font = opentype.parse(readAssets()["BeVietnamPro_400Regular.ttf"].slice().buffer);
  const letters = new Set(
    Object.values({ ...catalogues.vi, x: Object.values(catalogues.en).join("") }).join(""),
  );
  const missing = [...letters].filter((letter) => font.charToGlyph(letter).index === 0);
  expect(missing).toEqual([]);
});
