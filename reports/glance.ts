import { groupBy } from "../models/groupBy.ts";
import { cell, type Sentence, table } from "./blocks.ts";
import type { ChapterCode } from "./chapters.ts";
import type { Section } from "./document.ts";
import type { Words } from "./messages/words.ts";
import { type Provenance, provenancesOf } from "./provenance.ts";
import { isNewest } from "./sections.ts";

/** A section with the name of its chapter and round. */
export interface ChapterSection {
  readonly chapter: ChapterCode;
  readonly round: string | null;
  readonly chapterTitle: string;
  readonly section: Section;
}

/** A question of the report and what it comes down to. */
interface Answer {
  readonly provenance: Provenance;
  readonly section: Section;
  readonly text: string;
}

/**
 * The first section of a unit's report: of each chapter's newest round, every question that has a headline, with its answer and the
 * way to the figures behind it. Null where nothing has one.
 */
export function glanceSection(placed: readonly ChapterSection[], words: Words): Section | null {
  const newest = placed.filter((own) => isNewest(own, placed));
  const tables = [...groupBy(newest, ({ chapter }) => chapter)].flatMap(([chapter, sections]) => {
    const title = sections[0]?.chapterTitle ?? "";
    const answers = sections.flatMap(({ section }) => answersOf(section));
    return [...groupBy(answers, ({ provenance }) => provenance === "illustrative").values()].map((alike) =>
      table(alike, {
        caption: words.say("glance.table", { chapter: title }),
        shortName: words.say(`short.glance.${chapter}`),
        columns: [
          {
            header: words.say("glance.question"),
            isRowHeader: true,
            cell: ({ section }) => cell.place(section.id, section.title),
          },
          { header: words.say("glance.answer"), align: "left", cell: ({ text }) => cell.text(text) },
        ],
      }),
    );
  });
  if (tables.length === 0) return null;
  return {
    id: "nhin-nhanh",
    title: words.say("glance.title"),
    kicker: null,
    isLead: true,
    note: null,
    provenance: provenancesOf(tables),
    blocks: tables,
  };
}

function answersOf(section: Section): readonly Answer[] {
  const said = section.blocks.filter(
    (block): block is Sentence => block.kind === "sentence" && block.isHeadline,
  );
  const [first] = said;
  if (first === undefined) return [];
  const provenance = first.provenance === "published_and_derived" ? "derived" : first.provenance;
  return [{ provenance, section, text: said.map(({ text }) => text).join(" ") }];
}
