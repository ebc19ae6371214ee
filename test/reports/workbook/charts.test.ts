import exceljs from "exceljs";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { cell, table } from "../../../reports/blocks.ts";
import type { BundleFile, Document } from "../../../reports/document.ts";
import { readTags } from "../../../reports/html/readTags.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import { scanBundle } from "../../../reports/scanner.ts";
import xlsx from "../../../reports/writers/xlsx.ts";
import { readSheets } from "../../../sources/workbook/readSheets.ts";
import { facts, readAssets } from "../fixture.ts";
import { hue, national, render } from "../renderAll.ts";

const assets = readAssets();

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly region: number | null;
  readonly provenance: "published" | "illustrative";
}
const row = (name: string, value: number | null, region: number | null = 80): Row => ({
  name,
  value,
  region,
  provenance: "published",
});

async function write(rows: readonly Row[], caption = "Xếp hạng", title = "Báo cáo"): Promise<Uint8Array> {
  const isIllustrative = rows.some(({ provenance }) => provenance === "illustrative");
  const document: Document = {
    ...{ path: "index.html", title, subtitle: "Toàn quốc", isIllustrative, home: null, siblings: [] },
    sections: [
      {
        ...{ id: "a", title: "Hỏi", kicker: null, note: null, provenance: [] },
        blocks: [
          table(rows, {
            caption,
            columns: [
              { header: "Tỉnh", isRowHeader: true, cell: ({ name }) => cell.text(name) },
              {
                header: "Khoảng",
                cell: ({ value }) =>
                  value === null
                    ? cell.missing("suppressed")
                    : { kind: "interval", low: value - 2, high: value + 3 },
              },
              {
                header: "Tỷ lệ",
                cell: ({ value }) =>
                  value === null ? cell.missing("suppressed") : cell.number(value, "percent"),
              },
              {
                header: "Vùng",
                cell: ({ region }) =>
                  region === null ? cell.notApplicable() : cell.number(region, "percent"),
              },
            ],
            plot: {
              description: `Biểu đồ: ${caption}`,
              axisTitle: "%",
              series: [{ column: 2, interval: 1 }, { column: 3 }],
            },
          }),
        ],
      },
    ],
  };
  const tools = { words: wordsOf("vi"), languages: ["vi"], suffix: "", facts } as const;
  const bundle = { reader: null, isIllustrative, documents: [document], tables: [], downloads: [] };
  const [file] = await xlsx.write(bundle, { ...tools, assets, measure: () => 0 });
  return (file as BundleFile).bytes;
}

const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));
const chartOf = (bytes: Uint8Array) => partsOf(bytes).get("xl/charts/chart1.xml") ?? "";
const addresses = (xml: string) =>
  [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, address]) => address?.replaceAll("&#39;", "'"));

/** Throws where tags do not close in order or an entity is none: what a strict parser of XML refuses. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, closing, name, rest] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (closing === "/") expect(open.pop()).toBe(name);
    else if (!rest?.endsWith("/")) open.push(name as string);
  }
  expect(open).toEqual([]);
  expect(xml.replace(/&(?:amp|lt|gt|quot|apos|#39|#x[0-9A-F]+);/g, "")).not.toContain("&");
  expect(xml.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
}

test("a chart refers to the cells of its table, with the lengths of the intervals beside them", async () => {
  const bytes = await write([row("Huế", 80), row("Hà Nội", 78)]);
  expect(addresses(chartOf(bytes))).toEqual([
    "'4 Xếp hạng'!$D$3",
    "'4 Xếp hạng'!$G$4:$G$5",
    "'4 Xếp hạng'!$F$4:$F$5",
    "'4 Xếp hạng'!$A$4:$A$5",
    "'4 Xếp hạng'!$D$4:$D$5",
    "'4 Xếp hạng'!$E$3",
    "'4 Xếp hạng'!$A$4:$A$5",
    "'4 Xếp hạng'!$E$4:$E$5",
  ]);
  const sheet = readSheets(bytes).sheets[3];
  expect(sheet?.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)).slice(2)).toEqual([
    ["Tỉnh", "Khoảng: từ", "Khoảng: đến", "Tỷ lệ", "Vùng", "Tỷ lệ: xuống cận dưới", "Tỷ lệ: lên cận trên"],
    ["Huế", "78", "83", "80", "80", "2", "3"],
    ["Hà Nội", "76", "81", "78", "80", "2", "3"],
  ]);
});

test("a withheld figure stays a mark in its cell and is no bar: the address leaves its row out", async () => {
  const bytes = await write([row("Huế", 80), row("Đắk Nông", null), row("Hà Nội", 78)]);
  const xml = chartOf(bytes);
  expect(addresses(xml)).toContain("('4 Xếp hạng'!$D$4:$D$4,'4 Xếp hạng'!$D$6:$D$6)");
  expect(xml).not.toContain("Đắk Nông");
  expect(xml).not.toContain("<c:v>0</c:v>");
  expect(partsOf(await write([row("Đắk Nông", null)])).has("xl/charts/chart1.xml")).toBe(true); // the region alone
  expect(partsOf(await write([row("Đắk Nông", null, null)])).has("xl/charts/chart1.xml")).toBe(false);
});

test("a series without any figure is left out and the others stay", async () => {
  const xml = chartOf(await write([row("Huế", 80, null)]));
  expect(xml.match(/<c:ser>/g)).toHaveLength(1);
  expect(xml).toContain("<c:v>Tỷ lệ</c:v>");
});

test("every part is typed, related and well formed, and nothing leads outside", async () => {
  const parts = partsOf(await write([row("Huế", 80)]));
  const types = parts.get("[Content_Types].xml") ?? "";
  for (const name of ["drawings/drawing1", "charts/chart1"])
    expect(types).toContain(`PartName="/xl/${name}.xml"`);
  expect(parts.get("xl/worksheets/_rels/sheet4.xml.rels")).toContain('Target="../drawings/drawing1.xml"');
  expect(parts.get("xl/drawings/_rels/drawing1.xml.rels")).toContain('Target="../charts/chart1.xml"');
  expect(parts.get("xl/worksheets/sheet4.xml")).toMatch(/<drawing r:id="rId1"\/><\/worksheet>$/);
  for (const xml of parts.values()) {
    expectWellFormed(xml);
    expect(xml).not.toContain('TargetMode="External"');
  }
});

test("who does not see the chart is told what it shows, and its title says when figures are invented", async () => {
  const parts = partsOf(await write([{ ...row("Huế", 80), provenance: "illustrative" }]));
  const frame = readTags(parts.get("xl/drawings/drawing1.xml") ?? "").find(
    ({ name }) => name === "xdr:cnvpr",
  );
  expect(frame?.attributes.find(({ name }) => name === "descr")?.value).toBe("Biểu đồ: Xếp hạng");
  expect(parts.get("xl/charts/chart1.xml")).toContain("dữ liệu minh họa");
});

test("hostile names, captions and sheets stay text: in titles, in what charts hold, in addresses", async () => {
  const hostile = [
    `</c:v></c:pt><c:f>1+1</c:f>`,
    `" descr="x"><evil/>`,
    `'!A1+HYPERLINK("http://evil.example")`,
    "_x0041_",
    "a\u0000b\ud800",
    "&lt;&#0;",
  ];
  for (const text of hostile) {
    const bytes = await write([row(text, 80), row("Huế", 79)], text, text);
    const parts = partsOf(bytes);
    for (const xml of parts.values()) expectWellFormed(xml);
    const xml = chartOf(bytes);
    expect(xml.match(/<c:f>/g)).toHaveLength(8);
    for (const address of addresses(xml))
      expect(address).toMatch(/^'(?:[^']|'')*'!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/);
    expect(scanBundle([{ path: "a.xlsx", bytes }], national, [])).toEqual([]);
    if (text === "_x0041_") expect(xml).toContain("<c:v>_x005F_x0041_</c:v>");
  }
});

test("the same rows give the same bytes, and another reader finds the same cells as without charts", async () => {
  const rows = [row("Huế", 80), row("Hà Nội", 78)];
  const bytes = await write(rows);
  expect(Buffer.from(await write(rows)).equals(bytes)).toBe(true);
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const sheet = book.worksheets[3];
  expect(sheet?.getCell("D4").value).toBe(80);
  expect(sheet?.getCell("A5").value).toBe("Hà Nội");
});

test("the national workbook draws its ranking and a province's its profile, and the province's holds no other unit", async () => {
  const charts = async (reader: typeof hue | typeof national) => {
    const file = (await render(reader, undefined, { formats: ["xlsx"] })).files.find(({ path }) =>
      path.endsWith(".xlsx"),
    );
    return [...partsOf((file as BundleFile).bytes)]
      .filter(([name]) => name.startsWith("xl/charts/"))
      .map(([, xml]) => xml);
  };
  const ranking = await charts(national);
  expect(ranking.some((xml) => xml.includes("Hà Nội") && xml.includes("<c:errBars>"))).toBe(true);
  const profile = (await charts(hue)).join("");
  expect(profile).toContain("<c:errBars>");
  expect(profile).not.toMatch(/Hà Nội|Bạc Liêu|Đắk Nông/);
});
