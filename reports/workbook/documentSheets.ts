import type { Block, Cell, Table } from "../blocks.ts";
import { wrapLabel } from "../charts/chart.ts";
import type { Document, LinkList, Section } from "../document.ts";
import { type DocumentFacts, factLines } from "../facts.ts";
import type { Words } from "../messages/words.ts";
import type { Sheet, SheetColumn } from "./sheet.ts";
import { sheetNames } from "./sheetNames.ts";
import { tableSheet } from "./tableSheet.ts";

/**
 * The sheets of a document: cover, contents, notes, then one sheet a table. Charts stay on the pages; their figures are in
 * the tables.
 */
export function documentSheets(document: Document, facts: DocumentFacts, words: Words): readonly Sheet[] {
  const tables = document.sections.flatMap((section) =>
    section.blocks.filter(isTable).map((table) => ({ section, table })),
  );
  const names = sheetNames([
    words.say("workbook.cover"),
    words.say("workbook.contents"),
    words.say("workbook.notes"),
    ...tables.map(({ table }) => table.caption),
  ]);
  const sheets = tables.map(({ section, table }, position) => ({
    section,
    sheet: tableSheet(table, names[position + 3] as string, words),
  }));
  return [
    cover(document, facts, names[0] as string, words),
    contents(sheets, names[1] as string, words),
    notes(document, names[2] as string, words),
    ...sheets.map(({ sheet }) => sheet),
  ];
}

const isTable = (block: Block | LinkList): block is Table => block.kind === "table";

function cover(document: Document, facts: DocumentFacts, name: string, words: Words): Sheet {
  const warning = document.isIllustrative
    ? wrapLabel(`${words.say("provenance.mark")}. ${words.say("provenance.warning")}`, 100).split("\n")
    : [];
  return {
    name,
    lines: [document.title, document.subtitle, ...warning],
    columns: textColumns([words.say("workbook.fact"), words.say("workbook.value")]),
    rows: textRows(factLines(facts, words)),
  };
}

function contents(
  sheets: readonly { readonly section: Section; readonly sheet: Sheet }[],
  name: string,
  words: Words,
): Sheet {
  return {
    name,
    lines: [words.say("workbook.contents")],
    columns: textColumns([
      words.say("workbook.sheet"),
      words.say("workbook.table"),
      words.say("workbook.question"),
    ]),
    rows: textRows(sheets.map(({ section, sheet }) => [sheet.name, sheet.lines[0] as string, section.title])),
  };
}

/** What the pages say in words, how not to misread it, and what the marks mean. */
function notes(document: Document, name: string, words: Words): Sheet {
  const said = document.sections.flatMap(({ title, note, blocks }) => [
    ...blocks.flatMap((block) =>
      block.kind === "sentence" ? [[title, block.text, words.say(`provenance.${block.provenance}`)]] : [],
    ),
    ...(note === null ? [] : [[title, `${words.say("page.note")} ${note}`, ""]]),
  ]);
  return {
    name,
    lines: [words.say("workbook.notes")],
    columns: textColumns([
      words.say("workbook.question"),
      words.say("workbook.note"),
      words.say("column.source"),
    ]),
    rows: textRows([...said, ...markMeanings(document, words)]),
  };
}

function markMeanings({ sections }: Document, words: Words): readonly (readonly string[])[] {
  const cells = sections.flatMap(({ blocks }) => blocks.filter(isTable).flatMap(({ body }) => body));
  const marks = cells.flatMap((row) => row.cells).filter((cell) => cell.kind === "mark");
  const meanings = marks.map(({ mark, reason }: Cell & { kind: "mark" }) =>
    JSON.stringify([`[${mark}]`, reason ?? words.say(`mark.${mark}`), ""]),
  );
  return [...new Set(meanings)].sort().map((line) => JSON.parse(line) as string[]);
}

function textColumns(headers: readonly string[]): readonly SheetColumn[] {
  return headers.map((header, position) => ({ header, align: "left", isRowHeader: position === 0 }));
}

function textRows(lines: readonly (readonly string[])[]): Sheet["rows"] {
  return lines.map((cells) => ({ cells, isStrong: false }));
}
