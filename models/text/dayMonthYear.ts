/**
 * An ISO date as it is written on paper.
 *
 * @example dayMonthYear("2024-04-17") // "17/04/2024"
 */
export function dayMonthYear(date: string): string {
  return date.split("-").reverse().join("/");
}
