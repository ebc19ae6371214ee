import type { Table } from "./blocks.ts";
import type { Words } from "./messages/words.ts";

/** The places of the rows that paper holds, and what stands there for a caption; without rows the words stand alone. */
export interface RowsOnPaper {
  readonly rows: readonly number[];
  readonly caption: string;
}

/** How a table that is too long for paper is cut; null: nothing is left out, or its rows are run in. */
export function rowsOnPaper({ onPaper, body, caption }: Table, words: Words): RowsOnPaper | null {
  if (onPaper === undefined || onPaper.kind === "entries") return null;
  const n = body.length;
  const all = [...body.keys()];
  const rows =
    onPaper.kind === "first" ? all.slice(0, onPaper.rows) : all.filter((at) => body[at]?.isStrong === true);
  if (rows.length === n) return null;
  if (rows.length === 0) return { rows, caption: words.say("table.off_paper", { caption, n }) };
  return onPaper.kind === "first"
    ? { rows, caption: words.say("table.on_paper", { caption, rows: rows.length, n }) }
    : { rows, caption: words.say("table.totals_on_paper", { caption, n }) };
}
