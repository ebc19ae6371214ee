import type { Command } from "commander";
import { type Issue, SpecError } from "../../models/errors.ts";
import { onInterrupt } from "../interrupt.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import { readRunRecords } from "../runRecords.ts";
import type { Calendar } from "../schedule/calendar.ts";
import { type Child, startChild, WorkFailed } from "../schedule/child.ts";
import { describeDue, nextTimes } from "../schedule/dueTimes.ts";
import { recordSkip } from "../schedule/recordSkip.ts";
import { keepAwake, newScheduler } from "../schedule/scheduler.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addSchedule(program: Command, terminal: Terminal): void {
  program
    .command("schedule")
    .description("do by itself what the campaign calendar in thuocdo.yaml says, until it is stopped")
    .option("--once", "answer the time that has come, if any, and end: for the system's own cron")
    .option("--dry-run", "show the next ten times and do nothing")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo schedule --dry-run\nSee docs/operations.md for a systemd unit.",
    )
    .action(async (options: { once?: boolean; dryRun?: boolean }, command: Command) => {
      const project = projectOf(command);
      const calendar = await readCalendar(project);
      if (options.dryRun) showNext(command, terminal, calendar);
      else await keepSchedule(project, calendar, terminal, options.once ?? false);
    });
}

/** The calendar of thuocdo.yaml; its days of fieldwork must be those of the round, which decide what is late. */
async function readCalendar(project: Project): Promise<Calendar> {
  const calendar = project.config.schedule;
  if (calendar === undefined) {
    throw new SpecError([
      {
        file: "thuocdo.yaml",
        path: "schedule",
        message: "there is no schedule; docs/operations.md shows one",
      },
    ]);
  }
  const { spec } = await readModels(project);
  const issues = Object.entries(calendar.rounds).flatMap(([code, { opening, closing }]): Issue[] => {
    const at = (path: string, message: string) => ({
      file: "thuocdo.yaml",
      path: `schedule.rounds.${path}`,
      message,
    });
    const round = spec.rounds.find((candidate) => candidate.round.round === code)?.round;
    if (round === undefined) return [at(code, `there is no models/rounds/${code}`)];
    const fieldwork = round.indices.sipas?.fieldwork;
    if (fieldwork === undefined || (fieldwork.opens === opening && fieldwork.closes === closing)) return [];
    const days = `${fieldwork.opens} to ${fieldwork.closes}`;
    return [
      at(`${code}.opening`, `is not the fieldwork of models/rounds/${code}/round.yaml, which is ${days}`),
    ];
  });
  if (issues.length > 0) throw new SpecError(issues);
  return calendar;
}

function showNext(command: Command, terminal: Terminal, calendar: Calendar): void {
  const next = nextTimes(calendar, new Date(), 10);
  const lines = next.map((due) => describeDue(due, calendar.zone));
  answer(
    command,
    terminal,
    next.map(({ at, round, duty }) => ({ at: at.toISOString(), round, command: duty })),
    lines.length > 0 ? lines : ["No time is left in the calendar: nothing will be done."],
  );
}

/** How long a stop may take, the child's own order included; milliseconds. */
const patience = 10_000;

async function keepSchedule(
  project: Project,
  calendar: Calendar,
  terminal: Terminal,
  once: boolean,
): Promise<void> {
  let child: Child | null = null;
  const world = {
    calendar,
    now: () => new Date(),
    records: () => readRunRecords(project),
    work: (due: Parameters<typeof startChild>[1]) => {
      child = startChild(project, due);
      return child.ended;
    },
    skip: (due: Parameters<typeof startChild>[1], why: string) => recordSkip(project, due, new Date(), why),
    say: (line: string) => terminal.out(line),
  };
  const scheduler = newScheduler(world);
  scheduler.announce();
  const { signal, abort } = newStop(() => (child as Child | null)?.stop());
  const stopListening = onInterrupt(abort, (exitCode) => process.exit(exitCode), patience);
  try {
    if (once) {
      const exitCode = await scheduler.answer();
      signal.throwIfAborted();
      if (exitCode) throw new WorkFailed(exitCode);
      return;
    }
    const sleep = keepAwake(world, scheduler);
    void scheduler.answer();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    await sleep();
    await (child as Child | null)?.ended;
    signal.throwIfAborted();
  } finally {
    stopListening();
  }
}

function newStop(onStop: () => void) {
  const controller = new AbortController();
  controller.signal.addEventListener("abort", onStop);
  return { signal: controller.signal, abort: (reason: Error) => controller.abort(reason) };
}
