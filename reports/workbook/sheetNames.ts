import { cleanText } from "../html/escape.ts";

const longest = 31;

/**
 * A name for each sheet, as Excel allows it: numbered, so that no two are alike; without the characters that are refused;
 * cut at 31 units of UTF-16, never inside a letter.
 */
export function sheetNames(captions: readonly string[]): readonly string[] {
  return captions.map((caption, position) => {
    const words = cleanText(caption)
      .replace(/[\s\\/?*[\]:'\ufffd]+/g, " ")
      .trim();
    let name = `${position + 1}`;
    for (const letter of ` ${words}`) {
      if (name.length + letter.length > longest) break;
      name += letter;
    }
    return name.trim();
  });
}
