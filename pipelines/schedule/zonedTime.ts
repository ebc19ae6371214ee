/** Whether this machine knows a zone by that name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The clock on the wall in a zone: "2023-04-19 08:00:00". */
export function wallClock(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).format(instant);
}

/**
 * The instant at which the clock on the wall of a zone shows a date (YYYY-MM-DD) and a time (HH:MM or HH:MM:SS): the
 * first one where clocks go back over it, and as long after the change where they go forward over it. The machine's own
 * zone plays no part.
 */
export function toInstant(date: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${date}T${time}Z`);
  const before = new Date(wanted - offsetAt(wanted - 86_400_000, zone));
  const after = new Date(wanted - offsetAt(wanted + 86_400_000, zone));
  return !shows(before, wanted, zone) && shows(after, wanted, zone) ? after : before;
}

/** Milliseconds that a zone's clock is ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  return asUtc(wallClock(new Date(instant), zone)) - instant;
}

function shows(instant: Date, wanted: number, zone: string): boolean {
  return asUtc(wallClock(instant, zone)) === wanted;
}

function asUtc(clock: string): number {
  return Date.parse(`${clock.replace(" ", "T")}Z`);
}
