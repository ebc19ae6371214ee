import { type ComposedBundle, type LanguageEdition, type WritingTools, writeEditions } from "./bundle.ts";
import type { BundleFile, Document, Link, Section } from "./document.ts";
import type { Language } from "./locale.ts";
import type { PlainKey, Words } from "./messages/words.ts";
import { wordsOf } from "./messages/words.ts";
import { languageSuffix } from "./writer.ts";

type Listed = Pick<ComposedBundle, "reader" | "folder" | "isIllustrative">;

/** The first page of a release, or of a day of the monitor, in each of its languages: every bundle, and before all else which of them are invented. */
export function composeReleaseIndex(
  bundles: readonly Listed[],
  languages: readonly Language[],
  title: PlainKey = "release.title",
): readonly LanguageEdition[] {
  return languages.map((language) => ({
    language,
    documents: [indexDocument(bundles, wordsOf(language), languageSuffix(language, languages), title)],
  }));
}

/** The first pages, with their assets. */
export function writeReleaseIndex(
  editions: readonly LanguageEdition[],
  tools: WritingTools,
): Promise<readonly BundleFile[]> {
  const isIllustrative = editions.some(({ documents }) => documents.some((each) => each.isIllustrative));
  const pages = tools.writers.filter(({ format }) => format === "html");
  return writeEditions({ reader: null, isIllustrative, editions, tables: [] }, { ...tools, writers: pages });
}

function indexDocument(bundles: readonly Listed[], words: Words, suffix: string, title: PlainKey): Document {
  const groups = (Object.keys(headings) as ListKind[]).map((kind) => group(kind, bundles, words, suffix));
  return {
    path: `index${suffix}.html`,
    title: words.say(title),
    subtitle: null,
    isIllustrative: bundles.some((bundle) => bundle.isIllustrative),
    home: null,
    siblings: [],
    sections: groups.filter((section) => section !== null),
  };
}

const headings = {
  national: "release.national",
  province: "release.provinces",
  ministry: "release.ministries",
  fictional: "release.fictional",
} as const satisfies Readonly<Record<string, PlainKey>>;

type ListKind = keyof typeof headings;

/** Fictional units are listed last and by themselves. */
function listKind({ reader }: Listed): ListKind {
  return reader.kind !== "national" && reader.is_fictional ? "fictional" : reader.kind;
}

function group(kind: ListKind, bundles: readonly Listed[], words: Words, suffix: string): Section | null {
  const ofKind = bundles.filter((bundle) => listKind(bundle) === kind);
  if (ofKind.length === 0) return null;
  const isWhollyIllustrative = ofKind.every((bundle) => bundle.isIllustrative);
  const links = ofKind.map((bundle) => linkTo(bundle, isWhollyIllustrative, words, suffix));
  links.sort((a, b) => words.locale.compare(a.text, b.text));
  return {
    id: kind,
    title: words.say(headings[kind]),
    kicker: null,
    note: null,
    provenance: isWhollyIllustrative ? ["illustrative"] : [],
    blocks: [{ kind: "links", links }],
  };
}

function linkTo(
  { reader, folder, isIllustrative }: Listed,
  isSaidAbove: boolean,
  words: Words,
  suffix: string,
): Link {
  const text =
    reader.kind === "national"
      ? words.say("bundle.national_title")
      : words.pick(reader.unit_name, reader.unit_name_en);
  return {
    href: `${folder}/index${suffix}.html`,
    text,
    ...(isIllustrative && !isSaidAbove ? { note: words.say("provenance.short") } : {}),
  };
}
