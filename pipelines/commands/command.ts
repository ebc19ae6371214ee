import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { attempt } from "../attempt.ts";
import { openProject, type Project } from "../project.ts";
import type { Run } from "../run.ts";
import type { Terminal } from "../terminal.ts";

/** The options that every command knows. */
export interface GlobalOptions {
  readonly project?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The project that a command works on. */
export function projectOf(command: Command): Project {
  return openProject(command.optsWithGlobals<GlobalOptions>().project ?? process.cwd());
}

/** Refuses a round that is no year, before anything is read. */
export function checkYear(round: string): string {
  if (!/^\d{4}$/.test(round)) throw new UsageError(`A round is named by its year; "${round}" is none.`);
  return round;
}

/** Prints an answer: as JSON when asked for, else the lines. */
export function answer(command: Command, terminal: Terminal, value: unknown, lines: readonly string[]): void {
  if (command.optsWithGlobals<GlobalOptions>().json) terminal.out(JSON.stringify(value, null, 2));
  else for (const line of lines) terminal.out(line);
}

/** Does work as a run: one lock, one record, whatever happens. Its warnings go to whoever ran the command. */
export async function asRun<T extends Record<string, unknown>>(
  command: Command,
  terminal: Terminal,
  work: (run: Run) => Promise<T>,
  project: Project = projectOf(command),
): Promise<T> {
  const quiet = command.optsWithGlobals<GlobalOptions>().quiet ?? false;
  const scheduledFor = process.env["THUOCDO_SCHEDULED_FOR"];
  return attempt(project, command.name(), { quiet, scheduledFor }, async (run) => {
    try {
      return await work(run);
    } finally {
      for (const warning of run.record.warnings) terminal.err(`thuocdo: warning: ${warning}`);
    }
  });
}
