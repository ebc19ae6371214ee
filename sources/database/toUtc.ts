/** How far a zone is ahead of UTC at a local hour ("2022-12-05 03"), in seconds. */
export function offsetAt(localHour: string, zone: string): number {
  const asIfUtc = Date.parse(`${localHour.replace(" ", "T")}:00:00Z`);
  const guess = offsetOf(asIfUtc, zone);
  return offsetOf(asIfUtc - guess * 1000, zone);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetOf(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const local = Date.UTC(
    parts["year"]!,
    parts["month"]! - 1,
    parts["day"]!,
    parts["hour"]! % 24,
    parts["minute"]!,
    parts["second"]!,
  );
  return (local - instant) / 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const number = "2-digit";
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
  });
  formatters.set(zone, made);
  return made;
}
