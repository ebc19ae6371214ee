import type { Cell, NumberFormat } from "./blocks.ts";
import type { Words } from "./messages/words.ts";
import { digitsOf, leastProbability } from "./numberDigits.ts";

/** A cell as it is printed, in every format that prints text: the same figure reads the same on a page and on paper. */
export function cellText(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case "text":
    case "link":
      return cell.text;
    case "places":
      return cell.places.map(({ text }) => text).join(", ");
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
  if (format === "year") return String(value);
  if (format === "probability" && value < leastProbability / 2)
    return `< ${locale.number(leastProbability, 3)}`;
  const isSigned = format === "difference" || format === "signed_count";
  return locale[isSigned ? "signed" : "number"](value, digitsOf(format, value));
}
