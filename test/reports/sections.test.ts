import { expect, test } from "vitest";
import { z } from "zod";
import { cell, figure, table } from "../../reports/blocks.ts";
import { wordsOf } from "../../reports/messages/words.ts";
import { definePage } from "../../reports/page.ts";
import type { Reader } from "../../reports/reader.ts";
import { roundRow } from "../../reports/rows.ts";
import { composeSections } from "../../reports/sections.ts";
import { hue, national } from "./renderAll.ts";

/** A page with a picture and the table behind it. */
const pictured = (more: { readonly isPrintedEveryRound?: boolean } = {}) =>
  definePage({
    title: "perceptions.title",
    chapter: "sipas",
    bundles: ["national", "province"],
    order: 1,
    from: "marts.perceptions",
    row: z.object(roundRow),
    ...more,
    blocks: (rows) => [
      figure(rows, { title: "picture", subtitle: "", description: "", chart: { mark: "bar" } as never }),
      table(rows, {
        caption: "table",
        columns: [{ header: "round", cell: (row) => cell.text(row.round_code) }],
      }),
    ],
  });

const sectionsFor = async (reader: Reader) => {
  const rows = ["2022", "2023"].map((round_code) => ({ round_code, provenance: "published" }));
  const pages = [
    { name: "everyRound", page: pictured({ isPrintedEveryRound: true }) },
    { name: "newestRound", page: pictured() },
  ];
  const placed = await composeSections(reader, pages, () => rows, wordsOf("vi"));
  return placed.map(({ section }) => [section.id, section.blocks.map(({ kind }) => kind).join(" ")]);
};

test("of an earlier round a unit's page draws only what paper holds of every round; the tables all stand", async () => {
  expect(await sectionsFor(hue)).toEqual([
    ["everyround-r2023", "figure table"],
    ["newestround-r2023", "figure table"],
    ["everyround-r2022", "figure table"],
    ["newestround-r2022", "table"],
  ]);
});

test("the nation's earlier round, a file of its own, keeps its pictures", async () => {
  expect(await sectionsFor(national)).toContainEqual(["newestround-r2022", "figure table"]);
});
