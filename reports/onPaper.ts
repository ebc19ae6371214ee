import type { Table } from "./blocks.ts";
import type { Words } from "./messages/words.ts";

/** A list of hundreds, or of every province, that says how figures were made: pages and workbooks hold it all, paper its first rows. */
const rowsOnPaper = 20;

/** What paper holds of a long list in the order of what asks for attention first. */
export function onPaper(caption: string, n: number, words: Words): NonNullable<Table["onPaper"]> {
  return {
    rows: rowsOnPaper,
    caption: words.say("table.on_paper", { caption, rows: rowsOnPaper, n }),
  };
}
