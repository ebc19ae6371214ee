import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asStorageError, renameDurably } from "../files.ts";
import { type Run, temporaryFolder } from "../run.ts";
import { writeFolder } from "../writeFolder.ts";

interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Puts files in a folder of the monitor, in the place of what stood there: written aside, flushed, named by one rename.
 * These folders are told anew each day and are part of no release.
 */
export async function replaceFolder(run: Run, target: string, files: readonly WrittenFile[]): Promise<void> {
  const work = temporaryFolder(run);
  const staged = join(work, "folder");
  try {
    await writeFolder(staged, files);
    await mkdir(dirname(target), { recursive: true });
    await run.assertHeld();
    await rm(target, { recursive: true, force: true });
    await renameDurably(staged, target);
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
