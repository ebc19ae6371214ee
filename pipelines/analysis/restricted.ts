import { existsSync } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { CheckError, KnownError } from "../../models/errors.ts";
import { restrictedNote } from "../../reports/restricted.ts";
import { restrictedFiles } from "../../reports/scanner.ts";
import type { Project } from "../project.ts";

/**
 * Refuses a folder where restricted microdata must not lie: among the releases, in the folder of one (wherever it was copied to),
 * or in the place of something else. Links are followed.
 */
export async function checkRestrictedPlace(project: Project, folder: string): Promise<void> {
  const real = await realPlace(folder);
  const releases = await realPlace(project.varPath("releases"));
  const within = `${real}${sep}`.startsWith(`${releases}${sep}`);
  const release = within ? releases : await releaseAbove(real);
  if (release !== null)
    throw new KnownError(`Restricted microdata are never part of a release: ${folder} lies in ${release}.`, {
      hint: "Name a folder with --out that only those who may hold the data can read.",
    });
  if (existsSync(folder) && !(await isExport(folder)))
    throw new KnownError(`${folder} is there already and is no export of microdata.`, {
      hint: "Name a folder with --out that does not exist yet.",
    });
}

/** An earlier export may be replaced; so may an empty folder. */
async function isExport(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [folder]);
  return names.length === 0 || names.includes(restrictedNote);
}

/** The path with links followed, as far down as it exists. */
async function realPlace(path: string): Promise<string> {
  if (existsSync(path)) return realpath(path);
  const parent = dirname(path);
  return parent === path ? path : join(await realPlace(parent), basename(path));
}

/** The nearest folder at or above a place that is a release. */
async function releaseAbove(path: string): Promise<string | null> {
  const text = await readFile(join(path, "manifest.json"), "utf8").catch(() => "{}");
  if (isReleaseManifest(text)) return path;
  const parent = dirname(path);
  return parent === path ? null : releaseAbove(parent);
}

function isReleaseManifest(text: string): boolean {
  try {
    const value = JSON.parse(text) as { release?: unknown } | null;
    return typeof value?.release === "string";
  } catch {
    return false;
  }
}

/** Stops a release that would carry restricted microdata, whatever they are called. */
export function refuseRestricted(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): void {
  const [found] = restrictedFiles(files);
  if (found !== undefined)
    throw new CheckError(
      `${found.file} carries the mark of restricted microdata (${found.found}), which no release may hold.`,
    );
}
