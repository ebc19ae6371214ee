import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { LockedError } from "../models/errors.ts";
import { asStorageError, makeFolder } from "./files.ts";
import {
  claimName,
  type FoundLock,
  type Owner,
  readLock,
  staleness,
  thisOwner,
  whileClaiming,
  writeCandidate,
} from "./lockFile.ts";

/** How often an owner gives a sign of life, and after how long a silence it may be taken over; milliseconds. */
export interface LockTiming {
  readonly beatEvery: number;
  readonly staleAfter: number;
}

const usualTiming: LockTiming = { beatEvery: 10_000, staleAfter: 300_000 };

/** The lock while it is ours. */
export interface Lease {
  /** Why the lock of an earlier run was taken over; null when it was free. */
  readonly takenOver: string | null;
  /** Throws LockedError when another run has taken the lock over: asked before anything gets its final name. */
  readonly assertHeld: () => Promise<void>;
}

interface Wanted {
  readonly run: string;
  readonly command: string;
  readonly since: Date;
  /** Told at the next sign of life, should the lock be lost. */
  readonly onLost?: (error: LockedError) => void;
}

/**
 * Does work while holding the one lock of a project, and needs nothing of a network drive but that a name is created
 * once and replaced whole. Whoever finds it taken is told by whom. A lock whose process is gone, or that gave no sign
 * of life for long, is taken over with a note. Readers never ask for it.
 */
export async function withLock<T>(
  path: string,
  wanted: Wanted,
  work: (lease: Lease) => Promise<T>,
  timing: LockTiming = usualTiming,
): Promise<T> {
  const token = randomUUID();
  const candidate = `${path}.${token}.candidate`;
  const owner = thisOwner(token, wanted.run, wanted.command, wanted.since);
  try {
    const takenOver = await take(path, candidate, owner, timing);
    const beat = await startBeating(path, token, timing, wanted.onLost);
    try {
      return await work({ takenOver, assertHeld: () => assertHeld(path, token) });
    } finally {
      await beat.stop();
      await release(path, candidate, token, timing);
    }
  } finally {
    await rm(candidate, { force: true }).catch(() => {});
  }
}

const attempts = 5;

/** Takes the lock; returns why it was taken over from another, or null. */
async function take(
  path: string,
  candidate: string,
  owner: Owner,
  timing: LockTiming,
): Promise<string | null> {
  const now = await makeFolder(dirname(path))
    .then(() => writeCandidate(candidate, owner))
    .catch((error) => {
      throw asStorageError(error, path);
    });
  let found: FoundLock | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await claimName(candidate, path)) return null;
    found = await readLock(path);
    if (found === null) continue; // released this instant
    const reason = staleness(found, now, timing.staleAfter);
    if (reason === null) throw lockedBy(found.owner, path);
    if (await replace(path, candidate, found, timing)) return `${describe(found.owner)}: ${reason}`;
    await setTimeout(20 * (attempt + 1)); // another run is taking it over
  }
  throw lockedBy(found?.owner ?? null, path);
}

/** Puts our candidate in the place of the stale lock, if that one is still there. */
function replace(path: string, candidate: string, stale: FoundLock, timing: LockTiming): Promise<boolean> {
  return whileClaiming(path, candidate, timing.staleAfter, async () => {
    const found = await readLock(path);
    if (found?.owner?.token !== stale.owner?.token || found?.beatAt !== stale.beatAt) return false;
    await rename(candidate, path);
    return true;
  });
}

/** Gives the lock back, if it is still ours. What stays behind is a dead process's lock, which the next run takes over. */
async function release(path: string, candidate: string, token: string, timing: LockTiming): Promise<void> {
  const giveBack = async () => {
    if ((await readLock(path))?.owner?.token === token) await rm(path);
    return true;
  };
  await claimName(path, candidate).catch(() => {}); // after a take-over the candidate's own name is gone
  for (let attempt = 0; attempt < attempts * 4; attempt += 1) {
    const isDone = await whileClaiming(path, candidate, timing.staleAfter, giveBack).catch(() => true);
    if (isDone) return;
    await setTimeout(10 * (attempt + 1)); // another run looks whether it may take it over
  }
}

async function assertHeld(path: string, token: string): Promise<void> {
  const found = await readLock(path);
  if (found?.owner?.token !== token) throw lost(found?.owner ?? null);
}

/** Rewrites the lock's own bytes at intervals: the file system stamps the time, so clocks of machines may differ. */
async function startBeating(path: string, token: string, timing: LockTiming, onLost: Wanted["onLost"]) {
  const file: FileHandle = await open(path, "r+");
  const text = (await file.readFile()).toString();
  const beat = async () => {
    await file.write(text, 0);
    await file.sync();
    await assertHeld(path, token);
  };
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = beat().catch((error) => {
      if (error instanceof LockedError) onLost?.(error);
    });
  }, timing.beatEvery);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await file.close();
    },
  };
}

function lost(owner: Owner | null): LockedError {
  return new LockedError(
    `The lock of this run was taken over by ${describe(owner)}; nothing more was written.`,
    {
      hint: "The machine may have slept. Run the command again when the other run has ended.",
    },
  );
}

function lockedBy(owner: Owner | null, path: string): LockedError {
  return new LockedError(`The project is in use by ${describe(owner)}.`, {
    hint: `Wait until it ends. If it is gone for certain, remove ${path}.`,
  });
}

function describe(owner: Owner | null): string {
  if (owner === null) return "another run";
  const { command, run, pid, host, since } = owner;
  return `\`thuocdo ${command}\` (run ${run}, process ${pid} on ${host}) since ${since}`;
}
