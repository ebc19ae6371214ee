import { zipSync } from "fflate";
import { expect, test } from "vitest";
import type { BundleFile } from "../../reports/document.ts";
import { findValues, type ScannedUnit, scanBundle } from "../../reports/scanner.ts";
import { fourProvinces, makeMarts, province } from "./fixture.ts";
import { hue, inspectorate, justice, render, withRows } from "./renderAll.ts";

const units: readonly ScannedUnit[] = [
  ...fourProvinces.map(province),
  justice,
  inspectorate,
  {
    kind: "ministry",
    unit_code: "bnv",
    unit_name: "Bộ Nội vụ",
    unit_name_en: "Ministry of Home Affairs",
    is_fictional: false,
  },
];
const page = (path: string, html: string): BundleFile => ({ path, bytes: new TextEncoder().encode(html) });
const scan = (html: string) =>
  scanBundle([page("index.html", html)], hue, units).map(({ rule, found }) => [rule, found]);

test("the bundles of a province and of a ministry hold nothing of another unit", async () => {
  for (const reader of [hue, justice, inspectorate]) {
    expect(scanBundle((await render(reader)).files, reader, units)).toEqual([]);
  }
});

test("one foreign row behind a public domain is found by its name", async () => {
  const marts = withRows(makeMarts(), "marts.sipas_nodes", (row) =>
    row["domain_level"] === "nation" ? { ...row, domain_name: "Đắk Nông" } : row,
  );
  const findings = scanBundle((await render(hue, marts)).files, hue, units);
  expect(findings).toEqual([{ file: "index.html", rule: "foreign unit", found: "Đắk Nông" }]);
});

test("a foreign name is found in text, in attributes, decomposed, escaped and broken over a chart's lines", () => {
  expect(scan("<p>Bạc Liêu</p>")).toEqual([["foreign unit", "Bạc Liêu"]]);
  expect(scan('<abbr title="Bạc Liêu">x</abbr>')).toEqual([["foreign unit", "Bạc Liêu"]]);
  expect(scan(`<p>${"Bạc Liêu".normalize("NFD")}</p>`)).toEqual([["foreign unit", "Bạc Liêu"]]);
  expect(scan("<p>B&#7841;c Li&#xea;u</p>")).toEqual([["foreign unit", "Bạc Liêu"]]);
  expect(scan("<svg><text><tspan>Bạc</tspan><tspan>Liêu</tspan></text></svg>")).toEqual([
    ["foreign unit", "Bạc Liêu"],
  ]);
  expect(scan("<p>../provinces/95-bac-lieu-minh-hoa</p>")).toEqual([
    ["foreign unit", "provinces/95-bac-lieu"],
  ]);
});

test("the publisher is no foreign row, but the same ministry anywhere else is", () => {
  expect(scan("<p>do Bộ Nội vụ công bố</p>")).toEqual([]);
  expect(scan("<p>Bộ Nội vụ: 87,04</p>")).toEqual([["foreign unit", "Bộ Nội vụ"]]);
});

test("own name and part of another word are no finds", () => {
  expect(scan("<p>Thừa Thiên Huế; Hà Nộii; xHà Nội</p>")).toEqual([]);
});

test("whatever a page would fetch or run is found, and a plain web link is not", () => {
  expect(scan('<a href="https://example.org/x">nguồn</a>')).toEqual([]);
  expect(scan("<script>1</script>")).toEqual([["script", "<script>"]]);
  expect(scan('<img src="//evil.example/x.png">')).toEqual([["fetches", '<img src="//evil.example/x.png">']]);
  expect(scan('<p style="background:url(https://evil.example)">')).toEqual([
    ["fetches", "url(https://evil.example"],
  ]);
  expect(scan('<a href="javascript:alert(1)">x</a>')).toEqual([["script", '<a href="javascript:alert(1)">']]);
  expect(scan('<p onclick="x()">')).toEqual([["script", '<p onclick="x()">']]);
  const style = page("assets/report.css", "@import 'x.css';");
  expect(scanBundle([style], hue, units)).toEqual([
    { file: "assets/report.css", rule: "fetches", found: "@import 'x.css'" },
  ]);
});

test("a link out of the folder and a link to nothing are found", () => {
  expect(scan('<a href="../index.html">x</a>')).toEqual([["leads outside", "../index.html"]]);
  expect(scan('<link rel="stylesheet" href="assets/gone.css">')).toEqual([
    ["missing target", "assets/gone.css"],
  ]);
});

test("a value planted in another unit's rows is found if it arrives, and only then", async () => {
  const marts = withRows(makeMarts(), "marts.fieldwork", (row) =>
    row["unit_code"] === "95" ? { ...row, n_approached: 7_654_321 } : row,
  );
  expect(findValues((await render(hue, marts)).files, ["7.654.321"])).toEqual([]);
  expect(findValues((await render({ kind: "national" }, marts)).files, ["7.654.321"])).toHaveLength(1);
});

test("workbooks are opened part by part: sheets, shared strings and properties", async () => {
  const bundle = await render(hue, undefined, { formats: ["xlsx"] });
  expect(bundle.files.some(({ path }) => path.endsWith(".xlsx"))).toBe(true);
  expect(scanBundle(bundle.files, hue, units)).toEqual([]);
  const marts = withRows(makeMarts(), "marts.perceptions", (row) => ({ ...row, item_name: "Đắk Nông" }));
  const foreign = scanBundle((await render(hue, marts, { formats: ["xlsx"] })).files, hue, units);
  expect(foreign.filter(({ file }) => file.includes(".xlsx!")).map(({ found }) => found)).toContain(
    "Đắk Nông",
  );
});

test("a formula, a program, an outer link and a foreign property of an Office file are found", () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const parts = {
    "xl/worksheets/sheet1.xml": text("<worksheet><c><f>1+1</f></c></worksheet>"),
    "xl/vbaProject.bin": text(""),
    "xl/_rels/workbook.xml.rels": text('<Relationship Target="file:///etc/passwd" TargetMode="External"/>'),
    "docProps/core.xml": text("<dc:creator>Bạc Liêu</dc:creator>"),
  };
  const found = scanBundle([{ path: "a.xlsx", bytes: zipSync(parts) }], hue, units);
  expect(found.map(({ file, rule }) => [file, rule])).toEqual([
    ["a.xlsx!xl/vbaProject.bin", "script"],
    ["a.xlsx!xl/worksheets/sheet1.xml", "formula"],
    ["a.xlsx!xl/_rels/workbook.xml.rels", "fetches"],
    ["a.xlsx!docProps/core.xml", "foreign unit"],
  ]);
});
