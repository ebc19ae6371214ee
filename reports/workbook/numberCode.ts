import type { NumberFormat } from "../blocks.ts";
import type { Language } from "../locale.ts";
import { digitsOf, leastProbability } from "../numberDigits.ts";

/** The language of a format, so that its decimal mark does not follow the reader's machine where the program heeds it. */
const locales: Readonly<Record<Language, string>> = { vi: "[$-42A]", en: "[$-809]" };

/** A workbook's format code of a number of ours, with the digits that the pages print. */
export function numberCode(format: NumberFormat, value: number, language: Language): string {
  if (format === "year") return "0";
  const digits = fixedCode(digitsOf(format, value));
  const plain = `${locales[language]}${digits}`;
  if (format === "probability") {
    const least = language === "vi" ? "0,001" : "0.001";
    return `[<${leastProbability / 2}]"< ${least}";${plain}`;
  }
  const isSigned = format === "difference" || format === "signed_count";
  return isSigned ? `${locales[language]}+${digits};${locales[language]}-${digits};${plain}` : plain;
}

/** The format code of an exact decimal text: it keeps its own digits. */
export function decimalCode(text: string, language: Language): string {
  return `${locales[language]}${fixedCode(text.split(".")[1]?.length ?? 0)}`;
}

function fixedCode(digits: number): string {
  return digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
}
