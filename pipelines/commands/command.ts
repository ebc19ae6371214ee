import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import { withLock } from "../lock.ts";
import { openProject, type Project } from "../project.ts";
import { type Run, startRun, writeRunRecord } from "../run.ts";
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

/** Prints an answer: as JSON when asked for, else the lines. */
export function answer(command: Command, terminal: Terminal, value: unknown, lines: readonly string[]): void {
  if (command.optsWithGlobals<GlobalOptions>().json) terminal.out(JSON.stringify(value, null, 2));
  else for (const line of lines) terminal.out(line);
}

/** Does work as a run: one lock, one record, whatever happens. */
export async function asRun<T extends Record<string, unknown>>(
  command: Command,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const project = projectOf(command);
  const run = startRun(project, command.name(), {
    quiet: command.optsWithGlobals<GlobalOptions>().quiet ?? false,
  });
  return withLock(run, async () => {
    const stop = cancelOnSignal(run);
    await writeRunRecord(run, { status: "running" });
    try {
      const result = await work(run);
      await writeRunRecord(run, { status: "done", result, exit_code: 0 });
      return result;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      await writeRunRecord(run, {
        status: "failed",
        error: message,
        exit_code: error instanceof KnownError ? error.exitCode : 1,
      }).catch(() => {}); // the first error is the one to report
      throw error;
    } finally {
      stop();
    }
  });
}

const signalExit = { SIGINT: 130, SIGTERM: 143 } as const;

/** A signal ends the run at once: its record says so, and the lock goes with the process. */
function cancelOnSignal(run: Run): () => void {
  const listeners = Object.entries(signalExit).map(([signal, exitCode]) => {
    const listener = () => {
      void writeRunRecord(run, { status: "cancelled", exit_code: exitCode }).finally(() =>
        run.leave(exitCode),
      );
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}
