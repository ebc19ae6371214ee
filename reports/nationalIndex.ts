import type { Sentence } from "./blocks.ts";
import type { Document, Section } from "./document.ts";
import { slug } from "./folder.ts";
import type { Words } from "./messages/words.ts";
import { provenancesOf } from "./provenance.ts";

type Part = Pick<Document, "path" | "title" | "isIllustrative" | "sections">;

/** The first page of the national bundle: for each part its key results in words, and the questions it answers. */
export function nationalIndex(
  parts: readonly Part[],
  words: Words,
): Pick<Document, "path" | "title" | "isIllustrative" | "sections"> {
  return {
    path: "index.html",
    title: words.say("bundle.national_title"),
    isIllustrative: parts.some((part) => part.isIllustrative),
    sections: parts.map(partSection),
  };
}

function partSection(part: Part): Section {
  const headlines = part.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Sentence => block.kind === "sentence" && block.isHeadline),
  );
  return {
    id: slug(part.path.replace(/\.html$/, "")),
    title: part.title,
    kicker: null,
    note: null,
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
