import type { Document } from "../document.ts";
import { footerEntries } from "../footerEntries.ts";
import { cleanText } from "../html/escape.ts";
import { type PrintedSection, printedChapters } from "../printedChapters.ts";
import { subtitleOf } from "../subtitle.ts";
import type { ReportTools } from "../writer.ts";
import { type Content, docxKit, halfPoints, type Kit, languageTags, twips } from "./kit.ts";
import { aside, reportBlock } from "./reportBlocks.ts";
import { colour, reportLayout as layout } from "./reportLayout.ts";
import { loadDocx, packWord } from "./wordFile.ts";

const small = halfPoints(layout.noteSize);

/**
 * A bundle's documents as one Word file that can be edited: headings, contents, tables with heads that repeat, pictures with
 * alternative text, and on every page the release it is from. The same documents give the same bytes.
 */
export async function reportDocx(documents: readonly Document[], tools: ReportTools): Promise<Uint8Array> {
  const docx = await loadDocx();
  const kit = docxKit(docx);
  const { words } = tools;
  const [first] = documents as readonly [Document, ...Document[]];
  const subtitle = subtitleOf(first, tools.facts, words);
  const isIllustrative = documents.some((document) => document.isIllustrative);
  const children: Content[] = [];
  let number = 0;
  for (const { title, sections, elsewhere } of printedChapters(documents, words)) {
    children.push(heading(title, 1, kit, children.length === 0));
    for (const section of sections) {
      children.push(heading(section.title, 2, kit), ...sourceLine(section, kit, tools));
      for (const block of section.blocks) children.push(...(await reportBlock(block, ++number, kit, tools)));
      children.push(...noteBox(section, kit, tools));
    }
    if (elsewhere !== null) children.push(aside(elsewhere, kit));
  }
  const document = new docx.Document({
    title: cleanText(`${first.title} – ${subtitle}`),
    creator: cleanText(words.say("release.title")),
    styles: styles(languageTags[words.language]),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(layout.width), height: twips(layout.height) },
            margin: {
              top: twips(layout.margin.top),
              bottom: twips(layout.margin.bottom),
              left: twips(layout.margin.left),
              right: twips(layout.margin.right),
            },
          },
        },
        headers: { default: new docx.Header({ children: [header(`${first.title} · ${subtitle}`, kit)] }) },
        footers: {
          first: new docx.Footer({ children: [footer(isIllustrative, kit, tools)] }),
          default: new docx.Footer({ children: [footer(isIllustrative, kit, tools)] }),
        },
        children: [
          ...cover({ title: first.title, subtitle, isIllustrative }, kit, tools),
          kit.line(
            words.say("nav.contents"),
            "left",
            { bold: true, size: halfPoints(14), color: colour("brand") },
            { pageBreakBefore: true, spacing: { after: 120 } },
          ),
          new docx.TableOfContents(words.say("nav.contents"), {
            hyperlink: true,
            headingStyleRange: "1-2",
            beginDirty: false,
          }) as unknown as Content,
          ...children,
        ],
      },
    ],
  });
  return packWord(docx, document);
}

function styles(language: string) {
  const head = { font: layout.font, bold: true, color: colour("brand") };
  return {
    default: {
      document: {
        run: { font: layout.font, size: halfPoints(layout.textSize), language: { value: language } },
        paragraph: { spacing: { after: 80 } },
      },
      title: { run: { ...head, size: halfPoints(26) }, paragraph: { spacing: { after: 160 } } },
      heading1: {
        run: { ...head, size: halfPoints(18) },
        paragraph: { keepNext: true, spacing: { before: 640, after: 200 } },
      },
      heading2: {
        run: { ...head, size: halfPoints(13) },
        paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
      },
    },
    paragraphStyles: [
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        next: "Normal",
        run: { bold: true, size: halfPoints(10) },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
    ],
  } as const;
}

/** A chapter begins where the last one ends; the first, after the contents, on a page of its own. */
function heading(text: string, level: 1 | 2, { docx }: Kit, isFirst = false): Content {
  return new docx.Paragraph({
    pageBreakBefore: isFirst,
    heading: level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
    children: [new docx.TextRun(cleanText(text))],
  });
}

/** Whose report this is and what it rests on; before all else that figures are invented, if any are. */
function cover(
  own: { readonly title: string; readonly subtitle: string; readonly isIllustrative: boolean },
  { docx, line }: Kit,
  { words, facts }: ReportTools,
): readonly Content[] {
  const grey = { color: colour("muted") };
  const warning = [
    line(
      `${words.say("provenance.mark")}. ${words.say("provenance.warning")}`,
      "left",
      { bold: true, color: colour("warningInk") },
      {
        spacing: { before: 240, after: 240 },
        shading: { type: docx.ShadingType.CLEAR, color: "auto", fill: colour("warningPaper") },
      },
    ),
  ];
  return [
    line(
      words.say("release.title"),
      "left",
      { ...grey, bold: true },
      { spacing: { before: 2400, after: 160 } },
    ),
    new docx.Paragraph({
      heading: docx.HeadingLevel.TITLE,
      children: [new docx.TextRun(cleanText(own.title))],
    }),
    line(own.subtitle, "left", { ...grey, size: halfPoints(13) }),
    ...(own.isIllustrative ? warning : []),
    line("", "left"),
    ...footerEntries(facts, words).map(([name, value]) =>
      line(`${name}: ${value}`, "left", { ...grey, size: small }, { spacing: { after: 20 } }),
    ),
  ];
}

function sourceLine(
  { provenance }: PrintedSection,
  { line }: Kit,
  { words }: ReportTools,
): readonly Content[] {
  if (provenance.length === 0) return [];
  const said = provenance.map((kind) => words.say(`provenance.${kind}`)).join(" · ");
  const isInvented = provenance.includes("illustrative");
  const color = colour(isInvented ? "warningInk" : "muted");
  return [line(said, "left", { italics: true, size: small, color }, { keepNext: true })];
}

function noteBox({ note }: PrintedSection, { docx, line }: Kit, { words }: ReportTools): readonly Content[] {
  if (note === null) return [];
  const box = {
    spacing: { before: 120, after: 120 },
    shading: { type: docx.ShadingType.CLEAR, color: "auto", fill: colour("panel") },
    border: { left: { style: docx.BorderStyle.SINGLE, size: 18, color: colour("brand"), space: 6 } },
  };
  return [line(`${words.say("page.note")} ${note}`, "left", { size: halfPoints(10) }, box)];
}

function header(text: string, { line }: Kit): Content {
  return line(text, "left", { size: small, color: colour("muted") });
}

/** The release and what it was made from, and the page; on every page. */
function footer(isIllustrative: boolean, { docx }: Kit, { words, facts }: ReportTools) {
  const entries = footerEntries(facts, words).map(([name, value]) => `${name} ${value}`);
  const text = [...entries, ...(isIllustrative ? [words.say("provenance.mark")] : [])].join(" · ");
  const style = { size: halfPoints(7.5), color: colour("muted") };
  return new docx.Paragraph({
    border: { top: { style: docx.BorderStyle.SINGLE, size: 4, color: colour("line"), space: 4 } },
    children: [
      new docx.TextRun({ text: cleanText(`${text} · `), ...style }),
      new docx.TextRun({
        children: [docx.PageNumber.CURRENT, " / ", docx.PageNumber.TOTAL_PAGES],
        ...style,
      }),
    ],
  });
}
