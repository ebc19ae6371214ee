import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename } from "node:path";
import { renameDurably } from "./files.ts";
import type { Run } from "./run.ts";

/** Puts a damaged file or folder out of the way, where somebody can look at it, and says so. Nothing is deleted. */
export async function quarantine(run: Run, path: string, why: string): Promise<void> {
  if (!existsSync(path)) return;
  const folder = run.project.varPath("quarantine");
  await mkdir(folder, { recursive: true });
  let target = `${folder}/${run.id}-${basename(path)}`;
  for (let count = 2; existsSync(target); count += 1)
    target = `${folder}/${run.id}-${count}-${basename(path)}`;
  await renameDurably(path, target);
  run.warn(`${path} ${why}; it was put into ${folder} and is made again.`);
}
