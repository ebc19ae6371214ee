import Excel from "exceljs";
import { strToU8, unzipSync, zipSync } from "fflate";

/** A workbook as Excel would write it, from what is done to its first sheet. */
export async function makeWorkbook(
  fill: (sheet: Excel.Worksheet, book: Excel.Workbook) => void,
  name = "Phụ lục",
): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  fill(book.addWorksheet(name), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same workbook with parts of its archive added or replaced. */
export function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | ((text: string) => string)>>,
): Uint8Array {
  const held = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts))
    held[path] = strToU8(typeof part === "string" ? part : part(new TextDecoder().decode(held[path])));
  return zipSync(held);
}
