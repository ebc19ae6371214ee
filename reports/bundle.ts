import { groupBy } from "../models/groupBy.ts";
import { type AssetName, type Assets, webFonts } from "./assets.ts";
import { chapters } from "./chapters.ts";
import { measureText } from "./charts/measureText.ts";
import type { BundleFile, Document, Link } from "./document.ts";
import { documentName } from "./documentName.ts";
import type { DocumentFacts } from "./facts.ts";
import { bundleFolder } from "./folder.ts";
import { glanceSection } from "./glance.ts";
import { stylesheet } from "./html/stylesheet.ts";
import type { Language } from "./locale.ts";
import { type Words, wordsOf } from "./messages/words.ts";
import { nationalIndex } from "./nationalIndex.ts";
import type { OpenTable } from "./openTable.ts";
import type { NamedPage } from "./page.ts";
import type { Reader, UnitReader } from "./reader.ts";
import { composeSections, isNewest, type PlacedSection, type RowsOf } from "./sections.ts";
import { languageSuffix, type NamedWriter, type ReportTools } from "./writer.ts";

export interface BundleRequest {
  readonly reader: Reader;
  readonly pages: readonly NamedPage[];
  /** The rows of a mart that this reader may see: its own and public aggregates; for the national bundle, all. */
  readonly rowsOf: RowsOf;
  /** The first is the main one: its files have the plain names. */
  readonly languages: readonly Language[];
  /** What the national bundle also gives as data. */
  readonly tables?: readonly OpenTable[];
}

/** One reader's documents in every language of the release, still without a format and without a release's number. */
export interface ComposedBundle {
  readonly reader: Reader;
  /** Relative to the release's folder. */
  readonly folder: string;
  readonly isIllustrative: boolean;
  readonly editions: readonly LanguageEdition[];
  /** What stands on its pages, as data; in the national bundle only. */
  readonly tables: readonly OpenTable[];
}

export interface LanguageEdition {
  readonly language: Language;
  readonly documents: readonly Document[];
}

/** One reader's folder of files, which opens from a disk and points to nothing outside itself. */
export interface Bundle extends Pick<ComposedBundle, "reader" | "folder" | "isIllustrative"> {
  readonly files: readonly BundleFile[];
}

/** Rows → documents: pure. */
export async function composeBundle({
  reader,
  pages,
  rowsOf,
  languages,
  tables = [],
}: BundleRequest): Promise<ComposedBundle> {
  const editions: LanguageEdition[] = [];
  for (const language of languages) {
    const words = wordsOf(language);
    const sections = await composeSections(reader, pages, rowsOf, words);
    const suffix = languageSuffix(language, languages);
    editions.push({
      language,
      documents:
        reader.kind === "national"
          ? nationalDocuments(sections, words, suffix)
          : [unitDocument(reader, sections, words, suffix)],
    });
  }
  const isIllustrative = editions.some(({ documents }) => documents.some((each) => each.isIllustrative));
  return { reader, folder: bundleFolder(reader, isIllustrative), isIllustrative, editions, tables };
}

export interface WritingTools {
  readonly facts: DocumentFacts;
  readonly assets: Assets;
  readonly writers: readonly NamedWriter[];
}

/** Documents → bytes: the same documents, facts and assets give the same bundle, byte for byte. */
export async function writeBundle(bundle: ComposedBundle, tools: WritingTools): Promise<Bundle> {
  const { reader, folder, isIllustrative } = bundle;
  return { reader, folder, isIllustrative, files: await writeEditions(bundle, tools) };
}

interface Writing extends Pick<ComposedBundle, "isIllustrative" | "editions" | "tables"> {
  /** Null: the first page of the release, which is everybody's. */
  readonly reader: Reader | null;
}

/** What every writer makes of the documents, with the assets that pages use, sorted by path. */
export async function writeEditions(
  { reader, isIllustrative, editions, tables }: Writing,
  { facts, assets, writers }: WritingTools,
): Promise<readonly BundleFile[]> {
  const languages = editions.map(({ language }) => language);
  const files: BundleFile[] = [
    { path: "assets/report.css", bytes: new TextEncoder().encode(stylesheet()) },
    ...webFonts.map((name: AssetName) => ({ path: `assets/${name}`, bytes: assets[name] })),
  ];
  for (const { language, documents } of editions) {
    const tools: ReportTools = {
      words: wordsOf(language),
      languages,
      suffix: languageSuffix(language, languages),
      facts,
      assets,
      measure: measureText(assets),
    };
    const named = { reader, isIllustrative, documents, tables: language === languages[0] ? tables : [] };
    const downloads = writers.flatMap(({ writer }) => writer.names?.(named, tools) ?? []);
    for (const { writer } of writers) files.push(...(await writer.write({ ...named, downloads }, tools)));
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** First what to know, then the newest round of each chapter with the plan that follows from it, then earlier rounds. */
function unitDocument(
  reader: UnitReader,
  placed: readonly PlacedSection[],
  words: Words,
  suffix: string,
): Document {
  const named = placed.map((each) => ({ ...each, chapterTitle: chapterTitle(each, words) }));
  const glance = glanceSection(named, words);
  const isMethod = ({ chapter }: PlacedSection) => chapter === "method";
  const inOrder = [
    ...named.filter((each) => isNewest(each, placed) && !isMethod(each)),
    ...named.filter((each) => !isNewest(each, placed)),
    ...named.filter(isMethod),
  ];
  return {
    path: `index${suffix}.html`,
    title: words.pick(reader.unit_name, reader.unit_name_en),
    subtitle: words.say(reader.is_fictional ? "bundle.fictional" : `bundle.${reader.kind}`),
    isIllustrative: reader.is_fictional || hasIllustrative(placed),
    isFictional: reader.is_fictional,
    home: null,
    siblings: [],
    sections: [
      ...(glance === null ? [] : [glance]),
      ...inOrder.map(({ chapterTitle: kicker, section }) => ({ ...section, kicker })),
    ],
  };
}

function nationalDocuments(
  placed: readonly PlacedSection[],
  words: Words,
  suffix: string,
): readonly Document[] {
  const parts = [...groupBy(placed, ({ chapter, round }) => `${chapter} ${round}`).values()].map(
    (sections) => {
      const { chapter, round } = sections[0] as PlacedSection;
      const isIllustrative = hasIllustrative(sections);
      return {
        path: `${documentName(chapter, round, isIllustrative)}${suffix}.html`,
        title: chapterTitle({ chapter, round }, words),
        isIllustrative,
        isMethod: chapter === "method",
        sections: sections.map(({ section }) => section),
      };
    },
  );
  const index = { ...nationalIndex(parts, words), path: `index${suffix}.html` };
  const links: readonly Link[] = [
    { href: index.path, text: words.say("bundle.overview") },
    ...parts.map(({ path, title }) => ({ href: path, text: title })),
  ];
  const siblingsOf = (path: string) => links.map((link) => ({ ...link, isCurrent: link.href === path }));
  const shared = { subtitle: words.say("bundle.national"), home: null };
  return [index, ...parts.map(({ isMethod: _, ...part }) => part)].map((part) => ({
    ...part,
    ...shared,
    siblings: siblingsOf(part.path),
  }));
}

function chapterTitle({ chapter, round }: Pick<PlacedSection, "chapter" | "round">, words: Words): string {
  const title = words.say(chapters[chapter].title);
  return round === null ? title : `${title} ${round}`;
}

function hasIllustrative(placed: readonly PlacedSection[]): boolean {
  return placed.some(({ section }) => section.provenance.includes("illustrative"));
}
