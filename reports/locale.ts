import { dayMonthYear } from "../models/text/dayMonthYear.ts";

export type Language = "vi" | "en";

/** How numbers, dates and the order of names are written in one language. Rounding is for print only. */
export interface Locale {
  readonly language: Language;
  readonly number: (value: number, digits: number) => string;
  readonly signed: (value: number, digits: number) => string;
  /** A decimal that arrived as exact text ("89.95"): only its separator changes, never a digit. */
  readonly decimal: (text: string) => string;
  /** An ISO date (2024-04-17) as it is written on paper. */
  readonly date: (iso: string) => string;
  readonly compare: (a: string, b: string) => number;
  /** d3-format's description of the same numbers, for axes. */
  readonly chart: { readonly decimal: string; readonly thousands: string };
}

const MINUS = "−";

function defineLocale(language: Language, tag: string, chart: Locale["chart"], date: Locale["date"]): Locale {
  const formats = [0, 1, 2, 3, 4].map(
    (digits) =>
      new Intl.NumberFormat(tag, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: "negative",
      }),
  );
  const collator = new Intl.Collator(tag, { numeric: true });
  const number = (value: number, digits: number): string =>
    (formats[digits] as Intl.NumberFormat).format(value).replace("-", MINUS);
  return {
    language,
    number,
    signed: (value, digits) => {
      const text = number(value, digits);
      return text.startsWith(MINUS) || /^[0.,]*$/.test(text) ? text : `+${text}`;
    },
    decimal: (text) => text.replace("-", MINUS).replace(".", chart.decimal),
    date,
    compare: (a, b) => collator.compare(a, b),
    chart,
  };
}

const locales: Readonly<Record<Language, Locale>> = {
  vi: defineLocale("vi", "vi-VN", { decimal: ",", thousands: "." }, dayMonthYear),
  en: defineLocale("en", "en-GB", { decimal: ".", thousands: "," }, dayMonthYear),
};

export function localeOf(language: Language): Locale {
  return locales[language];
}
