import { schedule as tick } from "node-cron";
import type { RunRecord } from "../runRecords.ts";
import type { Calendar } from "./calendar.ts";
import { type Due, describeDue, doesAsMuch, dueTimes, nextTimes, unanswered } from "./dueTimes.ts";
import { wallClock } from "./zonedTime.ts";

/** What a scheduler needs of the world. */
export interface ScheduleWorld {
  readonly calendar: Calendar;
  readonly now: () => Date;
  readonly records: () => Promise<readonly RunRecord[]>;
  /** Does the work in a process of its own; resolves with its exit code when it has ended. */
  readonly work: (due: Due) => Promise<number>;
  readonly skip: (due: Due, why: string) => Promise<void>;
  readonly say: (line: string) => void;
}

export interface Scheduler {
  /** Answers the time that has come, if any: once, however many were missed. */
  readonly answer: () => Promise<number | null>;
  /** Says what is coming. */
  readonly announce: () => void;
}

/** One thing at a time: a time that comes while a run still goes on is skipped, and that is recorded. */
export function newScheduler(world: ScheduleWorld): Scheduler {
  const { calendar, say } = world;
  let busyWith: Due | null = null;
  let lookedAt = new Date(0);

  const announce = () => {
    const next = nextTimes(calendar, world.now(), 1)[0];
    const open = openCampaigns(calendar, world.now());
    say(open.length > 0 ? `Open: round ${open.join(", ")}.` : "No campaign is open; there is nothing to do.");
    say(next ? `Next: ${describeDue(next, calendar.zone)}.` : "No time is left in the calendar.");
  };

  /** What came meanwhile and does no more than what goes on is skipped; what does more waits for its end. */
  const skipOverrun = async (doing: Due) => {
    const now = world.now();
    const come = dueTimes(calendar, lookedAt, now).filter((due) => doesAsMuch(doing.duty, due.duty));
    lookedAt = now;
    for (const due of come) {
      await world.skip(due, `The ${doing.duty} of ${describeDue(doing, calendar.zone)} was still going on.`);
      say(`Skipped: ${describeDue(due, calendar.zone)}; the ${doing.duty} before it is still going on.`);
    }
  };

  const answer = async () => {
    if (busyWith) {
      await skipOverrun(busyWith);
      return null;
    }
    const due = unanswered(calendar, await world.records(), world.now());
    if (due === null || busyWith) return null;
    busyWith = due;
    lookedAt = world.now();
    try {
      say(`Now: ${describeDue(due, calendar.zone)}.`);
      const exitCode = await world.work(due);
      await skipOverrun(due);
      say(`Ended with ${exitCode}: ${describeDue(due, calendar.zone)}.`);
      return exitCode;
    } finally {
      busyWith = null;
    }
  };
  return { answer, announce };
}

function openCampaigns(calendar: Calendar, now: Date): string[] {
  const today = wallClock(now, calendar.zone).slice(0, 10);
  return Object.entries(calendar.rounds)
    .filter(([, { opening, publish }]) => opening <= today && today <= publish)
    .map(([round]) => round);
}

/** How often the records are looked through, whatever the clock does: a machine that slept wakes to this. */
const lookEvery = 60_000;

/** Wakes the scheduler at its hours and now and then; returns what stops the waking. */
export function keepAwake({ calendar, say }: ScheduleWorld, scheduler: Scheduler): () => Promise<void> {
  const wake = () => void scheduler.answer().catch((error: Error) => say(`It failed: ${error.message}`));
  const hours = [...new Set(Object.values(calendar.times).filter((time) => time !== undefined))];
  const tasks = hours.map((hour) => {
    const [h, m, s = "0"] = hour.split(":").map((part) => String(Number(part)));
    const task = tick(`${s} ${m} ${h} * * *`, wake, {
      timezone: calendar.zone,
      name: hour,
      suppressMissedWarning: true,
    });
    task.on("execution:missed", wake);
    return task;
  });
  const timer = setInterval(wake, lookEvery);
  return async () => {
    clearInterval(timer);
    for (const task of tasks) await task.destroy();
  };
}
