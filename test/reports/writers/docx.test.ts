import { spawnSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { scanBundle } from "../../../reports/scanner.ts";
import { linesOf, partsOf, tablesOf } from "../docxText.ts";
import { makeMarts } from "../fixture.ts";
import { hue, national, render, withRows } from "../renderAll.ts";

const path = "bao-cao-minh-hoa.docx";
const bundle = await render(national, undefined, { languages: ["vi", "en"], formats: ["docx"] });
const bytesOf = (from: { files: readonly { path: string; bytes: Uint8Array }[] }, name: string) =>
  from.files.find((file) => file.path === name)?.bytes as Uint8Array;
const parts = partsOf(bytesOf(bundle, path));
const xml = parts["word/document.xml"] as string;

test("the national report is one Word file in each language, tagged with it, and the pages lead there", () => {
  expect(bundle.files.map((file) => file.path).filter((name) => name.startsWith("bao-cao"))).toEqual([
    "bao-cao-minh-hoa.docx",
    "bao-cao-minh-hoa.en.docx",
  ]);
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="vi-VN"/>');
  expect(partsOf(bytesOf(bundle, "bao-cao-minh-hoa.en.docx"))["word/styles.xml"]).toContain(
    '<w:lang w:val="en-GB"/>',
  );
  expect(new TextDecoder().decode(bytesOf(bundle, "index.html"))).toContain(`<a href="${path}">`);
});

test("every chapter and every question is a heading, and the contents lead to each", () => {
  const headings = [...xml.matchAll(/<w:pStyle w:val="Heading([12])"\/>/g)].map(([, level]) => Number(level));
  expect(headings.filter((level) => level === 1).length).toBeGreaterThanOrEqual(4);
  const bookmarks = [...xml.matchAll(/<w:bookmarkStart w:name="(_Toc\d+)"/g)].map(([, name]) => name);
  expect(bookmarks).toEqual(headings.map((_, i) => `_Toc${i + 1}`));
  const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(_Toc\d+)"/g)].map(([, name]) => name);
  expect(anchors).toEqual(bookmarks);
});

test("a table keeps its figures and marks, and its head is repeated on every page", () => {
  const tables = tablesOf(xml);
  const ranking = tables.find(([head]) => head?.[1] === "Bộ, cơ quan ngang bộ");
  expect(ranking?.[1]).toEqual(["1", "Bộ Tư pháp", "61,86", "28,10", "89,95", "nhóm từ 80 đến 90"]);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
});

test("every picture is drawn, with its title and description for those who do not see it", () => {
  const pictures = [...xml.matchAll(/<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]*)" title="([^"]*)"/g)];
  expect(pictures.length).toBeGreaterThan(10);
  expect(new Set(pictures.map(([, id]) => id)).size).toBe(pictures.length);
  for (const [, , description = "", title = ""] of pictures)
    expect([title.length > 9, description.length > 29]).toEqual([true, true]);
  expect(xml.match(/<asvg:svgBlip/g)).toHaveLength(pictures.length);
});

test("beside every SVG stands the same picture as a metafile, for programs that draw no SVG", () => {
  const names = Object.keys(parts).filter((name) => name.startsWith("word/media/"));
  const metafiles = names.filter((name) => name.endsWith(".emf"));
  expect(metafiles.length).toBe(names.filter((name) => name.endsWith(".svg")).length);
  for (const name of metafiles) expect(parts[name]?.slice(40, 44)).toBe(" EMF");
  expect(parts["[Content_Types].xml"]).toContain('ContentType="image/x-emf" Extension="emf"');
  const targets = [...(parts["word/_rels/document.xml.rels"] ?? "").matchAll(/Target="(media\/[^"]*)"/g)];
  expect(targets.map(([, target]) => `word/${target}`).sort()).toEqual(names.sort());
});

test("every page says which release it is from and that figures are invented", () => {
  const footers = Object.keys(parts).filter((name) => /word\/footer\d/.test(name));
  expect(footers).toHaveLength(2);
  for (const name of footers) {
    expect(parts[name]).toContain("2023-r1");
    expect(parts[name]).toContain("dữ liệu minh họa");
    expect(parts[name]).toContain("PAGE");
  }
});

test("the same bundle gives the same bytes, whatever was written before and whatever the clock says", async () => {
  vi.useFakeTimers({ now: new Date("2031-05-06"), toFake: ["Date"] });
  const later = await render(national, undefined, { languages: ["vi", "en"], formats: ["docx"] });
  vi.useRealTimers();
  for (const name of [path, "bao-cao-minh-hoa.en.docx"])
    expect(Buffer.from(bytesOf(later, name)).equals(bytesOf(bundle, name))).toBe(true);
});

const hostile = `</w:t><w:instrText>DDE "x"</w:instrText> <script>alert(1)</script> _Toc1 & "x" \u0000\u202e`;

test("hostile words stay words: no field, no tag, no letter that XML does not know", async () => {
  const marts = withRows(makeMarts(), "marts.par_ministry_scores", (row) => ({
    ...row,
    unit_name: `${row["unit_name"]} ${hostile}`,
  }));
  const poisoned = await render(national, marts, { formats: ["docx"] });
  const own = partsOf(bytesOf(poisoned, path));
  const body = own["word/document.xml"] as string;
  const fields = [...body.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field?.split(" ")[0]);
  expect([...new Set(fields)]).toEqual(["TOC", "PAGEREF"]);
  expect(body).not.toContain("<script");
  expect(linesOf(body).join("\n")).toContain(`Bộ Tư pháp </w:t><w:instrText>DDE "x"</w:instrText> <script>`);
  for (const letter of ["\u0000", "\u202e"]) expect(body.includes(letter)).toBe(false);
  expect(scanBundle(poisoned.files, national, [])).toEqual([]);
});

const hasPython = spawnSync("python3", ["--version"]).error === undefined;
const readsAll = `
import io, sys, zipfile, xml.dom.minidom as dom
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
for name in archive.namelist():
    if name.endswith((".xml", ".rels", ".svg")):
        dom.parseString(archive.read(name))
        print(name)
`;

test.skipIf(!hasPython)("an independent reader finds every part whole and well formed (needs Python)", () => {
  const read = spawnSync("python3", ["-c", readsAll], { input: bytesOf(bundle, path), encoding: "utf8" });
  expect([read.stderr, read.status]).toEqual(["", 0]);
  expect(read.stdout).toContain("word/document.xml");
});

test("the scanner opens Word files: a foreign unit in one is found by its name", async () => {
  const marts = withRows(makeMarts(), "marts.par_ministry_scores", (row) => ({
    ...row,
    unit_name: "Bạc Liêu",
  }));
  const { files } = await render(national, marts, { formats: ["docx"] });
  const word = files.filter((file) => file.path.endsWith(".docx"));
  const units = [{ ...hue, unit_code: "95", unit_name: "Bạc Liêu", unit_name_en: "Bac Lieu" }];
  const found = scanBundle(word, hue, units).map(({ file, rule }) => [file, rule]);
  expect(found).toContainEqual([`${path}!word/document.xml`, "foreign unit"]);
});
