import type * as Docx from "docx";
import { rezip } from "../../models/rezip.ts";
import type { Table } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import { cleanText } from "../html/escape.ts";
import { letterLayout as layout } from "../letters/layout.ts";
import type { Letter, LetterParagraph } from "../letters/letter.ts";
import type { Words } from "../messages/words.ts";

type Library = typeof Docx;
type Content = Docx.Paragraph | Docx.Table;

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const halfPoints = (points: number): number => points * 2;
const textWidth = layout.pageWidth - layout.marginLeft.value - layout.marginRight.value;

/**
 * A letter as a Word document in the administrative layout: A4, page numbers at the top but for the first page, the
 * agency beside the national name and motto, and blanks for number, date and signature. The same letter gives the same
 * bytes.
 */
export async function writeDocx(letter: Letter, words: Words): Promise<Uint8Array> {
  const docx = await import("docx");
  const maker = letterMaker(docx, words);
  const document = new docx.Document({
    title: cleanText(letter.subject),
    creator: cleanText(letter.issuer.name),
    styles: {
      default: { document: { run: { font: layout.font.value, size: halfPoints(layout.bodySize.value) } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(layout.pageWidth), height: twips(layout.pageHeight) },
            margin: {
              top: twips(layout.marginTop.value),
              bottom: twips(layout.marginBottom.value),
              left: twips(layout.marginLeft.value),
              right: twips(layout.marginRight.value),
              header: twips(layout.headerDistance.value),
            },
          },
        },
        headers: {
          first: new docx.Header({ children: [maker.line(markOf(letter, words), "right", { italics: true })] }),
          default: new docx.Header({ children: maker.pageHeader(letter) }),
        },
        children: maker.content(letter),
      },
    ],
  });
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return rezip(bytes, (name, part) => (name === "docProps/core.xml" ? withoutClock(part) : part));
}

/** The time of writing, which is the only thing in the file that the letter does not say. */
function withoutClock(part: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(part);
  return new TextEncoder().encode(
    text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z"),
  );
}

/** What stands above a draft on every page: that it is one, and that its figures are invented if they are. */
function markOf({ isIllustrative }: Letter, words: Words): string {
  const draft = words.say("letter.draft");
  return isIllustrative ? `${draft} – ${words.say("provenance.mark")}` : draft;
}

function letterMaker(docx: Library, words: Words) {
  const { AlignmentType, BorderStyle, Paragraph, TextRun, WidthType } = docx;
  const alignment = {
    left: AlignmentType.LEFT,
    right: AlignmentType.RIGHT,
    center: AlignmentType.CENTER,
    both: AlignmentType.JUSTIFIED,
  } as const;
  const nothing = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const borderless = {
    top: nothing,
    bottom: nothing,
    left: nothing,
    right: nothing,
    insideHorizontal: nothing,
    insideVertical: nothing,
  };

  const run = (text: string, options: Docx.IRunOptions = {}) => new TextRun({ text: cleanText(text), ...options });

  const line = (
    text: string,
    align: keyof typeof alignment,
    style: Docx.IRunOptions = {},
    options: Docx.IParagraphOptions = {},
  ) => new Paragraph({ alignment: alignment[align], children: [run(text, style)], ...options });

  /** A rule under the line above it, some millimetres short of the cell on both sides. */
  const rule = (indent: number) =>
    new Paragraph({
      indent: { left: twips(indent), right: twips(indent) },
      spacing: { line: 60, lineRule: docx.LineRuleType.EXACT, after: 60 },
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    });

  const columns = (widths: readonly number[], rows: readonly (readonly (readonly Content[])[])[]) =>
    new docx.Table({
      width: { size: twips(textWidth), type: WidthType.DXA },
      columnWidths: widths.map(twips),
      layout: docx.TableLayoutType.FIXED,
      borders: borderless,
      rows: rows.map(
        (cells) =>
          new docx.TableRow({
            cantSplit: true,
            children: cells.map(
              (children, position) =>
                new docx.TableCell({
                  children: [...children],
                  width: { size: twips(widths[position] as number), type: WidthType.DXA },
                  margins: { left: 0, right: 0 },
                }),
            ),
          }),
      ),
    });

  const head = (letter: Letter): Content => {
    const size = halfPoints(layout.headSize.value);
    const above =
      letter.issuer.above === null ? [] : [line(letter.issuer.above.toLocaleUpperCase("vi"), "center", { size })];
    const small = { spacing: { before: 60 } };
    return columns(
      [66, textWidth - 66],
      [
        [
          [...above, line(letter.issuer.name.toLocaleUpperCase("vi"), "center", { bold: true, size }), rule(24)],
          [
            line(words.say("letter.nation"), "center", { bold: true, size: halfPoints(12.5) }),
            line(words.say("letter.motto"), "center", { bold: true, size }),
            rule(17),
          ],
        ],
        [
          [
            line(words.say("letter.number"), "center", { size }, small),
            line(words.say("letter.subject", { subject: letter.subject }), "center", { size: halfPoints(12) }, small),
          ],
          [line(placeAndDate(letter, words), "center", { italics: true, size }, small)],
        ],
      ],
    );
  };

  const recipients = ({ recipients: all }: Letter): readonly Content[] => {
    const to = words.say("letter.to");
    const before = { spacing: { before: 240, after: 240 } };
    const [only] = all;
    if (all.length === 1) return [line(`${to} ${only}.`, "center", {}, before)];
    return [
      line(to, "left", {}, { indent: { left: twips(30) }, spacing: { before: 240 } }),
      ...all.map((name, i) => {
        const isLast = i === all.length - 1;
        const spacing = { after: isLast ? 240 : 0 };
        return line(`- ${name}${isLast ? "." : ";"}`, "left", {}, { indent: { left: twips(44) }, spacing });
      }),
    ];
  };

  const paragraph = ({ text, number }: LetterParagraph) =>
    line(number === undefined ? text : `${number}. ${text}`, "both", {}, {
      indent: { firstLine: twips(layout.firstLine.value) },
      spacing: {
        after: layout.afterParagraph.value * 20,
        line: Math.round(240 * layout.lineHeight.value),
      },
    });

  const foot = ({ copies }: Letter): Content => {
    const size = halfPoints(layout.copiesSize.value);
    const copy = (name: string, i: number) => line(`- ${name}${i === copies.length - 1 ? "." : ";"}`, "left", { size });
    return columns(
      [82, textWidth - 82],
      [
        [
          [
            line(words.say("letter.copies"), "left", { bold: true, italics: true, size: halfPoints(12) }),
            ...copies.map(copy),
          ],
          [
            line(words.say("letter.signer_title"), "center", { bold: true }),
            ...Array.from({ length: 4 }, () => line("", "center")),
            line(words.say("letter.signer_name"), "center", { bold: true }),
          ],
        ],
      ],
    );
  };

  const figures = (table: Table): readonly Content[] => {
    const size = halfPoints(layout.tableSize.value);
    const firstWidth = table.columns.length > 4 ? 52 : 70;
    const width = (textWidth - firstWidth) / Math.max(1, table.columns.length - 1);
    const cellOf = (text: string, position: number, isBold: boolean) =>
      new docx.TableCell({
        width: { size: twips(position === 0 ? firstWidth : width), type: WidthType.DXA },
        margins: { left: 80, right: 80, top: 30, bottom: 30 },
        children: [line(text, table.columns[position]?.align ?? "left", { size, bold: isBold })],
      });
    const row = (texts: readonly string[], isHead: boolean, isBold = isHead) =>
      new docx.TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: texts.map((text, position) => cellOf(text, position, isBold)),
      });
    return [
      line(table.caption, "left", { bold: true, size: halfPoints(layout.headSize.value) }, {
        spacing: { before: 200, after: 80 },
        keepNext: true,
      }),
      new docx.Table({
        width: { size: twips(textWidth), type: WidthType.DXA },
        columnWidths: table.columns.map((_, i) => twips(i === 0 ? firstWidth : width)),
        layout: docx.TableLayoutType.FIXED,
        rows: [
          row(
            table.columns.map(({ header }) => header),
            true,
          ),
          ...table.body.map(({ cells, isStrong }) =>
            row(
              cells.map((cell) => cellText(cell, words)),
              false,
              isStrong,
            ),
          ),
        ],
      }),
    ];
  };

  const annex = ({ annex: own }: Letter): readonly Content[] => {
    if (own === null) return [];
    const size = halfPoints(layout.headSize.value);
    return [
      line(words.say("letter.annex"), "center", { bold: true }, { pageBreakBefore: true }),
      line(own.title, "center", { bold: true, size }),
      line(words.say("letter.annex_of"), "center", { italics: true, size }, { spacing: { after: 120 } }),
      ...own.tables.flatMap(figures),
      ...own.notes.map((note) =>
        line(note, "both", { italics: true, size: halfPoints(layout.copiesSize.value) }, {
          spacing: { before: 80 },
        }),
      ),
    ];
  };

  return {
    line,
    pageHeader: (letter: Letter): readonly Docx.Paragraph[] => [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [docx.PageNumber.CURRENT], size: halfPoints(layout.headSize.value) }),
        ],
      }),
      ...(letter.isIllustrative ? [line(markOf(letter, words), "right", { italics: true, size: 20 })] : []),
    ],
    content: (letter: Letter): Content[] => [
      head(letter),
      ...recipients(letter),
      ...letter.body.map(paragraph),
      line("", "left", { size: 12 }),
      foot(letter),
      ...annex(letter),
    ],
  };
}

/** "Nghệ An, ngày … tháng … năm …": the day is written by whoever signs. */
function placeAndDate({ place }: Letter, words: Words): string {
  return words.say("letter.date", { place: place ?? words.say("letter.blank_place") });
}
