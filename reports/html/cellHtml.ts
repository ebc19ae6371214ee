import type { Cell, NumberFormat } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { escapeText } from "./escape.ts";

const digits: Readonly<Record<Exclude<NumberFormat, "difference" | "df" | "signed_count" | "year">, number>> =
  {
    percent: 2,
    share: 1,
    count: 0,
    points: 2,
    residual: 3,
    ratio: 2,
  };

export function cellHtml(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case "text":
      return escapeText(cell.text);
    case "link":
      return `<a href="${escapeText(cell.href)}" rel="noreferrer">${escapeText(cell.text)}</a>`;
    case "links":
      return cell.links
        .map(({ href, text }) => `<a href="${escapeText(href)}">${escapeText(text)}</a>`)
        .join(", ");
    case "decimal":
      return escapeText(words.locale.decimal(cell.text));
    case "number":
      return escapeText(numberText(cell.value, cell.format, words));
    case "interval":
      return escapeText(`${words.locale.number(cell.low, 2)} – ${words.locale.number(cell.high, 2)}`);
    case "mark": {
      const meaning = cell.reason ?? words.say(`mark.${cell.mark}`);
      return `<abbr title="${escapeText(meaning)}">[${cell.mark}]</abbr>`;
    }
  }
}

function numberText(value: number, format: NumberFormat, { locale }: Words): string {
  switch (format) {
    case "df": // whole for direct estimates, broken after Satterthwaite
      return locale.number(value, Number.isInteger(value) ? 0 : 1);
    case "year":
      return String(value);
    case "difference":
      return locale.signed(value, 2);
    case "signed_count":
      return locale.signed(value, 0);
    default:
      return locale.number(value, digits[format]);
  }
}
