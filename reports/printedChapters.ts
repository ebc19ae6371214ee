import type { Block } from "./blocks.ts";
import type { Document, Section } from "./document.ts";

/** A section as paper holds it. */
export interface PrintedSection extends Omit<Section, "blocks"> {
  readonly blocks: readonly Block[];
}

export interface PrintedChapter {
  readonly title: string;
  readonly sections: readonly PrintedSection[];
}

/**
 * A bundle's documents as chapters of one paper. A document is a chapter; where its sections say themselves what chapter they
 * belong to, each of those is one. What has nothing to print is left out.
 */
export function printedChapters(documents: readonly Document[]): readonly PrintedChapter[] {
  return documents.flatMap((document) => {
    const chapters: { title: string; sections: PrintedSection[] }[] = [];
    for (const section of document.sections) {
      const blocks = section.blocks.filter(isPrinted).map(cutToPaper);
      if (blocks.length === 0) continue;
      const title = section.kicker ?? document.title;
      const last = chapters.at(-1);
      if (last?.title === title) last.sections.push({ ...section, blocks });
      else chapters.push({ title, sections: [{ ...section, blocks }] });
    }
    return chapters;
  });
}

/** Of a table too long for paper the first rows, under its caption for paper. */
function cutToPaper(block: Block): Block {
  if (block.kind !== "table" || block.onPaper === undefined) return block;
  const { rows, caption } = block.onPaper;
  return block.body.length <= rows ? block : { ...block, caption, body: block.body.slice(0, rows) };
}

/** Paper leads nowhere, and nobody types a command from it. */
function isPrinted(block: Section["blocks"][number]): block is Block {
  return block.kind !== "links" && !(block.kind === "sentence" && block.isAside);
}
