import type { Cell, Table } from "./blocks.ts";
import type { Words } from "./messages/words.ts";

/** What the marks of a table mean, mark by mark: `[c]` and its meaning. */
export function legendEntries(table: Table, words: Words): readonly (readonly [string, string])[] {
  const marks = new Set(cellsOf(table).flatMap((cell) => (cell.kind === "mark" ? [cell.mark] : [])));
  return [...marks].sort().map((mark) => [`[${mark}]`, words.say(`mark.${mark}`)] as const);
}

/** The reasons that stand behind a table's marks, each once. */
export function legendReasons(table: Table): readonly string[] {
  return [
    ...new Set(cellsOf(table).flatMap((cell) => (cell.kind === "mark" && cell.reason ? [cell.reason] : []))),
  ];
}

/** Marks and reasons in one line; empty when the table has none. */
export function legendText(table: Table, words: Words): string {
  const entries = legendEntries(table, words).map(([mark, meaning]) => `${mark} ${meaning}`);
  return entries.length === 0 ? "" : [...entries, ...legendReasons(table)].join(" · ");
}

const cellsOf = (table: Table): readonly Cell[] => table.body.flatMap(({ cells }) => cells);
