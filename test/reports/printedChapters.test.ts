import { expect, test } from "vitest";
import { cell, table } from "../../reports/blocks.ts";
import type { Document } from "../../reports/document.ts";
import { printedChapters } from "../../reports/printedChapters.ts";

const batches = (n: number) =>
  table(
    Array.from({ length: n }, (_, position) => ({ provenance: "published" as const, position })),
    {
      caption: "Batches",
      columns: [{ header: "Batch", cell: ({ position }) => cell.text(`${position + 1}`) }],
      onPaper: { rows: 2, caption: "Batches (first 2)" },
    },
  );

function printed(n: number) {
  const sections = [{ id: "a", title: "A", blocks: [batches(n)] }];
  const [chapter] = printedChapters([{ title: "T", sections } as unknown as Document]);
  const [block] = chapter?.sections[0]?.blocks ?? [];
  if (block?.kind !== "table") throw new Error("The table was not printed.");
  return [block.caption, ...block.body.map(({ cells }) => cells[0])];
}

test("of a table too long for paper the first rows are printed, and its caption says so", () => {
  expect(printed(3)).toEqual(["Batches (first 2)", cell.text("1"), cell.text("2")]);
});

test("a table that has room is printed whole under its own caption", () => {
  expect(printed(2)).toEqual(["Batches", cell.text("1"), cell.text("2")]);
});
