import { rm } from "node:fs/promises";
import { KnownError, LockedError } from "../models/errors.ts";
import { sendAlert } from "./alert.ts";
import { checkFreeDisk } from "./freeDisk.ts";
import { Interrupted, onInterrupt } from "./interrupt.ts";
import { withLock } from "./lock.ts";
import type { Project } from "./project.ts";
import { recover } from "./recover.ts";
import { type Run, type RunOptions, startRun, temporaryFolder, writeRunRecord } from "./run.ts";

/**
 * Does work as a run: one lock, one record, what an earlier run left behind put in order first, and whatever happens
 * said in the record and to whoever is to be alerted.
 */
export async function attempt<T extends Record<string, unknown>>(
  project: Project,
  command: string,
  options: RunOptions,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const run = await startRun(project, command, options);
  const stopListening = onInterrupt(run.stop, (exitCode) => leaveAnyway(run, exitCode));
  const { id, startedAt: since } = run;
  try {
    return await withLock(
      project.varPath("lock"),
      { run: id, command, since, onLost: run.stop },
      async (lease) => {
        run.record.lease = lease;
        return await underLock(run, work);
      },
    );
  } catch (error) {
    if (run.record.lease === undefined) await end(run, error); // it never came to work
    throw run.signal.aborted ? run.signal.reason : error;
  } finally {
    stopListening();
  }
}

async function underLock<T extends Record<string, unknown>>(
  run: Run,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  try {
    await writeRunRecord(run, { status: "running" });
    const takenOver = run.record.lease?.takenOver;
    if (takenOver) run.warn(`The lock was taken over from ${takenOver}.`);
    await recover(run);
    await checkFreeDisk(run.project);
    const result = await work(run);
    run.signal.throwIfAborted();
    await writeRunRecord(run, { status: "done", result, exit_code: 0 });
    await sendAlert(run, { status: "done", exitCode: 0 });
    return result;
  } catch (error) {
    await end(run, run.signal.aborted ? run.signal.reason : error);
    throw error;
  } finally {
    await rm(temporaryFolder(run), { recursive: true, force: true }).catch(() => {}); // else the next run does it
  }
}

/** Keeps the end of a run that did not succeed; the first error is the one to report, so nothing here throws. */
async function end(run: Run, error: unknown): Promise<void> {
  const status = statusOf(error, run);
  await writeRunRecord(run, { status, error }).catch(() => {});
  const exitCode = error instanceof KnownError ? error.exitCode : 1;
  await sendAlert(run, { status, exitCode, errorKind: error instanceof Error ? error.name : "Error" });
}

function statusOf(error: unknown, run: Run): "cancelled" | "refused" | "failed" {
  if (error instanceof Interrupted) return "cancelled";
  return error instanceof LockedError && run.record.lease === undefined ? "refused" : "failed";
}

/** The work did not heed the signal in time. The lock goes with the process: its number is no longer alive. */
function leaveAnyway(run: Run, exitCode: number): void {
  void writeRunRecord(run, { status: "cancelled", exit_code: exitCode, error: run.signal.reason })
    .catch(() => {})
    .finally(() => process.exit(exitCode));
}
