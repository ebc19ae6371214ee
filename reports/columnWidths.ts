import type { Table } from "./blocks.ts";
import { cellText } from "./cellText.ts";
import type { Words } from "./messages/words.ts";

/** So many letters a column of words wants in one line; what is longer wraps, and its column grows ever more slowly. */
const oneLine = 30;
/** A column without a word is there to be written in. */
const blank = 14;
/** What a cell has beside its text, in millimetres. */
const beside = 2.8;
const millimetresPerPoint = 25.4 / 72;

/**
 * The width of each column of a table that is so wide altogether: first as much as keeps every figure in one line and every word
 * whole, then more for those whose texts are long. Widths in millimetres, `size` of the letters in points, `letterWidth` as a part of it,
 * capitals and bold heads included.
 */
export function columnWidths(
  table: Table,
  {
    width,
    size,
    letterWidth = 0.58,
  }: { readonly width: number; readonly size: number; readonly letterWidth?: number },
  words: Words,
): readonly number[] {
  const letter = size * letterWidth * millimetresPerPoint;
  const columns = table.columns.map(({ header, align }, position) => {
    const texts = table.body.map(({ cells }) => {
      const cell = cells[position];
      return cell === undefined ? "" : cellText(cell, words);
    });
    const unbroken = [...wordsOf(header), ...(align === "right" ? texts : texts.flatMap(wordsOf))];
    const isBlank = texts.length > 0 && texts.every((text) => text === "");
    const least = longest(unbroken);
    const head = Math.ceil(0.7 * header.length); // two lines at most, where there is room
    const wanted = Math.max(least, head, isBlank ? blank : wrapped(longest(texts)));
    return { least: least * letter + beside, wanted: wanted * letter + beside };
  });
  const least = sum(columns.map((column) => column.least));
  if (least >= width) return columns.map((column) => (column.least * width) / least);
  const wish = sum(columns.map((column) => column.wanted - column.least));
  return columns.map((column) =>
    wish === 0
      ? (column.least * width) / least
      : column.least + ((width - least) * (column.wanted - column.least)) / wish,
  );
}

const wrapped = (letters: number): number =>
  letters <= oneLine ? letters : oneLine + 3 * Math.sqrt(letters - oneLine);
const wordsOf = (text: string): readonly string[] => text.split(/\s+/);
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
