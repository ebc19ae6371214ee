import { strFromU8, unzipSync } from "fflate";
import { visibleText } from "../../reports/html/readTags.ts";

/** The parts of a Word file as text, by an independent route: unzipped and read as XML. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The paragraphs of a Word file's body, a line each; empty ones too. */
export function linesOf(xml: string): readonly string[] {
  return xml
    .split("</w:p>")
    .map((paragraph) => visibleText([...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>/g)].join("")).trim());
}

/** The rows of a Word file's tables, each as the texts of its cells. */
export function tablesOf(xml: string): readonly (readonly (readonly string[])[])[] {
  return xml
    .split("<w:tbl>")
    .slice(1)
    .map((table) =>
      (table.split("</w:tbl>")[0] ?? "")
        .split("</w:tr>")
        .slice(0, -1)
        .map((row) =>
          row
            .split("</w:tc>")
            .slice(0, -1)
            .map((each) => linesOf(each).join("")),
        ),
    );
}
