import { z } from "zod";
import { CheckError } from "../models/errors.ts";
import { groupBy } from "../models/groupBy.ts";
import { unitSlug } from "../models/units/unitSlug.ts";
import type { Block } from "./blocks.ts";
import { type ChapterCode, chapters } from "./chapters.ts";
import type { Section } from "./document.ts";
import { explainRowCommand } from "./explainCommand.ts";
import type { Words } from "./messages/words.ts";
import type { NamedPage, Page } from "./page.ts";
import { provenancesOf } from "./provenance.ts";
import { maySee, type Reader } from "./reader.ts";

/** A row as it leaves the warehouse. */
export type MartRow = Readonly<Record<string, unknown>>;
export type RowsOf = (mart: string) => readonly MartRow[] | Promise<readonly MartRow[]>;

/** A section and where it belongs: its chapter, and the round when the chapter is written per round. */
export interface PlacedSection {
  readonly chapter: ChapterCode;
  readonly round: string | null;
  readonly section: Section;
}

/** The sections of one reader's bundle: newest round first within a chapter, pages in their order. */
export async function composeSections(
  reader: Reader,
  pages: readonly NamedPage[],
  rowsOf: RowsOf,
  words: Words,
): Promise<readonly PlacedSection[]> {
  const placed: (PlacedSection & { readonly page: Page })[] = [];
  for (const named of inOrder(pages).filter(({ page }) => page.bundles.includes(reader.kind))) {
    const rows = await rowsOf(named.page.from);
    refuseForeignRows(rows, reader, named);
    for (const [round, ofRound] of byRound(rows, named)) {
      const section = composeSection(named, ofRound, round, { reader, words });
      if (section !== null) placed.push({ chapter: named.page.chapter, round, section, page: named.page });
    }
  }
  const chapterOrder = Object.keys(chapters);
  return placed
    .sort(
      (a, b) =>
        chapterOrder.indexOf(a.chapter) - chapterOrder.indexOf(b.chapter) ||
        compareText(b.round ?? "", a.round ?? ""),
    )
    .map(({ page, section, ...place }) =>
      page.isPrintedEveryRound === true || isNewest(place, placed)
        ? { ...place, section }
        : { ...place, section: ofEarlierRound(section, reader) },
    );
}

/** What an earlier round also says: not on paper, and for a unit, whose pages hold all rounds, as tables without pictures. */
function ofEarlierRound(section: Section, { kind }: Reader): Section {
  const isShown = (block: Section["blocks"][number]) => kind === "national" || block.kind !== "figure";
  return { ...section, isOffPaper: true, blocks: section.blocks.filter(isShown) };
}

interface Place {
  readonly chapter: string;
  readonly round: string | null;
}

/** Is its round the newest of its chapter? */
export function isNewest({ chapter, round }: Place, among: readonly Place[]): boolean {
  return !among.some((other) => other.chapter === chapter && (other.round ?? "") > (round ?? ""));
}

/** A page's order, then its name; the sort by chapter and round above keeps it. */
function inOrder(pages: readonly NamedPage[]): readonly NamedPage[] {
  return [...pages].sort((a, b) => a.page.order - b.page.order || compareText(a.name, b.name));
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function composeSection(
  { name, page }: NamedPage,
  rows: readonly MartRow[],
  round: string | null,
  context: { readonly reader: Reader; readonly words: Words },
): Section | null {
  const parsed = parseRows(rows, { name, page }) as never;
  const made = page.blocks(parsed, context);
  if (made.length === 0) return null;
  const blocks = [...made, ...howToAsk(page, rows, made, context.words)];
  const papers = page.papers?.(parsed, context) ?? [];
  return {
    id: sectionId(name, round),
    title: context.words.say(page.title),
    kicker: null,
    ...(round === null ? {} : { round }),
    ...(page.isLead === true ? { isLead: true } : {}),
    note: noteOf(page, context.words),
    provenance: provenancesOf(blocks),
    blocks,
    ...(papers.length > 0 ? { papers } : {}),
  };
}

/** Where a link leads that means a page: its place in a document. */
export function sectionId(page: string, round: string | null): string {
  return round === null ? unitSlug(page) : `${unitSlug(page)}-r${round}`;
}

/** Below rows that are marked, the command that says where they come from, by the example of the first of them. */
function howToAsk(
  { address }: Page,
  rows: readonly MartRow[],
  blocks: readonly Block[],
  words: Words,
): Block[] {
  if (address === undefined) return [];
  const ids = blocks.flatMap((block) => (block.kind === "table" ? block.body : [])).map(({ id }) => id);
  const first = ids.find((id) => id !== undefined);
  const row = rows.find((each) => address.idOf(each) === first);
  return row === undefined ? [] : [explainRowCommand(address, row, words)];
}

function noteOf({ note, ranks }: Page, words: Words): string | null {
  const said = [
    ...(note === undefined ? [] : [words.say(note)]),
    ...(ranks === undefined ? [] : [words.say(`ranks.${ranks}`)]),
  ];
  return said.length === 0 ? null : said.join(" ");
}

function byRound(
  rows: readonly MartRow[],
  { name, page }: NamedPage,
): Map<string | null, readonly MartRow[]> {
  if (!chapters[page.chapter].isPerRound) return groupBy(rows, () => null);
  return groupBy<MartRow, string | null>(rows, ({ round_code }) => {
    if (typeof round_code === "string" && /^\d{4}$/.test(round_code)) return round_code;
    throw new CheckError(
      `Page ${name}: a row of ${page.from} has the round "${String(round_code)}"; a round is a year.`,
    );
  });
}

/** A public aggregate is read for every unit in every language, but checked against its page's shape once. */
const parsedRows = new WeakMap<Page, WeakMap<MartRow, unknown>>();

function parseRows(rows: readonly MartRow[], { name, page }: NamedPage): readonly unknown[] {
  const known = parsedRows.get(page) ?? new WeakMap<MartRow, unknown>();
  parsedRows.set(page, known);
  const fresh = rows.filter((row) => !known.has(row));
  const parsed = z.array(page.row).safeParse(fresh);
  if (parsed.success) {
    for (const [at, row] of fresh.entries()) known.set(row, parsed.data[at]);
    return rows.map((row) => known.get(row));
  }
  const problems = parsed.error.issues.slice(0, 5).map(({ path: [at, ...column], message }) => {
    const row = fresh[Number(at)] as MartRow;
    const value = row[String(column[0])];
    return `row ${rows.indexOf(row) + 1}, column ${column.join(".")}: ${message} (value: ${JSON.stringify(value, bigintAsText) ?? "absent"})`;
  });
  throw new CheckError(
    `Page ${name} cannot read ${page.from}: ${parsed.error.issues.length} problem(s).\n  ${problems.join("\n  ")}`,
    { hint: `Compare the columns of ${page.from} with the row shape in reports/pages/${name}.ts.` },
  );
}

const bigintAsText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

/** A unit's bundle is made from rows that it may see; anything else stops the release. */
function refuseForeignRows(rows: readonly MartRow[], reader: Reader, { name, page }: NamedPage): void {
  if (reader.kind === "national") return;
  const foreign = rows.find((row) => !maySee(reader, row));
  if (foreign !== undefined) {
    throw new CheckError(
      `The bundle of ${reader.unit_code} was given a row of ${String(foreign["unit_code"] ?? "other units together")} from ${page.from} (page ${name}); a unit's bundle holds its own rows and public aggregates only.`,
    );
  }
}
