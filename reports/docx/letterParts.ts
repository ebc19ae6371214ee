import type { Table } from "../blocks.ts";
import type { DocumentFacts } from "../facts.ts";
import { footerEntries } from "../footerEntries.ts";
import { cleanText } from "../html/escape.ts";
import { letterLayout as layout } from "../letters/layout.ts";
import type { Annex, Letter, LetterParagraph, OfficialPaper } from "../letters/letter.ts";
import { draftMark, placeAndDate } from "../letters/lines.ts";
import type { Words } from "../messages/words.ts";
import { figureTable } from "./figureTable.ts";
import { type Content, halfPoints, type Kit, textWidth, twips } from "./kit.ts";

const headSize = { size: halfPoints(layout.headSize.value) };
const leftColumn = 66;

/** Everything between the margins before the annex, in order. */
export function letterParts(letter: Letter, kit: Kit, words: Words): Content[] {
  return [
    head(letter, kit, words),
    ...(isPaper(letter) ? nameOf(letter, kit) : []),
    ...recipients(letter, kit, words),
    ...letter.body.map((paragraph) => bodyParagraph(paragraph, kit, words)),
    kit.line("", "left", { size: 12 }),
    foot(letter, kit, words),
  ];
}

const upper = (text: string): string => text.toLocaleUpperCase("vi");
const isPaper = (letter: Letter): letter is OfficialPaper => "title" in letter;

/** "TỜ TRÌNH" and what it is about, in the middle of the page. */
function nameOf({ title, subject }: OfficialPaper, { line, rule }: Kit): readonly Content[] {
  return [
    line(title, "center", { bold: true }, { spacing: { before: 280 } }),
    line(subject, "center", { bold: true }, { spacing: { after: 40 } }),
    rule(60),
  ];
}

/** The agency beside the national name and motto; under them the number and the day, both blank. */
function head(letter: Letter, { line, rule, columns }: Kit, words: Words): Content {
  const before = { spacing: { before: 80 } };
  const agency = [
    ...(isPaper(letter) && letter.superior !== undefined
      ? [line(upper(letter.superior), "center", headSize)]
      : []),
    ...letter.issuer.map((name) => line(upper(name), "center", { bold: true, ...headSize })),
    rule(24),
  ];
  const nation = [
    line(words.say("letter.nation"), "center", { bold: true, size: halfPoints(12.5) }),
    line(words.say("letter.motto"), "center", { bold: true, ...headSize }),
    rule(17),
  ];
  const number = [
    line(words.say("letter.number"), "center", headSize, before),
    ...(isPaper(letter)
      ? []
      : [
          line(
            words.say("letter.about", { subject: letter.subject }),
            "center",
            { size: halfPoints(12) },
            before,
          ),
        ]),
  ];
  const day = [line(placeAndDate(letter, words), "center", { italics: true, ...headSize }, before)];
  return columns(
    [leftColumn, textWidth - leftColumn],
    [
      [agency, nation],
      [number, day],
    ],
  );
}

function recipients({ recipients: all }: Letter, { line }: Kit, words: Words): readonly Content[] {
  if (all.length === 0) return [];
  const to = words.say("letter.to");
  if (all.length === 1)
    return [line(`${to} ${all[0]}.`, "center", {}, { spacing: { before: 280, after: 240 } })];
  return [
    line(to, "left", {}, { indent: { left: twips(30) }, spacing: { before: 280 } }),
    ...all.map((name, i) => {
      const isLast = i === all.length - 1;
      return line(
        `- ${name}${isLast ? "." : ";"}`,
        "left",
        {},
        {
          indent: { left: twips(44) },
          spacing: { after: isLast ? 240 : 0 },
        },
      );
    }),
  ];
}

function bodyParagraph(
  { text, number, article, style }: LetterParagraph,
  { docx, line }: Kit,
  words: Words,
): Content {
  if (style === "centred")
    return line(text, "center", { bold: true }, { spacing: { before: 160, after: 160 }, keepNext: true });
  const named =
    article === undefined
      ? {}
      : {
          children: [
            new docx.TextRun({
              text: `${words.say("paper.article", { n: article })} `,
              bold: layout.isArticleBold.value,
            }),
            new docx.TextRun({ text: cleanText(text) }),
          ],
        };
  return line(
    number === undefined ? text : `${number}. ${text}`,
    "both",
    { italics: style === "basis" },
    {
      indent: { firstLine: twips(layout.firstLine.value) },
      spacing: { after: layout.afterParagraph.value * 20, line: Math.round(240 * layout.lineHeight.value) },
      ...named,
    },
  );
}

/** Who gets a copy, beside the blank of whoever signs. */
function foot({ copies }: Letter, { line, columns }: Kit, words: Words): Content {
  const size = halfPoints(layout.copiesSize.value);
  const list = copies.map((name, i) =>
    line(`- ${name}${i === copies.length - 1 ? "." : ";"}`, "left", { size }),
  );
  const blank = words.say("letter.blank_signer");
  const signer = [
    line(blank, "center", { bold: true }),
    ...Array.from({ length: 4 }, () => line("", "center")),
    line(blank, "center", { bold: true }),
  ];
  const heading = line(words.say("letter.copies"), "left", {
    bold: true,
    italics: true,
    size: halfPoints(12),
  });
  return columns([82, textWidth - 82], [[[heading, ...list], signer]]);
}

/** The annex, which counts its own pages. */
export function annexParts(own: Annex, kit: Kit, words: Words): readonly Content[] {
  const { line } = kit;
  const size = halfPoints(layout.copiesSize.value);
  return [
    line(words.say("letter.annex"), "center", { bold: true }),
    line(upper(own.title), "center", { bold: true, ...headSize }),
    line(own.of, "center", { italics: true, ...headSize }, { spacing: { after: 120 } }),
    ...own.tables.flatMap((table) => figures(table, kit, words)),
    ...own.notes.map((note) => line(note, "both", { italics: true, size }, { spacing: { before: 100 } })),
  ];
}

/** A caption, which says so when its figures are invented, and the ruled table. */
function figures(table: Table, kit: Kit, words: Words): readonly Content[] {
  const mark = table.provenance === "illustrative" ? ` (${words.say("provenance.mark")})` : "";
  const size = halfPoints(layout.tableSize.value);
  return [
    kit.line(
      `${table.caption}${mark}`,
      "left",
      { bold: true, ...headSize },
      { spacing: { before: 200, after: 80 }, keepNext: true },
    ),
    figureTable(kit, table, { width: textWidth, size }, words),
  ];
}

/** The number of the page at the top centre of every page but the first; the draft's mark on all of them, and what a draft is above its first. */
export function letterHeaders(letter: Letter, part: "letter" | "annex", { docx, line }: Kit, words: Words) {
  const mark = line(draftMark(letter, words), "right", { italics: true, size: halfPoints(10) });
  const notice =
    isPaper(letter) && part === "letter"
      ? [line(letter.notice, "right", { italics: true, size: halfPoints(9) })]
      : [];
  const number = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], ...headSize })],
  });
  return {
    first: new docx.Header({ children: [mark, ...notice] }),
    default: new docx.Header({ children: [number, mark] }),
  };
}

/** Which release the figures are from, at the foot of every page. */
export function letterFooters(facts: DocumentFacts, { docx, line }: Kit, words: Words) {
  const entries = footerEntries(facts, words).map(([name, value]) => `${name} ${value}`);
  const origin = () => line(entries.join(" · "), "left", { size: halfPoints(8) });
  return {
    first: new docx.Footer({ children: [origin()] }),
    default: new docx.Footer({ children: [origin()] }),
  };
}
