import type { Figure, Table } from "../blocks.ts";
import { figureSvg } from "../charts/figureSvg.ts";
import { svgSize } from "../charts/svgSize.ts";
import { pictureEmf } from "../emf/pictureEmf.ts";
import { cleanText } from "../html/escape.ts";
import { legendText } from "../legendText.ts";
import type { Words } from "../messages/words.ts";
import type { EntryList, PrintedBlock } from "../printedChapters.ts";
import type { ReportTools } from "../writer.ts";
import { figureTable } from "./figureTable.ts";
import { type Content, halfPoints, type Kit } from "./kit.ts";
import { colour, reportLayout as layout, reportWidth } from "./reportLayout.ts";

const note = { size: halfPoints(layout.noteSize), color: colour("muted") };

/** One block of a page as Word holds it. */
export async function reportBlock(
  block: PrintedBlock,
  number: number,
  kit: Kit,
  tools: ReportTools,
): Promise<readonly Content[]> {
  switch (block.kind) {
    case "sentence":
      return [
        block.isAside
          ? aside(block.text, kit)
          : kit.line(block.text, "left", {}, { spacing: { before: 80, after: 80 } }),
      ];
    case "entries":
      return entryLines(block, kit);
    case "table":
      return tableBlock(block, kit, tools.words);
    case "figure":
      return [
        await pictureBlock(block, number, kit, tools),
        kit.line(block.title, "left", note, { spacing: { after: 160 } }),
      ];
  }
}

/** Where what is not printed is, set small. */
export const aside = (text: string, { line }: Kit): Content =>
  line(text, "left", note, { spacing: { after: 160 } });

/** Each entry a paragraph that begins with its name. */
function entryLines({ caption, groups }: EntryList, { docx, line }: Kit): readonly Content[] {
  const size = halfPoints(layout.noteSize);
  const entry = ({ name, text }: EntryList["groups"][number]["entries"][number]) =>
    new docx.Paragraph({
      spacing: { after: 40 },
      children: [
        new docx.TextRun({ text: cleanText(`${name}: `), size, bold: true }),
        new docx.TextRun({ text: cleanText(text), size }),
      ],
    });
  return [
    line(caption, "left", {}, { style: "Caption", keepNext: true }),
    ...groups.flatMap(({ title, entries }) => [
      line(
        `${title} (${entries.length})`,
        "left",
        { size, bold: true, color: colour("brand") },
        { keepNext: true, spacing: { before: 80, after: 40 } },
      ),
      ...entries.map(entry),
    ]),
  ];
}

function tableBlock(table: Table, kit: Kit, words: Words): readonly Content[] {
  const mark = table.provenance === "illustrative" ? ` (${words.say("provenance.mark")})` : "";
  const legend = legendText(table, words);
  return [
    kit.line(`${table.caption}${mark}`, "left", {}, { style: "Caption", keepNext: true }),
    figureTable(
      kit,
      table,
      {
        width: reportWidth,
        size: halfPoints(layout.tableSize(table.columns.length)),
        headFill: colour("panel"),
        ruleColour: colour("line"),
      },
      words,
    ),
    kit.line(legend, "left", note, { spacing: { after: 160 } }),
  ];
}

const pixelsPerMillimetre = 96 / 25.4;
const tallest = 210 * pixelsPerMillimetre;

async function pictureBlock(figure: Figure, number: number, { docx }: Kit, tools: ReportTools) {
  const svg = await figureSvg(figure, `hinh-${number}`, tools);
  const size = svgSize(svg);
  const scale = Math.min((reportWidth * pixelsPerMillimetre) / size.width, tallest / size.height);
  return new docx.Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 40 },
    children: [
      new docx.ImageRun({
        type: "svg",
        data: new TextEncoder().encode(svg),
        transformation: {
          width: Math.round(size.width * scale),
          height: Math.round(size.height * scale),
        },
        // for programs that draw no SVG; `packWord` names it by what it is
        fallback: { type: "png", data: pictureEmf(svg, size, tools.measure) },
        altText: {
          id: String(number),
          name: `hinh-${number}`,
          title: cleanText(figure.title),
          description: cleanText(`${figure.title}. ${figure.description}`),
        },
      }),
    ],
  });
}
