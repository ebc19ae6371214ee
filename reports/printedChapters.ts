import { groupBy } from "../models/groupBy.ts";
import type { Block, Cell, Sentence, Table } from "./blocks.ts";
import { cellText } from "./cellText.ts";
import type { Document, Section } from "./document.ts";
import type { Words } from "./messages/words.ts";
import { rowsOnPaper } from "./rowsOnPaper.ts";

/** A section as paper holds it. */
export interface PrintedSection extends Omit<Section, "blocks"> {
  readonly blocks: readonly PrintedBlock[];
}

export interface PrintedChapter {
  readonly title: string;
  readonly sections: readonly PrintedSection[];
  /** What it has besides, and where; null: nothing. */
  readonly elsewhere: string | null;
}

export type PrintedBlock = Block | EntryList;

/** Rows of words, each a run-in paragraph, under what they have in common. */
export interface EntryList {
  readonly kind: "entries";
  readonly caption: string;
  readonly groups: readonly {
    readonly title: string;
    readonly entries: readonly { readonly name: string; readonly text: string }[];
  }[];
  readonly provenance: Block["provenance"];
}

/**
 * A bundle's documents as chapters of one paper. A document is a chapter; where its sections say themselves what chapter they
 * belong to, each of those is one. What has nothing to print is left out; what is too long for paper is cut, and what earlier
 * rounds say besides is named.
 */
export function printedChapters(documents: readonly Document[], words: Words): readonly PrintedChapter[] {
  return documents.flatMap((document) => {
    const chapters = groupBy(document.sections, ({ kicker }) => kicker ?? document.title);
    return [...chapters].flatMap(([title, sections]) => {
      const printed = sections
        .filter(({ isOffPaper }) => isOffPaper !== true)
        .map((section) => ({
          ...section,
          blocks: section.blocks.filter(isPrinted).flatMap((block) => onPaper(block, words)),
        }))
        .filter(({ blocks }) => blocks.length > 0);
      return printed.length === 0
        ? []
        : [{ title, sections: printed, elsewhere: elsewhereOf(sections, words) }];
    });
  });
}

/** What paper does not hold of a chapter, and where it is; null: it holds all of it, or none. */
export function elsewhereOf(sections: readonly Section[], words: Words): string | null {
  const others = sections.filter(({ isOffPaper }) => isOffPaper === true);
  if (others.length === 0 || others.length === sections.length) return null;
  return words.say("print.elsewhere", { titles: others.map(({ title }) => title).join(" · ") });
}

/** Paper leads nowhere, and nobody types a command from it. */
function isPrinted(block: Section["blocks"][number]): block is Block {
  return block.kind !== "links" && !(block.kind === "sentence" && block.isAside);
}

function onPaper(block: Block, words: Words): readonly PrintedBlock[] {
  if (block.kind !== "table") return [block];
  if (block.onPaper?.kind === "entries") return entryBlocks(block, block.onPaper, words);
  const cut = rowsOnPaper(block, words);
  if (cut?.rows.length === 0) return [aside(cut.caption, block)];
  const body = cut === null ? block.body : cut.rows.flatMap((at) => block.body[at] ?? []);
  // where all that is printed are totals, none of them stands out
  const plain = block.onPaper?.kind === "strong" ? body.map((row) => ({ ...row, isStrong: false })) : body;
  return [{ ...block, caption: cut?.caption ?? block.caption, body: plain }];
}

function aside(text: string, { provenance }: Table): Sentence {
  return { kind: "sentence", text, isHeadline: false, isAside: true, provenance };
}

/** Rows of words want no columns: the name, then what the columns say, then the next. */
function entryBlocks(
  table: Table,
  { by, order, leavesOut }: Extract<Table["onPaper"], { kind: "entries" }>,
  words: Words,
): readonly PrintedBlock[] {
  const { caption, columns, body, provenance } = table;
  const textOf = (cell: Cell | undefined) => (cell === undefined ? "" : cellText(cell, words));
  const name = columns.findIndex(({ isRowHeader }) => isRowHeader);
  const kept = body.filter((_, row) => leavesOut?.rows.has(row) !== true);
  const byTitle = groupBy(kept, ({ cells }) => textOf(cells[by]));
  const titles = [...new Set([...order, ...byTitle.keys()])].filter((title) => byTitle.has(title));
  const groups = titles.map((title) => ({
    title,
    entries: (byTitle.get(title) ?? []).map(({ cells }) => ({
      name: textOf(cells[name]),
      text: cells
        .filter((_, column) => column !== name && column !== by)
        .map(textOf)
        .filter((text) => text !== "" && text !== "–")
        .map((text) => (/[.!?:]$/.test(text) ? text : `${text}.`))
        .join(" "),
    })),
  }));
  return [
    ...(kept.length === 0 ? [] : [{ kind: "entries", caption, groups, provenance } as const]),
    ...(leavesOut === null ? [] : [aside(leavesOut.text, table)]),
  ];
}
