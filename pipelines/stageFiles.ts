import { rm } from "node:fs/promises";
import { join, posix } from "node:path";
import type { BundleFile } from "../reports/document.ts";
import { refuseRestricted } from "./analysis/restricted.ts";
import { asStorageError, sha256 } from "./files.ts";
import { writeFolder } from "./writeFolder.ts";

/** A file that lies in a folder which has no name yet: what a manifest says of it. */
export interface StagedFile {
  /** Relative to the folder of the release. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Puts the files of a bundle aside, flushed, in the place of what was begun of it: a release as large as a disk needs no
 * more memory than its largest bundle.
 *
 * @param staged where the release is put together
 * @param folder of the bundle, relative to it; empty for the first page of a release
 * @throws when one of them carries the mark of restricted microdata, or the disk does not take them
 */
export async function stageFiles(
  staged: string,
  folder: string,
  files: readonly BundleFile[],
): Promise<readonly StagedFile[]> {
  refuseRestricted(files);
  try {
    if (folder !== "") await rm(join(staged, folder), { recursive: true, force: true });
    await writeFolder(join(staged, folder), files);
  } catch (error) {
    throw asStorageError(error, staged);
  }
  return files.map(({ path, bytes }) => ({
    path: posix.join(folder, path),
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
}
