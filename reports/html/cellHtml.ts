import type { Cell } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import type { Words } from "../messages/words.ts";
import { escapeText } from "./escape.ts";

export function cellHtml(cell: Cell, words: Words): string {
  const text = escapeText(cellText(cell, words));
  if (cell.kind === "link") return `<a href="${escapeText(cell.href)}" rel="noreferrer">${text}</a>`;
  if (cell.kind === "mark")
    return `<abbr title="${escapeText(cell.reason ?? words.say(`mark.${cell.mark}`))}">${text}</abbr>`;
  return text;
}
