import type { Table } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import type { Words } from "../messages/words.ts";

/** Letters that a column wants at least and at most; what is longer wraps. */
const narrowest = 5;
const widest = 30;
/** A column without a word is there to be written in. */
const blank = 16;

/**
 * The width of each column of a table that is so wide altogether: in proportion to its longest text or longest word of its head,
 * so that long names have room and figures stand in one line.
 */
export function columnWidths(table: Table, whole: number, words: Words): readonly number[] {
  const wanted = table.columns.map(({ header }, position) => {
    const texts = table.body.map(({ cells }) => {
      const cell = cells[position];
      return cell === undefined ? 0 : cellText(cell, words).length;
    });
    const head = header.split(/\s+/).map((word) => word.length);
    const least = texts.length > 0 && texts.every((length) => length === 0) ? blank : narrowest;
    return Math.min(widest, Math.max(least, ...head, ...texts));
  });
  const sum = wanted.reduce((all, each) => all + each, 0);
  return wanted.map((each) => (whole * each) / sum);
}
