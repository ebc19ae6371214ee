import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "./files.ts";

/** Writes and flushes every file of a folder, then the folders' names. */
export async function writeFolder(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  const folders = new Set<string>([folder]);
  await mkdir(folder, { recursive: true });
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    folders.add(dirname(target));
    const file = await open(target, "wx");
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
  for (const name of folders) await syncFolder(name);
}
