import type { Cell, Table } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import { legendEntries, legendReasons } from "../legendText.ts";
import type { Words } from "../messages/words.ts";
import { rowsOnPaper } from "../rowsOnPaper.ts";
import { cellHtml } from "./cellHtml.ts";
import { escapeText } from "./escape.ts";

/** A table that reads aloud: caption, column heads, row heads; and under it what its marks mean. */
export function tableHtml(table: Table, words: Words): string {
  const caption = escapeText(table.caption);
  const paper = rowsOnPaper(table, words);
  const printed = new Set(paper?.rows);
  const named =
    paper === null
      ? caption
      : `<span class="screen">${caption}</span><span class="paper">${escapeText(paper.caption)}</span>`;
  const mark =
    table.provenance === "illustrative"
      ? ` <span class="mark">${escapeText(words.say("provenance.mark"))}</span>`
      : "";
  const head = table.columns.map(
    ({ header, align }) =>
      `<th scope="col" class="${align}${header.length > 20 ? " named" : ""}">${escapeText(header)}</th>`,
  );
  const body = table.body.map(({ cells, isStrong, id, trial }, at) => {
    const written = cells.map((cell, position) => {
      const column = table.columns[position] as Table["columns"][number];
      const text = cellHtml(cell, words);
      return column.isRowHeader
        ? `<th scope="row" class="${column.align}${cellText(cell, words).length > 32 ? " named" : ""}">${text}</th>`
        : `<td class="${column.align}${lengthClass(cell, words)}">${text}</td>`;
    });
    const place = id === undefined ? "" : ` id="${escapeText(id)}"`;
    const points =
      trial === undefined
        ? ""
        : ` data-points="${escapeText(trial.points)}" data-max="${escapeText(trial.max)}"`;
    const classes = [
      ...(isStrong ? ["strong"] : []),
      ...(paper !== null && !printed.has(at) ? ["screen"] : []),
      ...(paper !== null && at === paper.rows.at(-1) ? ["last"] : []),
    ];
    return `<tr${place}${points}${classAttribute(classes)}>${written.join("")}</tr>`;
  });
  const tryOut = table.tryOut === undefined ? "" : ` data-try="${escapeText(JSON.stringify(table.tryOut))}"`;
  const isBroad = table.columns.length > 3;
  const classes = [...(isBroad ? ["broad"] : []), ...(table.columns.length > 9 ? ["wide"] : [])];
  return [
    `<div class="scroll${table.body.length <= rowsKeptWhole ? " whole" : ""}" tabindex="0" role="region" aria-label="${caption}">${isBroad ? scrollHint(words) : ""}`,
    `<table${classAttribute(classes)}${tryOut}><caption><span class="caption">${named}${mark}</span></caption>`,
    `<thead${paper?.rows.length === 0 ? ' class="screen"' : ""}><tr>${head.join("")}</tr></thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody></table></div>`,
    legend(table, words),
  ].join("\n");
}

/** What a narrow screen says above that which is wider than it. */
export function scrollHint(words: Words): string {
  return `<p class="hint" aria-hidden="true">${escapeText(words.say("page.scroll"))}</p>`;
}

/** A table of so few rows stands on one sheet of paper. */
const rowsKeptWhole = 14;

function classAttribute(classes: readonly string[]): string {
  return classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
}

/** A text of some sentences wants room beside figures, also on a telephone; one that is a paragraph wants most of it. */
function lengthClass(cell: Cell, words: Words): string {
  const { length } = cellText(cell, words);
  return length > 150 ? " long longest" : length > 60 ? " long" : "";
}

function legend(table: Table, words: Words): string {
  const meanings = legendEntries(table, words).map(
    ([mark, meaning]) => `<b>${mark}</b> ${escapeText(meaning)}`,
  );
  if (meanings.length === 0) return "";
  return `<p class="legend">${[...meanings, ...legendReasons(table).map(escapeText)].join(" · ")}</p>`;
}
