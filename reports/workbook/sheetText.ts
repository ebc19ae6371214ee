import { cleanText } from "../html/escape.ts";

/** A program would read `_x0041_` as a letter's number, and a text longer than a cell may hold would spoil the file. */
export function toText(text: string): string {
  const clean = cleanText(text).replace(/\r\n?/g, "\n");
  const whole = clean.length > longestText ? `${[...clean].slice(0, longestText / 2).join("")}…` : clean;
  return whole.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

const longestText = 30_000;
