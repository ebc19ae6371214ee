import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { cell, sentence, table } from "../../../reports/blocks.ts";
import type { BundleFile, Document } from "../../../reports/document.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import { documentSheets } from "../../../reports/workbook/documentSheets.ts";
import { sheetNames } from "../../../reports/workbook/sheetNames.ts";
import xlsx from "../../../reports/writers/xlsx.ts";
import { readSheets, type Sheet } from "../../../sources/workbook/readSheets.ts";
import { facts, readAssets } from "../fixture.ts";
import { compose, hue, justice, national } from "../renderAll.ts";
import { fictionalProvince } from "../scorecardFixture.ts";

const assets = readAssets();

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly provenance: "published" | "illustrative";
}
const published: readonly Row[] = [
  { name: "Nghệ An", value: 20.930232, provenance: "published" },
  { name: "Huế", value: null, provenance: "published" },
];

function documentOf(rows: readonly Row[]): Document {
  return {
    path: "index.html",
    title: "Theo dõi",
    subtitle: "Toàn quốc",
    isIllustrative: rows.some(({ provenance }) => provenance === "illustrative"),
    home: null,
    siblings: [],
    sections: [
      {
        id: "a",
        title: "Ai đã trả lời?",
        kicker: null,
        round: "2022",
        note: "Đếm người, không đếm lượt.",
        provenance: [],
        blocks: [
          sentence(rows, "Mới 09 người trả lời."),
          table(rows, {
            caption: "Tỷ lệ trả lời [của] các tỉnh: 2021/2022 và những năm sau đó",
            shortName: "Trả lời",
            columns: [
              { header: "Tỉnh", isRowHeader: true, cell: ({ name }) => cell.text(name) },
              {
                header: "Tỷ lệ",
                cell: ({ value }) =>
                  value === null ? cell.absent("tỉnh chưa có ai đăng ký") : cell.number(value, "percent"),
              },
              {
                header: "Khoảng",
                cell: ({ value }) =>
                  value === null
                    ? cell.missing("suppressed")
                    : { kind: "interval", low: value - 5, high: value + 5 },
              },
              { header: "Điểm", cell: () => cell.decimal("89.95") },
            ],
          }),
        ],
      },
    ],
  };
}

async function write(rows: readonly Row[], language: "vi" | "en" = "vi"): Promise<Uint8Array> {
  const documents = [documentOf(rows)];
  const isIllustrative = documents.some((document) => document.isIllustrative);
  const tools = { words: wordsOf(language), languages: [language], suffix: "", facts } as const;
  const [file] = await xlsx.write(
    { reader: null, isIllustrative, documents, tables: [], downloads: [] },
    { ...tools, assets, measure: () => 0 },
  );
  return (file as BundleFile).bytes;
}

/** The texts and numbers of a sheet, a row a line. */
const textsOf = ({ rows }: Sheet): readonly (readonly string[])[] =>
  rows.map(({ cells }) => [...cells.values()].map(({ text }) => text));

test("a document becomes cover, contents and notes, then a sheet for each of its tables", async () => {
  const { sheets } = readSheets(await write(published));
  expect(sheets.map(({ name }) => name)).toEqual(["1 Bìa", "2 Mục lục", "3 Ghi chú", "4 Trả lời 2022"]);
  expect(textsOf(sheets[0] as Sheet).slice(0, 2)).toEqual([
    ["Theo dõi"],
    ["Toàn quốc – kỳ công bố 2023-r1, ngày 17/04/2024"],
  ]);
  expect(textsOf(sheets[1] as Sheet).at(-1)).toEqual([
    "4 Trả lời 2022",
    "Tỷ lệ trả lời [của] các tỉnh: 2021/2022 và những năm sau đó",
    "Ai đã trả lời?",
    "Theo dõi",
  ]);
});

test("each sheet is a page wide on paper with its number, and the contents lead to every table", async () => {
  const parts = unzipSync(await write(published));
  const contents = new TextDecoder().decode(parts["xl/worksheets/sheet2.xml"]);
  expect(contents.match(/<hyperlink [^>]*>/g)).toEqual([
    `<hyperlink ref="A3" location="&#39;4 Trả lời 2022&#39;!A1" display="4 Trả lời 2022"/>`,
  ]);
  const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet4.xml"]);
  expect(sheet).toMatch(/fitToPage="1"/);
  expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
  expect(sheet).toContain("&amp;R&amp;P / &amp;N");
});

test("a cell keeps the unrounded number, an interval is two columns, and what is not there its mark and reason", async () => {
  const { sheets } = readSheets(await write(published));
  expect(textsOf(sheets[3] as Sheet).slice(2)).toEqual([
    ["Tỉnh", "Tỷ lệ", "Khoảng: từ", "Khoảng: đến", "Điểm"],
    ["Nghệ An", "20.930232", "15.930232", "25.930232", "89.95"],
    ["Huế", "[x]", "[c]", "[c]", "89.95"],
  ]);
  const notes = textsOf(sheets[2] as Sheet).map((line) => line.join(" | "));
  expect(notes).toContain("Ai đã trả lời? | Mới 09 người trả lời. | số liệu đã công bố");
  expect(notes).toContain(
    "[c] | không công bố: số này, tự nó hay cùng số khác, kể cả của kỳ công bố trước, cho biết câu trả lời của quá ít người",
  );
  expect(notes).toContain("[x] | tỉnh chưa có ai đăng ký");
});

test("numbers are formatted in the document's language with the digits that pages print", async () => {
  const codes = async (language: "vi" | "en") => {
    const styles = new TextDecoder().decode(unzipSync(await write(published, language))["xl/styles.xml"]);
    return [...styles.matchAll(/formatCode="([^"]+)"/g)].map(([, code]) => code);
  };
  expect(await codes("vi")).toEqual(["[$-42A]#,##0.00"]);
  expect(await codes("en")).toEqual(["[$-809]#,##0.00"]);
});

test("the head of every table stays in sight and no cell is merged or hidden", async () => {
  const bytes = await write(published);
  const sheet = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet4.xml"]);
  expect(sheet).toMatch(/<pane xSplit="1" ySplit="3" topLeftCell="B4"[^>]*state="frozen"/);
  for (const { merges, isHidden, hiddenColumns } of readSheets(bytes).sheets)
    expect({ merges, isHidden, hiddenColumns }).toEqual({ merges: [], isHidden: false, hiddenColumns: [] });
});

test("a workbook of invented figures says so on its cover, above each table and at the foot of each printed page", async () => {
  const bytes = await write(published.map((row) => ({ ...row, provenance: "illustrative" })));
  const { sheets } = readSheets(bytes);
  expect(textsOf(sheets[0] as Sheet)[2]?.[0]).toContain("invented respondents");
  expect(textsOf(sheets[3] as Sheet)[1]).toEqual(["Nguồn số liệu: dữ liệu minh họa – invented respondents"]);
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts).filter((part) => /worksheets\/sheet\d/.test(part)))
    expect(new TextDecoder().decode(parts[name])).toContain("<oddFooter>&amp;Cdữ liệu minh họa");
});

test("the same document gives the same bytes, whatever the clock says", async () => {
  const first = await write(published);
  vi.useFakeTimers({ now: new Date("2031-05-06"), toFake: ["Date"] });
  const later = await write(published);
  vi.useRealTimers();
  expect(Buffer.from(later).equals(first)).toBe(true);
});

test("hostile words stay words: no formula, no link, no escape of the program's own, nothing that XML cannot hold", async () => {
  const hostile = [
    '=HYPERLINK("http://evil.example")',
    "+1+1",
    "@SUM(1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "</t></si><f>1+1</f>",
    "_x003D_1",
    "a\u0000b\ufffec\ud800",
    "[c]",
  ];
  const bytes = await write(hostile.map((name) => ({ name, value: 1, provenance: "published" })));
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    new TextDecoder().decode(part),
  ]);
  for (const [name, part] of parts) {
    expect([name, part?.match(/<f[ >]|<hyperlink [^>]*r:id|TargetMode="External"|externalLink/)]).toEqual([
      name,
      null,
    ]);
    expect([name, part?.match(/[\ufffe\uffff]/)]).toEqual([name, null]);
  }
  const names = textsOf(readSheets(bytes).sheets[3] as Sheet)
    .slice(3)
    .map(([name]) => name);
  expect(names).toEqual([
    ...hostile.slice(0, 6),
    "_x005F_x003D_1", // a spreadsheet program shows _x003D_1
    "a\ufffdb\ufffdc\ufffd",
    "[c]",
  ]);
});

test("a number that is none stops the workbook and names its table and row", async () => {
  await expect(write([{ name: "Huế", value: Number.NaN, provenance: "published" }])).rejects.toThrow(
    /"Tỷ lệ trả lời .*, row 1" holds NaN; a workbook holds numbers that are finite/,
  );
});

test.each([
  ["national", national],
  ["province", hue],
  ["ministry", justice],
  ["fictional", fictionalProvince],
] as const)(
  "every table of a %s bundle has a short name in both languages, and no sheet's name is cut",
  async (_, reader) => {
    const { editions } = await compose(reader, undefined, ["vi", "en"]);
    for (const { language, documents } of editions) {
      const sheets = documentSheets(documents, facts, wordsOf(language)).slice(3);
      const placed = documents.flatMap(({ sections }) =>
        sections.flatMap(({ round, blocks }) =>
          blocks.flatMap((block) => (block.kind === "table" ? [{ round, block }] : [])),
        ),
      );
      expect(placed.length).toBeGreaterThan(2);
      for (const [at, { round = "", block }] of placed.entries()) {
        const name = block.shortName ?? `${block.caption} has no short name`;
        expect(sheets[at]?.name).toBe(`${at + 4} ${name.includes(round) ? name : `${name} ${round}`}`);
        expect(`${at + 4} ${name}`.length).toBeLessThan(name.includes(round) ? 32 : 27);
      }
    }
  },
);

test("words fill an upright sheet of paper, a broad table one that lies", async () => {
  const parts = unzipSync(await write(published));
  const orientation = (sheet: number) =>
    /orientation="(\w+)"/.exec(new TextDecoder().decode(parts[`xl/worksheets/sheet${sheet}.xml`]))?.[1];
  expect([1, 2, 3, 4].map(orientation)).toEqual(["portrait", "portrait", "portrait", "portrait"]);
});

test("sheet names are numbered, hold no character that Excel refuses and are cut between words, or letters of one", () => {
  expect(
    sheetNames([
      "'Cover'",
      "a/b\\c?d*e[f]g:h",
      "𝒜".repeat(40),
      "History",
      "",
      "Thirty-one letters and then some more",
    ]),
  ).toEqual([
    "1 Cover",
    "2 a b c d e f g h",
    `3 ${"𝒜".repeat(14)}`,
    "4 History",
    "5",
    "6 Thirty-one letters and then",
  ]);
});
