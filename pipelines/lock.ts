import { mkdir, open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { LockedError } from "../models/errors.ts";
import { asStorageError } from "./files.ts";
import type { Run } from "./run.ts";

interface Owner {
  readonly run: string;
  readonly command: string;
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** Does work while holding the one lock of the project; a second run is told who holds it. */
export async function withLock<T>(run: Run, work: () => Promise<T>): Promise<T> {
  const path = run.project.varPath("lock");
  await takeLock(path, {
    run: run.id,
    command: run.command,
    pid: process.pid,
    host: hostname(),
    since: run.startedAt.toISOString(),
  });
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string, owner: Owner, isRetry = false): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "wx");
    await file.writeFile(JSON.stringify(owner));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw asStorageError(error, path);
    const holder = await readOwner(path);
    if (isRetry || (holder && isAlive(holder))) throw lockedBy(holder, path);
    await rm(path, { force: true }); // its process is dead: a killed run left it behind
    await takeLock(path, owner, true);
  }
}

async function readOwner(path: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Owner;
  } catch {
    return null;
  }
}

/** On another machine nobody can tell: then the owner counts as alive. */
function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function lockedBy(holder: Owner | null, path: string): LockedError {
  const who = holder
    ? `\`thuocdo ${holder.command}\` (run ${holder.run}, process ${holder.pid} on ${holder.host}) since ${holder.since}`
    : "another run";
  return new LockedError(`The project is in use by ${who}.`, {
    hint: `Wait until it ends. If that process is gone, remove ${path}.`,
  });
}
