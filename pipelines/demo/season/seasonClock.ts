import { seasonShape } from "./seasonShape.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Vietnam is seven hours ahead of UTC and has no summer time. */
const vietnam = 7 * 60 * minute;

/** Milliseconds UTC of a time in Vietnam, so many days after the opening. */
export function momentOf(dayNumber: number, hour: number, minutes = 0): number {
  return Date.parse(seasonShape.opens) - vietnam + dayNumber * day + hour * 60 * minute + minutes * minute;
}

/** The date of a day of the season: day 0 is the opening. */
export function dateOf(dayNumber: number): string {
  return new Date(Date.parse(seasonShape.opens) + dayNumber * day).toISOString().slice(0, 10);
}

export function isWeekend(dayNumber: number): boolean {
  const weekday = new Date(Date.parse(seasonShape.opens) + dayNumber * day).getUTCDay();
  return weekday === 0 || weekday === 6;
}
