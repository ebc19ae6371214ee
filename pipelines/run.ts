import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { destination, type Logger, pino } from "pino";
import { writeAtomically } from "./files.ts";
import { codeVersion } from "./packageRoot.ts";
import { newProgress, type Progress } from "./progress.ts";
import type { Project } from "./project.ts";

/** What the world gives one execution: time, log, progress, limits. Tests pass a silent, fixed one. */
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
  readonly phases: PhaseRecord[];
  /** Ends the process after a signal. */
  readonly leave: (exitCode: number) => void;
}

export interface PhaseRecord {
  readonly name: string;
  readonly seconds: number;
  readonly [fact: string]: unknown;
}

/** A run record: what every attempt leaves in var/runs/<id>.json. */
export interface RunRecord {
  readonly id: string;
  readonly command: string;
  readonly started_at: string;
  readonly host: string;
  readonly pid: number;
  readonly code_version: string;
  readonly node_version: string;
  readonly status: "running" | "done" | "failed" | "cancelled";
  readonly phases: readonly PhaseRecord[];
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly exit_code?: number;
}

/** Starts a run: its id from the clock and the process, its log in var/runs/<id>.jsonl. */
export function startRun(project: Project, command: string, options: { quiet: boolean; now?: Date }): Run {
  const startedAt = options.now ?? new Date();
  const id = `${startedAt.toISOString().replaceAll(/[-:]/g, "").replace("T", "-").slice(0, 15)}-${process.pid}`;
  mkdirSync(project.varPath("runs"), { recursive: true });
  const log = pino(
    { base: { run: id } },
    destination({ dest: project.varPath("runs", `${id}.jsonl`), sync: true }),
  );
  const progress = newProgress(options.quiet);
  const phases: PhaseRecord[] = [];
  return {
    id,
    command,
    startedAt,
    project,
    threads: project.config.threads ?? 2,
    log,
    progress,
    phases,
    phase: async (name, work, describe) => {
      const begin = process.hrtime.bigint();
      const result = await progress.phase(name, work);
      const facts = describe?.(result) ?? {};
      const record = { name, seconds: Number(process.hrtime.bigint() - begin) / 1e9, ...facts };
      phases.push(record);
      log.info(record, "phase done");
      return result;
    },
    leave: (exitCode) => process.exit(exitCode),
  };
}

/** Writes the record of a run as it stands. */
export async function writeRunRecord(
  run: Run,
  end: Pick<RunRecord, "status" | "result" | "error" | "exit_code">,
): Promise<void> {
  const record: RunRecord = {
    id: run.id,
    command: run.command,
    started_at: run.startedAt.toISOString(),
    host: hostname(),
    pid: process.pid,
    code_version: codeVersion,
    node_version: process.version,
    phases: run.phases,
    ...end,
  };
  await writeAtomically(
    run.project.varPath("runs", `${run.id}.json`),
    `${JSON.stringify(record, null, 2)}\n`,
  );
}

export function temporaryFolder(run: Run): string {
  return join(run.project.varPath("tmp"), run.id);
}
