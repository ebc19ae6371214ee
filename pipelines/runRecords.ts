import { open, readdir, readFile } from "node:fs/promises";
import { readLock, staleness } from "./lockFile.ts";
import type { Project } from "./project.ts";

export interface PhaseRecord {
  readonly name: string;
  readonly seconds: number;
  readonly [fact: string]: unknown;
}

/** How an attempt stands or ended. `crashed` says what the record itself could not: its process is gone. */
export type RunStatus = "running" | "done" | "failed" | "cancelled" | "refused" | "skipped" | "crashed";

/** A run record: what every attempt leaves in var/runs/<id>.json. */
export interface RunRecord {
  readonly id: string;
  readonly command: string;
  /** The time of the schedule that this attempt answers. */
  readonly scheduled_for?: string;
  readonly started_at: string;
  readonly ended_at?: string;
  /** By a clock that never jumps; `started_at` and `ended_at` are by one that may. */
  readonly seconds?: number;
  readonly host: string;
  readonly pid: number;
  readonly code_version: string;
  readonly code_sha256: string;
  readonly node_version: string;
  readonly duckdb_version: string;
  readonly status: RunStatus;
  /** Hashes of what the run worked from. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly phases: readonly PhaseRecord[];
  readonly warnings: readonly string[];
  readonly result?: Record<string, unknown>;
  readonly error_kind?: string;
  readonly error?: string;
  readonly exit_code?: number;
}

const idPattern = /^\d{8}-\d{6}-\d{3}$/;

/**
 * A new id, always after every id there is: the clock's second and a number within it. Where the clock was set back
 * the last second goes on being counted. The id is taken by creating its log, so no two runs have the same.
 */
export async function newRunId(folder: string, now: Date): Promise<string> {
  const stamp = toStamp(now);
  for (let step = 0; ; step += 1) {
    const last = (await readdir(folder))
      .map((name) => name.split(".")[0] as string)
      .filter((id) => idPattern.test(id))
      .sort()
      .at(-1);
    const id = following(stamp, last);
    try {
      await (await open(`${folder}/${id}.jsonl`, "wx")).close();
      return id;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || step > 100) throw error;
    }
  }
}

function following(stamp: string, last: string | undefined): string {
  if (last === undefined || last.slice(0, 15) < stamp) return `${stamp}-001`;
  const count = Number(last.slice(16)) + 1;
  return count <= 999 ? `${last.slice(0, 15)}-${String(count).padStart(3, "0")}` : `${nextSecond(last)}-001`;
}

function toStamp(time: Date): string {
  return time.toISOString().replaceAll(/[-:]/g, "").replace("T", "-").slice(0, 15);
}

function nextSecond(id: string): string {
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)-(..)(..)(..)/.exec(
    id,
  ) as RegExpExecArray;
  return toStamp(new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + 1000));
}

/** Every run record, oldest first; one that says `running` without holding the lock is shown as crashed. */
export async function readRunRecords(project: Project): Promise<RunRecord[]> {
  const names = await readdir(project.varPath("runs")).catch(() => []);
  const records: RunRecord[] = [];
  for (const name of names.filter((file) => idPattern.test(file.replace(/\.json$/, ""))).sort()) {
    const path = project.varPath("runs", name);
    const record = await readRecord(path);
    if (record === null) continue; // not whole: a disk that failed
    const isGone = record.status === "running" && (await runningRun(project)) !== record.id;
    const now = isGone ? ((await readRecord(path)) ?? record) : record; // it may have ended this instant
    records.push(now.status === "running" && isGone ? { ...now, status: "crashed" } : now);
  }
  return records;
}

async function readRecord(path: string): Promise<RunRecord | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as RunRecord;
  } catch {
    return null;
  }
}

/** Longer than the silence after which a run takes the lock over itself: here nothing is lost by waiting. */
const silentAfter = 600_000;

/** The run that holds the lock and lives. */
async function runningRun(project: Project): Promise<string | null> {
  const found = await readLock(project.varPath("lock"));
  if (found === null || staleness(found, Date.now(), silentAfter) !== null) return null;
  return found.owner?.run ?? null;
}
