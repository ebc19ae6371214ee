import { unitSlug } from "../models/units/unitSlug.ts";
import type { Sentence } from "./blocks.ts";
import type { Document, Section } from "./document.ts";
import type { Words } from "./messages/words.ts";
import { provenancesOf } from "./provenance.ts";

interface Part extends Pick<Document, "path" | "title" | "isIllustrative" | "sections"> {
  readonly isMethod: boolean;
}

/**
 * The first page of the national bundle: for each part its key results in words, and the questions it answers; real figures first,
 * the method last.
 */
export function nationalIndex(
  parts: readonly Part[],
  words: Words,
): Pick<Document, "path" | "title" | "isIllustrative" | "sections"> {
  return {
    path: "index.html",
    title: words.say("bundle.national_title"),
    isIllustrative: parts.some((part) => part.isIllustrative),
    sections: [...parts].sort((a, b) => placeOf(a) - placeOf(b)).map((part) => partSection(part, words)),
  };
}

function placeOf({ isMethod, isIllustrative }: Part): number {
  if (isMethod) return 2;
  return isIllustrative ? 1 : 0;
}

/** Invented results stay in the file whose name says so: the first page names the questions alone. */
function partSection(part: Part, words: Words): Section {
  const all = part.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Sentence => block.kind === "sentence" && block.isHeadline),
  );
  const headlines = part.isIllustrative ? [] : all;
  return {
    id: unitSlug(part.path.replace(/\.html$/, "")),
    title: part.title,
    kicker: null,
    isLead: true, // the list of all questions stands in them: no other one before them
    note: part.isIllustrative ? words.say("bundle.illustrative_part") : null,
    provenance: provenancesOf(
      part.sections.flatMap((section) => section.provenance.map((provenance) => ({ provenance }))),
    ),
    blocks: [
      ...headlines,
      {
        kind: "links",
        links: part.sections.map(({ id, title }) => ({ href: `${part.path}#${id}`, text: title })),
      },
    ],
  };
}
