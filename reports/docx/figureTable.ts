import type * as Docx from "docx";
import type { Table } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import { columnWidths } from "../columnWidths.ts";
import type { Words } from "../messages/words.ts";
import { type Kit, twips } from "./kit.ts";

interface TableStyle {
  /** Of the whole table, in millimetres. */
  readonly width: number;
  /** Of its letters, in half points. */
  readonly size: number;
  /** Colours of its head and its rules, as six hexadecimal digits; without them all is black on white. */
  readonly headFill?: string;
  readonly ruleColour?: string;
}

/** A ruled table of figures: its head is repeated on every page that it runs over, and no row is torn between two. */
export function figureTable(
  { docx, line }: Pick<Kit, "docx" | "line">,
  table: Table,
  { width, size, headFill, ruleColour = "auto" }: TableStyle,
  words: Words,
): Docx.Table {
  const widths = columnWidths(table, { width, size: size / 2 }, words).map(twips);
  const rule = { style: docx.BorderStyle.SINGLE, size: 4, color: ruleColour } as const;
  const row = (texts: readonly string[], { isHead, isBold }: { isHead: boolean; isBold: boolean }) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text, position) =>
          new docx.TableCell({
            width: { size: widths[position] as number, type: docx.WidthType.DXA },
            margins: { left: 60, right: 60, top: 30, bottom: 30 },
            ...(isHead && headFill !== undefined
              ? { shading: { type: docx.ShadingType.CLEAR, color: "auto", fill: headFill } }
              : {}),
            children: [
              line(
                text,
                table.columns[position]?.align ?? "left",
                { size, bold: isBold },
                { keepNext: isHead, spacing: { after: 0 } },
              ),
            ],
          }),
      ),
    });
  return new docx.Table({
    width: { size: twips(width), type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    tableLook: { firstRow: true, firstColumn: table.columns[0]?.isRowHeader === true },
    rows: [
      row(
        table.columns.map(({ header }) => header),
        { isHead: true, isBold: true },
      ),
      ...table.body.map(({ cells, isStrong }) =>
        row(
          cells.map((cell) => cellText(cell, words)),
          { isHead: false, isBold: isStrong },
        ),
      ),
    ],
  });
}
