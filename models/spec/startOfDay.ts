/** The day's first moment in Viet Nam (UTC+7 all year), as a UTC timestamp. */
export function startOfDay(date: string, daysLater = 0): string {
  const instant = new Date(Date.parse(`${date}T00:00:00+07:00`) + daysLater * 86_400_000);
  return instant.toISOString().slice(0, 19).replace("T", " ");
}
