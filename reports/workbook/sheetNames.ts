import { cleanText } from "../html/escape.ts";

const longest = 31;

/**
 * A name for each sheet, as Excel allows it: numbered, so that no two are alike; without the characters that are refused;
 * of what is longer than 31 units of UTF-16, the words that have room, or of one long word the letters.
 */
export function sheetNames(names: readonly string[]): readonly string[] {
  return names.map((name, position) => {
    const words = cleanText(name)
      .replace(/[\s\\/?*[\]:'\ufffd]+/g, " ")
      .trim();
    return `${position + 1} ${shortened(words, longest - `${position + 1} `.length)}`.trim();
  });
}

function shortened(words: string, room: number): string {
  if (words.length <= room) return words;
  let letters = "";
  for (const letter of words) {
    if (letters.length + letter.length > room) break;
    letters += letter;
  }
  const end = words[letters.length] === " " ? letters.length : letters.lastIndexOf(" ");
  return end > 0 ? letters.slice(0, end) : letters;
}
