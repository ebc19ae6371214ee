import type { Cell, NumberFormat } from "./blocks.ts";
import type { Words } from "./messages/words.ts";

/** Decimals in print; formats that are written by another rule have none here. */
const digits: Readonly<Record<Exclude<NumberFormat, "difference" | "df" | "signed_count" | "year">, number>> =
  {
    percent: 2,
    share: 1,
    count: 0,
    points: 2,
    residual: 3,
    ratio: 2,
  };

/** A cell as it is printed, in every format that prints text: the same figure reads the same on a page and on paper. */
export function cellText(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case "text":
    case "link":
      return cell.text;
    case "decimal":
      return words.locale.decimal(cell.text);
    case "number":
      return numberText(cell.value, cell.format, words);
    case "interval":
      return `${words.locale.number(cell.low, 2)} – ${words.locale.number(cell.high, 2)}`;
    case "mark":
      return `[${cell.mark}]`;
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
