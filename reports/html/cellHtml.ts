import type { Cell, NumberFormat } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { escapeText } from "./escape.ts";

const digits: Readonly<Record<Exclude<NumberFormat, "difference" | "year">, number>> = {
  percent: 2,
  share: 1,
  count: 0,
  points: 2,
  factor: 3,
  ratio: 2,
};

export function cellHtml(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case "text":
      return escapeText(cell.text);
    case "link":
      return `<a href="${escapeText(cell.href)}" rel="noreferrer">${escapeText(cell.text)}</a>`;
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
  if (format === "year") return String(value);
  return format === "difference" ? locale.signed(value, 2) : locale.number(value, digits[format]);
}
