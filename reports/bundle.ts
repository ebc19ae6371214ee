import { groupBy } from "../models/groupBy.ts";
import { type AssetName, type Assets, webFonts } from "./assets.ts";
import { chapters } from "./chapters.ts";
import { measureText } from "./charts/measureText.ts";
import type { BundleFile, Document, Link } from "./document.ts";
import type { ReleaseFacts } from "./facts.ts";
import { bundleFolder, illustrativeMark } from "./folder.ts";
import { stylesheet } from "./html/stylesheet.ts";
import { type Words, wordsOf } from "./messages/words.ts";
import { nationalIndex } from "./nationalIndex.ts";
import type { NamedPage } from "./page.ts";
import type { Reader, UnitReader } from "./reader.ts";
import { composeSections, type PlacedSection, type RowsOf } from "./sections.ts";
import { writeHtml } from "./writers/html.ts";

export interface BundleRequest {
  readonly reader: Reader;
  readonly pages: readonly NamedPage[];
  /** The rows of a mart that this reader may see: its own and public aggregates; for the national bundle, all. */
  readonly rowsOf: RowsOf;
  readonly facts: ReleaseFacts;
  readonly assets: Assets;
}

/** One reader's folder of files, which opens from a disk and points to nothing outside itself. */
export interface Bundle {
  readonly reader: Reader;
  /** Relative to the release's folder. */
  readonly folder: string;
  readonly isIllustrative: boolean;
  readonly files: readonly BundleFile[];
}

/** Rows → bytes: the same rows, facts and assets give the same bundle, byte for byte. */
export async function renderBundle({ reader, pages, rowsOf, facts, assets }: BundleRequest): Promise<Bundle> {
  const words = wordsOf(facts.language);
  const sections = await composeSections(reader, pages, rowsOf, words);
  const documents =
    reader.kind === "national"
      ? nationalDocuments(sections, words, facts)
      : [unitDocument(reader, sections, words, facts)];
  const isIllustrative = documents.some((document) => document.isIllustrative);
  return {
    reader,
    folder: bundleFolder(reader, isIllustrative),
    isIllustrative,
    files: await writeDocuments(documents, { words, facts, assets }),
  };
}

/** The written documents and the assets that they use, sorted by path. */
export async function writeDocuments(
  documents: readonly Document[],
  { words, facts, assets }: { readonly words: Words; readonly facts: ReleaseFacts; readonly assets: Assets },
): Promise<readonly BundleFile[]> {
  const utf8 = new TextEncoder();
  const measure = measureText(assets);
  const files: BundleFile[] = [
    { path: "assets/report.css", bytes: utf8.encode(stylesheet()) },
    ...webFonts.map((name: AssetName) => ({ path: `assets/${name}`, bytes: assets[name] })),
  ];
  for (const document of documents) {
    files.push({
      path: document.path,
      bytes: utf8.encode(await writeHtml(document, { words, facts, measure })),
    });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function unitDocument(
  reader: UnitReader,
  placed: readonly PlacedSection[],
  words: Words,
  facts: ReleaseFacts,
): Document {
  return {
    path: "index.html",
    title: words.pick(reader.unit_name, reader.unit_name_en),
    subtitle: words.say(reader.is_fictional ? "bundle.fictional" : `bundle.${reader.kind}`, releaseOf(facts)),
    isIllustrative: reader.is_fictional || hasIllustrative(placed),
    isFictional: reader.is_fictional,
    home: null,
    siblings: [],
    sections: placed.map(({ chapter, round, section }) => ({
      ...section,
      kicker: chapterTitle({ chapter, round }, words),
    })),
  };
}

function nationalDocuments(
  placed: readonly PlacedSection[],
  words: Words,
  facts: ReleaseFacts,
): readonly Document[] {
  const parts = [...groupBy(placed, ({ chapter, round }) => `${chapter} ${round}`).values()].map(
    (sections) => {
      const { chapter, round } = sections[0] as PlacedSection;
      const isIllustrative = hasIllustrative(sections);
      const name = [chapters[chapter].file, round ?? "", isIllustrative ? illustrativeMark : ""];
      return {
        path: `${name.filter((part) => part !== "").join("-")}.html`,
        title: chapterTitle({ chapter, round }, words),
        isIllustrative,
        sections: sections.map(({ section }) => section),
      };
    },
  );
  const links: readonly Link[] = [
    { href: "index.html", text: words.say("bundle.overview") },
    ...parts.map(({ path, title }) => ({ href: path, text: title })),
  ];
  const siblingsOf = (path: string) => links.map((link) => ({ ...link, isCurrent: link.href === path }));
  const shared = { subtitle: words.say("bundle.national", releaseOf(facts)), home: null };
  return [
    { ...nationalIndex(parts, words), ...shared, siblings: siblingsOf("index.html") },
    ...parts.map((part) => ({ ...part, ...shared, siblings: siblingsOf(part.path) })),
  ];
}

const releaseOf = ({ release, printedDate }: ReleaseFacts) => ({ release, date: printedDate });

function chapterTitle({ chapter, round }: Pick<PlacedSection, "chapter" | "round">, words: Words): string {
  const title = words.say(chapters[chapter].title);
  return round === null ? title : `${title} ${round}`;
}

function hasIllustrative(placed: readonly PlacedSection[]): boolean {
  return placed.some(({ section }) => section.provenance.includes("illustrative"));
}
