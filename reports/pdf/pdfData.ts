import { cellText } from "../cellText.ts";
import { figureSvg } from "../charts/figureSvg.ts";
import { svgSize } from "../charts/svgSize.ts";
import { columnWidths } from "../columnWidths.ts";
import type { Document } from "../document.ts";
import { footerEntries } from "../footerEntries.ts";
import { legendText } from "../legendText.ts";
import {
  type EntryList,
  type PrintedBlock,
  type PrintedSection,
  printedChapters,
} from "../printedChapters.ts";
import type { BlockProvenance } from "../provenance.ts";
import { subtitleOf } from "../subtitle.ts";
import { theme } from "../theme.ts";
import type { ReportTools } from "../writer.ts";

/** Between the margins of the template, in millimetres. */
const textWidth = 166;

interface Mark {
  readonly text: string;
  readonly "is-warning": boolean;
}

type PdfBlock =
  | { readonly kind: "sentence"; readonly text: string; readonly "is-aside": boolean }
  | Pick<EntryList, "kind" | "caption" | "groups">
  | { readonly kind: "figure"; readonly svg: string; readonly alt: string; readonly ratio: number }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly mark: Mark | null;
      /** In points. */
      readonly size: number;
      readonly columns: readonly { header: string; align: "left" | "right"; width: number }[];
      readonly rows: readonly { cells: readonly string[]; "is-strong": boolean }[];
      readonly legend: string;
    };

/** What the template is given: every word and picture of a bundle's documents, each document a chapter. */
export async function pdfData(documents: readonly Document[], tools: ReportTools) {
  const { words, facts } = tools;
  const [first] = documents as readonly [Document, ...Document[]];
  const chapters = [];
  for (const { title, sections, elsewhere } of printedChapters(documents, words)) {
    const written: Awaited<ReturnType<typeof sectionData>>[] = [];
    for (const section of sections)
      written.push(await sectionData(section, `c${chapters.length}-${section.id}`, tools));
    chapters.push({ title, sections: written, elsewhere });
  }
  const isIllustrative = documents.some((document) => document.isIllustrative);
  return {
    theme,
    language: words.language,
    name: words.say("release.title"),
    title: first.title,
    subtitle: subtitleOf(first, facts, words),
    contents: words.say("nav.contents"),
    warning: isIllustrative
      ? { label: words.say("provenance.mark"), text: words.say("provenance.warning") }
      : null,
    facts: footerEntries(facts, words).map(([name, value]) => ({ name, value })),
    imprint: `${"release" in facts ? facts.release : words.locale.date(facts.asOfDate)} · ${facts.snapshotHash.slice(0, 12)}${isIllustrative ? ` · ${words.say("provenance.mark")}` : ""}`,
    chapters,
  };
}

async function sectionData(section: PrintedSection, id: string, tools: ReportTools) {
  const { words } = tools;
  const blocks: PdfBlock[] = [];
  for (const [position, block] of section.blocks.entries()) {
    blocks.push(await blockData(block, `${id}-${position + 1}`, tools));
  }
  return {
    title: section.title,
    marks: section.provenance.map((kind) => markOf(kind, tools)),
    blocks,
    note: section.note === null ? null : { label: words.say("page.note"), text: section.note },
  };
}

async function blockData(block: PrintedBlock, id: string, tools: ReportTools): Promise<PdfBlock> {
  const { words } = tools;
  switch (block.kind) {
    case "sentence":
      return { kind: "sentence", text: block.text, "is-aside": block.isAside };
    case "entries":
      return { kind: "entries", caption: block.caption, groups: block.groups };
    case "figure": {
      const svg = await figureSvg(block, id, tools);
      return { kind: "figure", svg, alt: `${block.title}. ${block.description}`, ratio: heightToWidth(svg) };
    }
    case "table": {
      const size = block.columns.length > 8 ? 6.6 : 8;
      const widths = columnWidths(block, { width: textWidth, size, letterWidth: 0.63 }, words);
      return {
        kind: "table",
        caption: block.caption,
        mark: block.provenance === "illustrative" ? markOf("illustrative", tools) : null,
        size,
        columns: block.columns.map(({ header, align }, position) => ({
          header,
          align,
          width: widths[position] as number,
        })),
        rows: block.body.map(({ cells, isStrong }) => ({
          cells: cells.map((cell) => cellText(cell, words)),
          "is-strong": isStrong,
        })),
        legend: legendText(block, words),
      };
    }
  }
}

function markOf(kind: BlockProvenance, { words }: ReportTools): Mark {
  return { text: words.say(`provenance.${kind}`), "is-warning": kind === "illustrative" };
}

function heightToWidth(svg: string): number {
  const { width, height } = svgSize(svg);
  return height / width;
}
