import { KnownError } from "../../models/errors.ts";
import { rezip } from "../../models/rezip.ts";
import { docxKit, halfPoints, twips } from "../docx/kit.ts";
import { letterHeaders, letterParts } from "../docx/letterParts.ts";
import { cleanText } from "../html/escape.ts";
import type { Words } from "../messages/words.ts";
import { letterLayout as layout } from "./layout.ts";
import type { Letter } from "./letter.ts";

/**
 * A letter as a Word document in the administrative layout: A4, the agency beside the national name and motto, page
 * numbers at the top but for the first page, and blanks for number, date and signature. The same letter gives the same
 * bytes.
 */
export async function letterDocx(letter: Letter, words: Words): Promise<Uint8Array> {
  const docx = await import("docx").catch((cause) => {
    throw new KnownError("Word documents need the package docx, which is not installed.", {
      hint: "Install with optional dependencies: `npm ci`, without --omit=optional.",
      cause,
    });
  });
  const kit = docxKit(docx);
  const document = new docx.Document({
    title: cleanText(letter.subject),
    creator: cleanText(letter.issuer.join(" ")),
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
        headers: letterHeaders(letter, kit, words),
        children: letterParts(letter, kit, words),
      },
    ],
  });
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return rezip(bytes, (name, part) => (name === "docProps/core.xml" ? withoutClock(part) : part));
}

/** The time of writing is the only thing in the file that the letter does not say. */
function withoutClock(part: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(part);
  return new TextEncoder().encode(
    text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z"),
  );
}
