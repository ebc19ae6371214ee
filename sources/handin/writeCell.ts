import type { Writing } from "./toValue.ts";

const secondsADay = 86_400;

/** What a spreadsheet counts days from: the day before 1900 that makes its dates since March 1900 right, or 1904. */
const dayZero = { false: Date.UTC(1899, 11, 30), true: Date.UTC(1904, 0, 1) } as const;

/**
 * A date cell as its file would write it: spreadsheets keep days since 1900, and the time as their fraction.
 *
 * @example writeSerialDate("44900.3125", "dd/mm/yyyy", false) // "05/12/2022 07:30:00"
 */
export function writeSerialDate(serial: string, dates: Writing["dates"], isFrom1904: boolean): string {
  const seconds = Math.round(Number(serial) * secondsADay);
  const date = new Date(dayZero[`${isFrom1904}`] + seconds * 1000);
  if (Number.isNaN(date.getTime())) return serial;
  const [day = "", time = ""] = date.toISOString().slice(0, 19).split("T");
  const written = dates === "dd/mm/yyyy" ? day.split("-").reverse().join("/") : day;
  return seconds % secondsADay === 0 ? written : `${written} ${time}`;
}

const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 15, useGrouping: false });

/**
 * A number cell with the digits that its author typed: spreadsheets store 14.1 as the nearest binary number and show 15 digits.
 *
 * @example writeNumber("3.3299999999999996E-2", ",") // "0,0333"
 */
export function writeNumber(stored: string, decimal: Writing["decimal"]): string {
  const value = Number(stored);
  return Number.isFinite(value) ? digits.format(value).replace(".", decimal) : stored;
}
