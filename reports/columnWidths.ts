import type { Table } from "./blocks.ts";
import { cellText } from "./cellText.ts";
import type { Words } from "./messages/words.ts";

/** So many letters a column of words wants in one line; what is longer wraps, and its column grows ever more slowly. */
const oneLine = 30;
/** A column without a word is there to be written in. */
const blank = 14;
/** How much broader the bold letters of a head are. */
const bold = 1.12;
/** What a cell has beside its text, in millimetres. */
const beside = 2.8;
const millimetresPerPoint = 25.4 / 72;

interface Keeping {
  /** Figures of several parts stay in one line. */
  readonly figures: boolean;
  /** Heads have the room that bold letters take. */
  readonly heads: boolean;
}

/** What columns keep whole, from the most to the least; the first for which there is room is taken. */
const ways: readonly Keeping[] = [
  { figures: true, heads: true },
  { figures: true, heads: false },
  { figures: false, heads: false },
];

/**
 * The width of each column of a table that is so wide altogether: first as much as keeps every figure in one line and every word
 * whole, or every word alone where the figures have no room, then more for those whose texts are long. Widths in millimetres, `size` of the letters in points, `letterWidth` as a part of it,
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
  const inLetters = (keeps: Keeping) =>
    table.columns.map((_, position) => lettersOf(table, position, keeps, words));
  const inMillimetres = (columns: ReturnType<typeof inLetters>) =>
    columns.map(({ least, wanted }) => ({
      least: least * letter + beside,
      wanted: wanted * letter + beside,
    }));
  const choices = ways.map((keeps) => inMillimetres(inLetters(keeps)));
  const columns =
    choices.find((choice) => leastOf(choice) < width) ?? (choices.at(-1) as (typeof choices)[0]);
  const least = leastOf(columns);
  if (least >= width) return columns.map((column) => (column.least * width) / least);
  const wish = sum(columns.map((column) => column.wanted - column.least));
  return columns.map((column) =>
    wish === 0
      ? (column.least * width) / least
      : column.least + ((width - least) * (column.wanted - column.least)) / wish,
  );
}

/** How many letters a column needs, and how many it wants; figures of several parts, as a value and its rank, may be kept in one line. */
function lettersOf(table: Table, position: number, { figures, heads }: Keeping, words: Words) {
  const { header, align } = table.columns[position] as Table["columns"][number];
  const texts = table.body.map(({ cells }) => {
    const cell = cells[position];
    return cell === undefined ? "" : cellText(cell, words);
  });
  const parts = figures && align === "right" ? texts : texts.flatMap(wordsOf);
  const isBlank = texts.length > 0 && texts.every((text) => text === "");
  const least = Math.max((heads ? bold : 1) * longest(wordsOf(header)), longest(parts));
  const head = Math.ceil(0.7 * header.length); // two lines at most, where there is room
  return { least, wanted: Math.max(least, head, isBlank ? blank : wrapped(longest(texts))) };
}

const leastOf = (columns: readonly { readonly least: number }[]): number =>
  sum(columns.map(({ least }) => least));
const wrapped = (letters: number): number =>
  letters <= oneLine ? letters : oneLine + 3 * Math.sqrt(letters - oneLine);
const wordsOf = (text: string): readonly string[] => text.split(/\s+/);
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length + 0.2 * capitalsIn(text)), 0);
/** A capital is broader than other letters, and signs of decisions are made of them. */
const capitalsIn = (text: string): number => text.replace(/\P{Lu}/gu, "").length;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
