import type { Cell } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import type { Words } from "../messages/words.ts";
import { escapeText } from "./escape.ts";

export function cellHtml(cell: Cell, words: Words): string {
  const text = escapeText(cellText(cell, words));
  switch (cell.kind) {
    case "link":
      return `<a href="${escapeText(cell.href)}" rel="noreferrer">${text}</a>`;
    case "places":
      return cell.places
        .map(({ id, text: name }) => `<a href="#${escapeText(id)}">${escapeText(name)}</a>`)
        .join(", ");
    case "mark": {
      const meaning = cell.reason ?? words.say(`mark.${cell.mark}`);
      return `<abbr title="${escapeText(meaning)}">${text}</abbr>`;
    }
    default:
      return text;
  }
}
