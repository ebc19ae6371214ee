import type { Cell, Table } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import { legendEntries, legendReasons } from "../legendText.ts";
import type { Words } from "../messages/words.ts";
import { cellHtml } from "./cellHtml.ts";
import { escapeText } from "./escape.ts";

/** A table that reads aloud: caption, column heads, row heads; and under it what its marks mean. */
export function tableHtml(table: Table, words: Words): string {
  const caption = escapeText(table.caption);
  const mark =
    table.provenance === "illustrative"
      ? ` <span class="mark">${escapeText(words.say("provenance.mark"))}</span>`
      : "";
  const head = table.columns.map(
    ({ header, align }) => `<th scope="col" class="${align}">${escapeText(header)}</th>`,
  );
  const body = table.body.map(({ cells, isStrong, id, trial }) => {
    const written = cells.map((cell, position) => {
      const column = table.columns[position] as Table["columns"][number];
      const text = cellHtml(cell, words);
      return column.isRowHeader
        ? `<th scope="row" class="${column.align}${cellText(cell, words).length > 32 ? " named" : ""}">${text}</th>`
        : `<td class="${column.align}${isLong(cell, words) ? " long" : ""}">${text}</td>`;
    });
    const place = id === undefined ? "" : ` id="${escapeText(id)}"`;
    const points =
      trial === undefined
        ? ""
        : ` data-points="${escapeText(trial.points)}" data-max="${escapeText(trial.max)}"`;
    return `<tr${place}${points}${isStrong ? ' class="strong"' : ""}>${written.join("")}</tr>`;
  });
  const tryOut = table.tryOut === undefined ? "" : ` data-try="${escapeText(JSON.stringify(table.tryOut))}"`;
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${caption}">`,
    `<table${table.columns.length > 9 ? ' class="wide"' : ""}${tryOut}><caption><span class="caption">${caption}${mark}</span></caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody></table></div>`,
    legend(table, words),
  ].join("\n");
}

/** A text of some sentences wants room beside figures, also on a telephone. */
const isLong = (cell: Cell, words: Words): boolean => cellText(cell, words).length > 60;

function legend(table: Table, words: Words): string {
  const meanings = legendEntries(table, words).map(
    ([mark, meaning]) => `<b>${mark}</b> ${escapeText(meaning)}`,
  );
  if (meanings.length === 0) return "";
  return `<p class="legend">${[...meanings, ...legendReasons(table).map(escapeText)].join(" · ")}</p>`;
}
