import { expect, test } from "vitest";
import { cell, type OnPaper, table } from "../../reports/blocks.ts";
import type { Document, Section } from "../../reports/document.ts";
import { tableHtml } from "../../reports/html/tableHtml.ts";
import { wordsOf } from "../../reports/messages/words.ts";
import { printedChapters } from "../../reports/printedChapters.ts";
import html from "../../reports/writers/html.ts";
import { facts, readAssets } from "./fixture.ts";

const words = wordsOf("en");

const batches = (n: number, onPaper: OnPaper) =>
  table(
    Array.from({ length: n }, (_, position) => ({ provenance: "published" as const, position })),
    {
      caption: "Batches",
      columns: [
        { header: "Batch", isRowHeader: true, cell: ({ position }) => cell.text(`${position + 1}`) },
        { header: "Kind", cell: ({ position }) => cell.text(position % 2 === 0 ? "odd" : "even") },
        { header: "Why", cell: ({ position }) => cell.text(`because of ${position + 1}`) },
      ],
      isStrong: ({ position }) => position === 0,
      onPaper,
    },
  );

const chaptersOf = (...sections: readonly Partial<Section>[]) =>
  printedChapters(
    [{ title: "T", sections: sections.map((each) => ({ kicker: null, ...each })) } as unknown as Document],
    words,
  );

function printed(n: number, onPaper: OnPaper) {
  const [chapter] = chaptersOf({ id: "a", title: "A", blocks: [batches(n, onPaper)] });
  return chapter?.sections[0]?.blocks ?? [];
}

function rowsOf(n: number, onPaper: OnPaper) {
  const [block] = printed(n, onPaper);
  if (block?.kind !== "table") throw new Error("The table was not printed.");
  return [block.caption, ...block.body.map(({ cells }) => cells[0])];
}

test("of a table too long for paper the first rows are printed, and its caption says so", () => {
  expect(rowsOf(3, { kind: "first", rows: 2 })).toEqual([
    "Batches (first 2 of 3 rows; all are on the page and in the workbook)",
    cell.text("1"),
    cell.text("2"),
  ]);
});

test("a table that has room is printed whole under its own caption", () => {
  expect(rowsOf(2, { kind: "first", rows: 2 })).toEqual(["Batches", cell.text("1"), cell.text("2")]);
});

test("of a table that paper does not hold a line says where it is", () => {
  expect(printed(3, { kind: "first", rows: 0 })).toMatchObject([
    { kind: "sentence", text: "Batches: 3 rows, all on the page and in the workbook." },
  ]);
});

test("of a table of parts and totals the totals are printed", () => {
  expect(rowsOf(3, { kind: "strong" })).toEqual([
    "Batches (totals only; all 3 rows are on the page and in the workbook)",
    cell.text("1"),
  ]);
});

test("of a table that has nothing but totals nothing is left out, and no print says so", () => {
  expect(rowsOf(1, { kind: "strong" })).toEqual(["Batches", cell.text("1")]);
  expect(printed(1, { kind: "strong" })).toMatchObject([{ body: [{ isStrong: false }] }]);
  expect(tableHtml(batches(1, { kind: "strong" }), words)).not.toContain("totals only");
});

test("rows of words become entries, grouped in the order asked for, without those said before", () => {
  const leavesOut = { rows: new Set([2]), text: "One was said before." };
  expect(printed(4, { kind: "entries", by: 1, order: ["even", "odd"], leavesOut })).toMatchObject([
    {
      kind: "entries",
      groups: [
        {
          title: "even",
          entries: [
            { name: "2", text: "because of 2." },
            { name: "4", text: "because of 4." },
          ],
        },
        { title: "odd", entries: [{ name: "1", text: "because of 1." }] },
      ],
    },
    { kind: "sentence", text: "One was said before." },
  ]);
});

test("what an earlier round says besides is not printed, and its chapter names it", () => {
  const blocks = [batches(1, { kind: "first", rows: 1 })];
  const [chapter] = chaptersOf(
    { id: "a", title: "How many?", blocks },
    { id: "b", title: "Who?", blocks, isOffPaper: true },
    { id: "c", title: "Why?", blocks, isOffPaper: true },
  );
  expect(chapter?.sections.map(({ title }) => title)).toEqual(["How many?"]);
  expect(chapter?.elsewhere).toBe("Not printed here, all on the page and in the workbook: Who? · Why?");
});

test("a browser prints of a unit's earlier rounds what other paper holds of them, and of a page of one round all", async () => {
  const section = (id: string, kicker: string | null, isOffPaper: boolean): Section => ({
    ...{ id, title: `${id}?`, kicker, note: null, provenance: [], isOffPaper },
    blocks: [batches(1, { kind: "first", rows: 1 })],
  });
  const printedBy = async (kicker: string | null) => {
    const documents = [
      {
        ...{
          path: "index.html",
          title: "T",
          subtitle: null,
          isIllustrative: false,
          home: null,
          siblings: [],
        },
        sections: [section("a", kicker, false), section("b", kicker, true)],
      },
    ];
    const [file] = await html.write(
      { reader: null, isIllustrative: false, documents, tables: [], downloads: [] },
      { words, languages: ["en"], suffix: "", facts, assets: readAssets(), measure: () => 0 },
    );
    const page = new TextDecoder().decode(file?.bytes);
    return [/<section id="b"[^>]*>/.exec(page)?.[0], /<p class="paper[^>]*>[^<]*/.exec(page)?.[0]];
  };
  expect(await printedBy("SIPAS 2022")).toEqual([
    '<section id="b" class="screen" aria-labelledby="b-h">',
    '<p class="paper legend">Not printed here, all on the page and in the workbook: b?',
  ]);
  expect(await printedBy(null)).toEqual(['<section id="b" aria-labelledby="b-h">', undefined]);
});
