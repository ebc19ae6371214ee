import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import type { RunRecord } from "../../pipelines/runRecords.ts";

const main = join(packageRoot, "dist/pipelines/main.js");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the built command as a process of its own, as cron or a terminal would. */
export function start(folder: string, args: readonly string[], options: SpawnOptions = {}): Started {
  assertBuilt();
  const begin = performance.now();
  const child = spawn(process.execPath, [main, ...args, "--project", folder, "--quiet"], {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  let out = "";
  let err = "";
  child.stdout?.on("data", (text) => {
    out += text;
  });
  child.stderr?.on("data", (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ code, signal, out, err, seconds: (performance.now() - begin) / 1000 }),
    );
  });
  return { child, ended };
}

export function run(folder: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return start(folder, args, options).ended;
}

let isBuilt = false;

/** These tests run what users run; an old build would test old code. */
function assertBuilt(): void {
  if (isBuilt) return;
  const sources = ["models", "sources", "sql", "reports", "pipelines"].flatMap((room) => newestIn(room));
  if (!existsSync(main) || statSync(main).mtimeMs < Math.max(...sources)) {
    throw new Error("dist is older than the code: run `npm run build` before these tests.");
  }
  isBuilt = true;
}

function newestIn(room: string): number[] {
  return readdirSync(join(packageRoot, room), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => statSync(join(packageRoot, room, path)).mtimeMs);
}

/** Waits until something is so; fails when it is not within a minute: a small machine may be busy with other tests. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let count = 0; count < 6000; count += 1) {
    if (isSo()) return;
    await setTimeout(10);
  }
  throw new Error(`It did not come to this within a minute: ${what}`);
}

export function runRecords(folder: string): RunRecord[] {
  const runs = join(folder, "var/runs");
  return readdirSync(runs)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(runs, name), "utf8")) as RunRecord);
}

export function lastRecord(folder: string): RunRecord {
  return runRecords(folder).at(-1) as RunRecord;
}
