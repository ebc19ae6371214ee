import type { Assets } from "./assets.ts";
import type { Bundle } from "./bundle.ts";
import { writeDocuments } from "./bundle.ts";
import type { BundleFile, Link, Section } from "./document.ts";
import type { ReleaseFacts } from "./facts.ts";
import type { PlainKey, Words } from "./messages/words.ts";
import { wordsOf } from "./messages/words.ts";

type Listed = Pick<Bundle, "reader" | "folder" | "isIllustrative">;

/** The first page of a release, with its assets: every bundle, and before all else which of them are invented. */
export function renderReleaseIndex({
  bundles,
  facts,
  assets,
}: {
  readonly bundles: readonly Listed[];
  readonly facts: ReleaseFacts;
  readonly assets: Assets;
}): Promise<readonly BundleFile[]> {
  const words = wordsOf(facts.language);
  const groups = (Object.keys(headings) as ListKind[]).map((kind) => group(kind, bundles, words));
  return writeDocuments(
    [
      {
        path: "index.html",
        title: words.say("release.title"),
        subtitle: words.say("release.subtitle", { release: facts.release, date: facts.printedDate }),
        isIllustrative: bundles.some((bundle) => bundle.isIllustrative),
        home: null,
        siblings: [],
        sections: groups.filter((section) => section !== null),
      },
    ],
    { words, facts, assets },
  );
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

function group(kind: ListKind, bundles: readonly Listed[], words: Words): Section | null {
  const ofKind = bundles.filter((bundle) => listKind(bundle) === kind);
  if (ofKind.length === 0) return null;
  const isWhollyIllustrative = ofKind.every((bundle) => bundle.isIllustrative);
  const links = ofKind.map((bundle) => linkTo(bundle, isWhollyIllustrative, words));
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

function linkTo({ reader, folder, isIllustrative }: Listed, isSaidAbove: boolean, words: Words): Link {
  const text =
    reader.kind === "national"
      ? words.say("bundle.national_title")
      : words.pick(reader.unit_name, reader.unit_name_en);
  return {
    href: `${folder}/index.html`,
    text,
    ...(isIllustrative && !isSaidAbove ? { note: words.say("provenance.short") } : {}),
  };
}
