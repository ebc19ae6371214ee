import type { RunRecord } from "../runRecords.ts";
import { type Calendar, type Duty, duties, nextDay } from "./calendar.ts";
import { toInstant, wallClock } from "./zonedTime.ts";

/** One time at which something is to be done for a round. */
export interface Due {
  readonly at: Date;
  readonly round: string;
  readonly duty: Duty;
}

/** Every time after `from` and not after `until`, in order. */
export function dueTimes(calendar: Calendar, from: Date, until: Date): Due[] {
  const found: Due[] = [];
  for (const [round, campaign] of Object.entries(calendar.rounds)) {
    for (const { duty, days } of duties) {
      const time = calendar.times[duty];
      if (time === undefined) continue;
      const [first, last] = days(campaign);
      for (let date = first; date <= last; date = nextDay(date)) {
        const at = toInstant(date, time, calendar.zone);
        if (at > from && at <= until) found.push({ at, round, duty });
      }
    }
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.round < b.round ? -1 : 1));
}

const endOfTime = new Date("9999-12-31T00:00:00Z");

/** The next so many times after `now`. */
export function nextTimes(calendar: Calendar, now: Date, count: number): Due[] {
  return dueTimes(calendar, now, endOfTime).slice(0, count);
}

/** A publication builds and collects on its way, a build and a refresh of the monitor collect: these answer for the others. */
const answersFor: Readonly<Record<string, readonly string[]>> = {
  collect: ["collect"],
  monitor: ["monitor", "collect"],
  build: ["build", "collect"],
  publish: ["publish", "build", "collect"],
};

/** Whether one command does all that another does, and perhaps more. */
export function doesAsMuch(command: string, asCommand: string): boolean {
  return answersFor[command]?.includes(asCommand) ?? false;
}

/**
 * The one thing to do now for every time that has come and was not answered: of several the one that does most, for
 * its newest time. An attempt answers a time when it began at it or later and came to work, however it ended; a refused
 * one (another run held the lock) does not.
 */
export function unanswered(calendar: Calendar, records: readonly RunRecord[], now: Date): Due | null {
  const from = new Date(now.getTime() - calendar.catch_up_days * 86_400_000 - 1);
  const open = dueTimes(calendar, from, now).filter(
    (due) => !records.some((record) => isAnswer(record, due)),
  );
  return open.reduce<Due | null>(
    (best, due) => (best && !doesAsMuch(due.duty, best.duty) ? best : due),
    null,
  );
}

function isAnswer(record: RunRecord, due: Due): boolean {
  if (!doesAsMuch(record.command, due.duty) || record.status === "refused") return false;
  const began = Math.max(
    Date.parse(record.started_at),
    Date.parse(record.scheduled_for ?? record.started_at),
  );
  return began >= due.at.getTime();
}

/** "2023-04-19 08:00 Asia/Ho_Chi_Minh: publish (round 2022)" */
export function describeDue({ at, round, duty }: Due, zone: string): string {
  return `${wallClock(at, zone)} ${zone}: ${duty} (round ${round})`;
}
