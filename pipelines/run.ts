import { hostname } from "node:os";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { version as duckdbVersion } from "@duckdb/node-api";
import type { Logger } from "pino";
import { KnownError } from "../models/errors.ts";
import { codeHash } from "./codeHash.ts";
import { asStorageError, makeFolder, writeAtomically } from "./files.ts";
import type { Lease } from "./lock.ts";
import { openLog } from "./log.ts";
import { codeVersion } from "./packageRoot.ts";
import { newProgress, type Progress } from "./progress.ts";
import type { Project } from "./project.ts";
import { redact, redactText } from "./redact.ts";
import { newRunId, type PhaseRecord, type RunRecord } from "./runRecords.ts";

/** What the world gives one execution: time, log, progress, limits, the lock. Tests pass a silent, fixed one. */
export interface Run {
  readonly id: string;
  readonly command: string;
  /** The clock, read once. Never printed in an output that must have the same bytes. */
  readonly startedAt: Date;
  readonly project: Project;
  readonly threads: number;
  readonly log: Pick<Logger, "info" | "warn">;
  readonly progress: Progress;
  /** Does one phase under its name, and keeps its duration and what it says of itself. */
  readonly phase: <T>(
    name: string,
    work: () => Promise<T>,
    describe?: (result: T) => Record<string, unknown>,
  ) => Promise<T>;
  /** Keeps a warning for the run record, the log and whoever ran the command. */
  readonly warn: (sentence: string) => void;
  /** Aborted when somebody stops the run, or another run has taken its lock; its reason is the error to report. */
  readonly signal: AbortSignal;
  readonly stop: (reason: KnownError) => void;
  /** Lets a signal in between two pieces of work; throws when the run shall stop. */
  readonly pause: () => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Throws unless the lock is still ours: asked before anything gets its final name. */
  readonly assertHeld: Lease["assertHeld"];
  /** What the record will say; filled while the run goes on. */
  readonly record: {
    readonly inputs: Record<string, string>;
    readonly phases: PhaseRecord[];
    readonly warnings: string[];
    readonly codeSha256: string;
    readonly scheduledFor: string | undefined;
    readonly begin: bigint;
    lease: Lease | undefined;
  };
}

export interface RunOptions {
  readonly quiet: boolean;
  readonly now?: Date;
  readonly scheduledFor?: string | undefined;
}

/** Starts a run: its id from the clock, its log in var/runs/<id>.jsonl. */
export async function startRun(project: Project, command: string, options: RunOptions): Promise<Run> {
  const startedAt = options.now ?? new Date();
  const id = await takeId(project, startedAt);
  const log = openLog(project.varPath("runs", `${id}.jsonl`), id);
  const progress = newProgress(options.quiet);
  const controller = new AbortController();
  const { signal } = controller;
  const record: Run["record"] = {
    inputs: {},
    phases: [],
    warnings: [],
    codeSha256: await codeHash(),
    scheduledFor: options.scheduledFor,
    begin: process.hrtime.bigint(),
    lease: undefined,
  };
  return {
    id,
    command,
    startedAt,
    project,
    threads: project.config.threads ?? 2,
    log,
    progress,
    phase: async (name, work, describe) => {
      signal.throwIfAborted();
      const begin = process.hrtime.bigint();
      const result = await progress.phase(name, work);
      signal.throwIfAborted();
      const facts = describe?.(result) ?? {};
      const phase = { name, seconds: secondsSince(begin), ...facts };
      record.phases.push(phase);
      log.info(phase, "phase done");
      return result;
    },
    warn: (sentence) => {
      record.warnings.push(sentence);
      log.warn(sentence);
    },
    signal,
    stop: (reason) => controller.abort(reason),
    pause: async () => {
      await setImmediate();
      signal.throwIfAborted();
    },
    wait: (milliseconds) =>
      setTimeout(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted()),
    assertHeld: async () => {
      signal.throwIfAborted();
      await record.lease?.assertHeld();
    },
    record,
  };
}

async function takeId(project: Project, now: Date): Promise<string> {
  const folder = project.varPath("runs");
  try {
    await makeFolder(folder);
    return await newRunId(folder, now);
  } catch (error) {
    throw asStorageError(error, folder);
  }
}

/** Writes the record of a run as it stands. */
export async function writeRunRecord(
  run: Run,
  end: Pick<RunRecord, "status" | "result" | "exit_code"> & { readonly error?: unknown },
): Promise<void> {
  const { error, ...state } = end;
  const record: RunRecord = {
    id: run.id,
    command: run.command,
    ...(run.record.scheduledFor && { scheduled_for: run.record.scheduledFor }),
    started_at: run.startedAt.toISOString(),
    ...(state.status !== "running" && {
      ended_at: new Date().toISOString(),
      seconds: secondsSince(run.record.begin),
    }),
    host: hostname(),
    pid: process.pid,
    code_version: codeVersion,
    code_sha256: run.record.codeSha256,
    node_version: process.version,
    duckdb_version: duckdbVersion(),
    inputs: run.record.inputs,
    phases: run.record.phases,
    warnings: run.record.warnings,
    ...state,
    ...(error === undefined ? {} : describeError(error)),
  };
  await writeAtomically(
    run.project.varPath("runs", `${run.id}.json`),
    `${JSON.stringify(redact(record), null, 2)}\n`,
  );
}

function describeError(error: unknown): Pick<RunRecord, "error" | "error_kind" | "exit_code"> {
  return {
    error_kind: error instanceof Error ? error.name : typeof error,
    error: redactText(error instanceof Error ? error.message : String(error)),
    exit_code: error instanceof KnownError ? error.exitCode : 1,
  };
}

function secondsSince(begin: bigint): number {
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

export function temporaryFolder(run: Run): string {
  return join(run.project.varPath("tmp"), run.id);
}
