import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { KnownError, StorageError } from "../models/errors.ts";

/** Writes a file so that its name never holds half of it: `.partial`, fsync, rename, fsync of the folder. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const partial = `${path}.partial`;
  const file = await open(partial, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw asStorageError(error, path);
  }
  await file.close();
  await renameDurably(partial, path);
}

/**
 * Makes a folder and those above it, one by one: asked for all at once, Node says "not found" of a read-only disk, and
 * of a file system that makes no folders nothing, ever.
 */
export async function makeFolder(path: string): Promise<void> {
  await makeEach(path).catch((error) => {
    throw asStorageError(error, path);
  });
}

async function makeEach(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeEach(dirname(path));
  await mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
    if (await isFolder(path)) return; // another process was quicker
    if (error.code !== "ENOENT") throw error;
    throw new StorageError(`${path} cannot be made: its file system takes no folders.`, {
      hint: "Name another folder as `var` in thuocdo.yaml.",
      cause: error,
    });
  });
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Renames within one file system and makes the new name survive a power loss. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Flushes a finished file that another engine wrote. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

/** Flushes the names in a folder. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

/** SHA-256 of a file, read as a stream. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** SHA-256 of bytes or text. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

const fullDisk = /No space left on device|ENOSPC|Could not write all bytes|not enough (?:disk )?space/i;
const unwritable = /Read-only file system|Permission denied/i;

/** A full or read-only disk, or too little memory, in words; any other error as it is. */
export function asStorageError(error: unknown, path: string): unknown {
  if (error instanceof KnownError) return error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  const message = error instanceof Error ? error.message : String(error);
  if (code === "ENOSPC" || code === "EDQUOT" || fullDisk.test(message)) {
    return new StorageError(`The disk is full: ${path} could not be written.`, {
      hint: "Free some space and run the command again; the last release is untouched.",
      cause: error,
    });
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new StorageError(`${path} cannot be written: part of its path is no folder.`, {
      hint: "Name another folder as `var` in thuocdo.yaml, or move the file that is in its place.",
      cause: error,
    });
  }
  if (["EROFS", "EACCES", "EPERM"].includes(code) || (code === "" && unwritable.test(message))) {
    const how =
      code === "EROFS" || /Read-only/i.test(message)
        ? "its file system is read-only"
        : "this user has no right to";
    return new StorageError(`${path} cannot be written: ${how}.`, {
      hint: "Give this user the right to write the folder `var` of the project, or name another in thuocdo.yaml.",
      cause: error,
    });
  }
  if (/Out of Memory Error/i.test(message)) {
    return new StorageError(`The work did not fit into memory_limit while ${path} was written.`, {
      hint: "Raise memory_limit in thuocdo.yaml, or free disk for DuckDB to spill to.",
      cause: error,
    });
  }
  return error;
}
