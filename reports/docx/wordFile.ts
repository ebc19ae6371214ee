import type * as Docx from "docx";
import { KnownError } from "../../models/errors.ts";
import { rezip } from "../../models/rezip.ts";

/** The package that makes Word documents; it is optional, and loaded when the first one is written. */
export function loadDocx(): Promise<typeof Docx> {
  return import("docx").catch((cause) => {
    throw new KnownError("Word documents need the package docx, which is not installed.", {
      hint: "Install with optional dependencies: `npm ci`, without --omit=optional; or leave docx out of `formats` in thuocdo.yaml.",
      cause,
    });
  });
}

/** The bytes of a document: the same for the same document, whatever was written before it and whatever the clock says. */
export async function packWord(docx: typeof Docx, document: Docx.Document): Promise<Uint8Array> {
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return rezip(
    bytes,
    (name, part) => {
      if (name === "docProps/core.xml") return rewritten(part, withoutClock);
      if (name === "[Content_Types].xml" || name === "word/_rels/document.xml.rels")
        return rewritten(part, withMetafiles);
      return name === "word/document.xml" ? rewritten(part, withOwnBookmarks) : part;
    },
    {},
    (name) => name.replace(/^(word\/media\/.*)\.png$/, "$1.emf"),
  );
}

/** The package has no word for a metafile: it was told that they are PNG, and here they get their own name and type. */
function withMetafiles(xml: string): string {
  return xml
    .replace('ContentType="image/png" Extension="png"', 'ContentType="image/x-emf" Extension="emf"')
    .replace(/(Target="media\/[^"]*)\.png"/g, '$1.emf"');
}

function rewritten(part: Uint8Array, rewrite: (text: string) => string): Uint8Array {
  return new TextEncoder().encode(rewrite(new TextDecoder().decode(part)));
}

/** The time of writing is the only thing in the file that the document does not say. */
function withoutClock(xml: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z");
}

/** Bookmarks are counted over all documents of the process: here they are counted again from one. Texts are left alone. */
function withOwnBookmarks(xml: string): string {
  const numbers = new Map<string, number>();
  const own = (number: string): number => {
    const known = numbers.get(number) ?? numbers.size + 1;
    numbers.set(number, known);
    return known;
  };
  return xml
    .replace(
      /(<w:hyperlink [^>]*w:anchor="_Toc)(\d+)(?=")/g,
      (_, before, number) => `${before}${own(number)}`,
    )
    .replace(/(<w:instrText[^>]*>PAGEREF _Toc)(\d+)(?= )/g, (_, before, number) => `${before}${own(number)}`)
    .replace(/<w:bookmarkStart w:name="_Toc(\d+)" w:id="\d+"\/>/g, (_, number) => {
      return `<w:bookmarkStart w:name="_Toc${own(number)}" w:id="${own(number)}"/>`;
    })
    .replace(/(<w:bookmarkEnd w:id=")(\d+)(?=")/g, (_, before, number) => `${before}${own(number)}`);
}
