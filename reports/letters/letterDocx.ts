import { type Content, docxKit, halfPoints, languageTags, twips } from "../docx/kit.ts";
import { annexParts, letterFooters, letterHeaders, letterParts } from "../docx/letterParts.ts";
import { loadDocx, packWord } from "../docx/wordFile.ts";
import type { DocumentFacts } from "../facts.ts";
import { cleanText } from "../html/escape.ts";
import type { Words } from "../messages/words.ts";
import { letterLayout as layout } from "./layout.ts";
import type { Letter } from "./letter.ts";

/**
 * A letter as a Word document in the administrative layout: A4, the agency beside the national name and motto, page
 * numbers at the top but for the first page, and blanks for number, date and signature. With facts of a release, every page says
 * at its foot which one its figures are from. The same letter gives the same bytes.
 */
export async function letterDocx(
  letter: Letter,
  words: Words,
  facts: DocumentFacts | null = null,
): Promise<Uint8Array> {
  const docx = await loadDocx();
  const kit = docxKit(docx);
  // the decree counts the pages of an annex on their own
  const section = (part: "letter" | "annex", children: readonly Content[]) => ({
    properties: {
      titlePage: true,
      page: {
        pageNumbers: { start: 1 },
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
    headers: letterHeaders(letter, part, kit, words),
    ...(facts === null ? {} : { footers: letterFooters(facts, kit, words) }),
    children: [...children],
  });
  const document = new docx.Document({
    title: cleanText(letter.subject),
    creator: cleanText(letter.issuer.join(" ")),
    styles: {
      default: {
        document: {
          run: {
            font: layout.font.value,
            size: halfPoints(layout.bodySize.value),
            language: { value: languageTags[words.language] },
          },
        },
      },
    },
    sections: [
      section("letter", letterParts(letter, kit, words)),
      ...(letter.annex === null ? [] : [section("annex", annexParts(letter.annex, kit, words))]),
    ],
  });
  return packWord(docx, document);
}
