import type { Block, Table } from "../blocks.ts";
import { wrapLabel } from "../charts/chart.ts";
import type { Document, LinkList, Section } from "../document.ts";
import type { DocumentFacts } from "../facts.ts";
import { footerEntries } from "../footerEntries.ts";
import { legendEntries, legendReasons } from "../legendText.ts";
import type { Words } from "../messages/words.ts";
import { subtitleOf } from "../subtitle.ts";
import type { Sheet, SheetColumn } from "./sheet.ts";
import { sheetNames } from "./sheetNames.ts";
import { tableSheet } from "./tableSheet.ts";

interface Placed {
  /** Which index and round the section speaks of. */
  readonly chapter: string;
  readonly section: Section;
  readonly table: Table;
}

/**
 * The sheets of a bundle's documents: cover, contents, notes, then one sheet a table, some with a chart of their cells.
 */
export function documentSheets(
  documents: readonly Document[],
  facts: DocumentFacts,
  words: Words,
): readonly Sheet[] {
  const sections = documents.flatMap((document) => document.sections);
  const tables: readonly Placed[] = documents.flatMap(({ title, sections: own }) =>
    own.flatMap((section) =>
      section.blocks.filter(isTable).map((table) => ({ chapter: section.kicker ?? title, section, table })),
    ),
  );
  const [first, second, third, ...rest] = sheetNames([
    words.say("workbook.cover"),
    words.say("workbook.contents"),
    words.say("workbook.notes"),
    ...tables.map(nameOf),
  ]) as [string, string, string, ...string[]];
  return [
    cover(documents, facts, first, words),
    contents(tables, rest, second, words),
    notes(sections, tables, third, words),
    ...tables.map(({ table }, position) => tableSheet(table, rest[position] as string, words)),
  ];
}

/** A table's short name, and its round where that does not say it. */
function nameOf({ section: { round }, table: { caption, shortName = caption } }: Placed): string {
  return round === undefined || shortName.includes(round) ? shortName : `${shortName} ${round}`;
}

const isTable = (block: Block | LinkList): block is Table => block.kind === "table";

function cover(documents: readonly Document[], facts: DocumentFacts, name: string, words: Words): Sheet {
  const [main] = documents;
  const warning = documents.some(({ isIllustrative }) => isIllustrative)
    ? wrapLabel(`${words.say("provenance.mark")}. ${words.say("provenance.warning")}`, 100).split("\n")
    : [];
  return {
    name,
    lines: [...(main === undefined ? [] : [main.title, subtitleOf(main, facts, words)]), ...warning],
    columns: textColumns([
      [words.say("workbook.fact"), 24],
      [words.say("workbook.value"), 66],
    ]),
    rows: textRows(footerEntries(facts, words)),
  };
}

function contents(tables: readonly Placed[], names: readonly string[], name: string, words: Words): Sheet {
  return {
    name,
    lines: [words.say("workbook.contents")],
    columns: textColumns([
      [words.say("workbook.sheet"), 26],
      [words.say("workbook.table"), 26],
      [words.say("workbook.question"), 24],
      [words.say("workbook.chapter"), 16],
    ]),
    rows: textRows(
      tables.map(({ chapter, section, table }, i) => [
        names[i] as string,
        table.caption,
        section.title,
        chapter,
      ]),
    ),
  };
}

/** What the pages say in words, how not to misread it, and what the marks mean; each once. */
function notes(sections: readonly Section[], tables: readonly Placed[], name: string, words: Words): Sheet {
  const said = sections.flatMap(({ title, note, blocks }) => [
    ...blocks.flatMap((block) =>
      block.kind === "sentence" ? [[title, block.text, words.say(`provenance.${block.provenance}`)]] : [],
    ),
    ...(note === null ? [] : [[title, `${words.say("page.note")} ${note}`, ""]]),
  ]);
  const meanings = tables.flatMap(({ table }) => legendEntries(table, words).map((entry) => [...entry, ""]));
  const reasons = tables.flatMap(({ table }) => legendReasons(table).map((reason) => ["[x]", reason, ""]));
  return {
    name,
    lines: [words.say("workbook.notes")],
    columns: textColumns([
      [words.say("workbook.question"), 22],
      [words.say("workbook.note"), 54],
      [words.say("column.source"), 14],
    ]),
    rows: textRows(once([...said, ...meanings, ...reasons])),
  };
}

function once(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

/** Columns of words, each so wide that all of them fill a sheet of paper that stands upright. */
function textColumns(columns: readonly (readonly [header: string, width: number])[]): readonly SheetColumn[] {
  return columns.map(([header, width], position) => ({
    header,
    width,
    align: "left",
    isRowHeader: position === 0,
  }));
}

function textRows(lines: readonly (readonly string[])[]): Sheet["rows"] {
  return lines.map((cells) => ({ cells, isStrong: false }));
}
