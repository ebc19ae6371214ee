import type * as Docx from "docx";
import { cleanText } from "../html/escape.ts";
import { letterLayout as layout } from "../letters/layout.ts";

export type Content = Docx.Paragraph | Docx.Table;
type Align = "left" | "right" | "center" | "both";

export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
/** In which language a text is checked and read aloud. */
export const languageTags = { vi: "vi-VN", en: "en-GB" } as const;

export const halfPoints = (points: number): number => Math.round(points * 2);

/** Width of the text on the page, in millimetres. */
export const textWidth = layout.pageWidth - layout.marginLeft.value - layout.marginRight.value;

/** What documents of ours are made of: lines, rules and columns side by side. */
export interface Kit {
  readonly docx: typeof Docx;
  readonly line: (
    text: string,
    align: Align,
    style?: Docx.IRunOptions,
    options?: Docx.IParagraphOptions,
  ) => Docx.Paragraph;
  /** A rule under the line above it, some millimetres short of the column on both sides. */
  readonly rule: (indent: number) => Docx.Paragraph;
  /** Rows of columns without a border; widths in millimetres. */
  readonly columns: (
    widths: readonly number[],
    rows: readonly (readonly (readonly Content[])[])[],
  ) => Docx.Table;
}

export function docxKit(docx: typeof Docx): Kit {
  const alignment = {
    left: docx.AlignmentType.LEFT,
    right: docx.AlignmentType.RIGHT,
    center: docx.AlignmentType.CENTER,
    both: docx.AlignmentType.JUSTIFIED,
  } as const;
  const line: Kit["line"] = (text, align, style = {}, options = {}) =>
    new docx.Paragraph({
      alignment: alignment[align],
      children: [new docx.TextRun({ text: cleanText(text), ...style })],
      ...options,
    });
  return {
    docx,
    line,
    rule: (indent) =>
      new docx.Paragraph({
        indent: { left: twips(indent), right: twips(indent) },
        spacing: { line: 60, lineRule: docx.LineRuleType.EXACT, after: 60 },
        border: { top: { style: docx.BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
      }),
    columns: (widths, rows) => gridOf(docx, widths, rows),
  };
}

function gridOf(
  docx: typeof Docx,
  widths: readonly number[],
  rows: readonly (readonly (readonly Content[])[])[],
): Docx.Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" } as const;
  const cell = (children: readonly Content[], position: number) =>
    new docx.TableCell({
      children: [...children],
      width: { size: twips(widths[position] as number), type: docx.WidthType.DXA },
      margins: { left: 0, right: 0 },
    });
  return new docx.Table({
    width: { size: twips(textWidth), type: docx.WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: docx.TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: rows.map((cells) => new docx.TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}
