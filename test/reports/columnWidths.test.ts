import { expect, test } from "vitest";
import { type Column, cell, table } from "../../reports/blocks.ts";
import { columnWidths } from "../../reports/columnWidths.ts";
import { wordsOf } from "../../reports/messages/words.ts";

interface Matter {
  readonly provenance: "published";
  readonly name: string;
  readonly value: number;
}

const blank = (header: string): Column<Matter> => ({ header, align: "left", cell: () => cell.text("") });
const plan = (names: readonly string[]) =>
  table(
    names.map((name): Matter => ({ provenance: "published", name, value: -12.5 })),
    {
      caption: "Plan",
      columns: [
        { header: "Matter", isRowHeader: true, cell: ({ name }) => cell.text(name) },
        {
          header: "Behind the rest (percentage points)",
          cell: ({ value }) => cell.number(value, "difference"),
        },
        { header: "q", cell: () => cell.number(0.65, "probability") },
        blank("Measure"),
        blank("Deadline"),
      ],
    },
  );
const long =
  "A matter whose name is so long that it has to stand in more than one line of any table on paper";

test("a figure has room for one line and a head for its longest word, however long the names beside it are", () => {
  const [matter, difference, q, measure, deadline] = columnWidths(
    plan([long]),
    { width: 165, size: 11 },
    wordsOf("en"),
  ) as [number, number, number, number, number];
  expect(matter + difference + q + measure + deadline).toBeCloseTo(165, 9);
  // of letters of 11 points, 3.9 mm high, none is wider than its height, and few are wider than half of it
  expect(difference).toBeGreaterThan("(percentage".length * 1.94);
  expect(q).toBeGreaterThan("0.650".length * 1.94);
  expect(matter).toBeGreaterThan(Math.max(difference, measure, deadline));
});

test("signs in capitals and bold heads have the more room that they take", () => {
  const [decision, points, ministry] = columnWidths(
    table([{ provenance: "published" as const }], {
      caption: "Years",
      columns: [
        { header: "By", align: "left", cell: () => cell.text("1294/QĐ-BNV") },
        { header: "Maximum", cell: () => cell.text("1") },
        { header: "Source", align: "left", cell: () => cell.text(long) },
      ],
    }),
    { width: 166, size: 8 },
    wordsOf("en"),
  ) as [number, number, number];
  const letter = 8 * 0.58 * (25.4 / 72);
  expect(decision).toBeGreaterThan(11.9 * letter + 2.8); // eleven letters, five of them capitals
  expect(points).toBeGreaterThan(1.1 * "Maximum".length * letter + 2.8);
  expect(ministry).toBeGreaterThan(decision + points);
});

test("where not even the words have room, all columns give way in the same measure", () => {
  const widths = columnWidths(plan([long]), { width: 40, size: 11 }, wordsOf("en"));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(40, 9);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});

test("where values with their ranks have no room in one line, the name of the row still has its words whole", () => {
  const years = Array.from({ length: 14 }, (_, year) => ({
    header: String(2011 + year),
    cell: () => cell.text("87,14 (12)"),
  }));
  const rows: readonly Matter[] = [{ provenance: "published", name: "Trung bình các tỉnh", value: 1 }];
  const columns = [
    { header: "Đơn vị", isRowHeader: true, cell: ({ name }: Matter) => cell.text(name) },
    ...years,
  ];
  const [name, ...others] = columnWidths(
    table(rows, { caption: "Points (rank)", columns }),
    { width: 166, size: 6.6 },
    wordsOf("vi"),
  ) as [number, ...number[]];
  const letter = 6.6 * 0.58 * (25.4 / 72);
  expect(name).toBeGreaterThan("Trung".length * letter + 2.8);
  expect(Math.min(...others)).toBeGreaterThan("87,14".length * letter + 2.8);
});
