import { constants } from "node:fs";
import { copyFile, link, open, readFile, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { isRunning, processStart } from "./processIdentity.ts";

/** Who holds the project: what stands in var/lock. */
export interface Owner {
  /** Tells this holding from every other. */
  readonly token: string;
  readonly run: string;
  readonly command: string;
  readonly pid: number;
  readonly process_start: string | null;
  readonly host: string;
  readonly since: string;
}

/** This process as the owner of a lock. */
export function thisOwner(token: string, run: string, command: string, since: Date): Owner {
  return {
    token,
    run,
    command,
    pid: process.pid,
    process_start: processStart(process.pid),
    host: hostname(),
    since: since.toISOString(),
  };
}

/** A lock as it was found: its owner (null if its text cannot be read) and when it last gave a sign of life. */
export interface FoundLock {
  readonly owner: Owner | null;
  readonly beatAt: number;
}

/** Reads the lock; null when there is none. Nobody waits for this, and nobody is kept waiting by it. */
export async function readLock(path: string): Promise<FoundLock | null> {
  try {
    const { mtimeMs } = await stat(path);
    return { owner: parseOwner(await readFile(path, "utf8")), beatAt: mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parseOwner(text: string): Owner | null {
  try {
    const owner = JSON.parse(text) as Owner;
    return typeof owner.token === "string" ? owner : null;
  } catch {
    return null;
  }
}

/** Why a lock may be taken over, or null while its owner must be thought alive. `now` is by the lock's own file system. */
export function staleness({ owner, beatAt }: FoundLock, now: number, staleAfter: number): string | null {
  if (owner?.host === hostname() && !isRunning(owner.pid, owner.process_start)) {
    return `process ${owner.pid} on ${owner.host} is gone`;
  }
  const silent = now - beatAt;
  return silent > staleAfter ? `no sign of life for ${Math.round(silent / 1000)} s` : null;
}

/** Writes and flushes a small file of our own; its time is "now" by the file system that holds the lock. */
export async function writeCandidate(path: string, owner: Owner): Promise<number> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(JSON.stringify(owner));
    await file.sync();
    return (await file.stat()).mtimeMs;
  } finally {
    await file.close();
  }
}

const noHardLinks = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Gives a finished file a second name, unless that name is taken: then false. A hard link does so in one step on every
 * network drive that has them; where there are none the name itself is still created exclusively.
 */
export async function claimName(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "EEXIST") return false;
    if (!noHardLinks.has(code)) throw error;
  }
  return copyFile(file, name, constants.COPYFILE_EXCL).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

/** Does work that only one process at a time may do with the lock itself; false when another is at it. */
export async function whileClaiming(
  path: string,
  candidate: string,
  staleAfter: number,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const claim = `${path}.claim`;
  if (!(await claimName(candidate, claim))) {
    const [held, own] = await Promise.all([stat(claim).catch(() => null), stat(candidate)]);
    if (held && own.mtimeMs - held.mtimeMs > staleAfter) await rm(claim, { force: true }); // killed between two steps
    return false;
  }
  try {
    return await work();
  } finally {
    await rm(claim, { force: true });
  }
}
