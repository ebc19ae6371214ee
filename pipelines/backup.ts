import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { KnownError } from "../models/errors.ts";
import {
  asStorageError,
  renameDurably,
  sha256,
  sha256OfFile,
  syncFile,
  syncFolder,
  writeAtomically,
} from "./files.ts";
import type { Project } from "./project.ts";
import {
  findProblems,
  historyPath,
  type Pointer,
  type ReleaseManifest,
  readPointer,
  readReleases,
} from "./releases.ts";
import { readSnapshot } from "./snapshot.ts";

/** A folder laid out like `var`: a project's own, or a backup of it. */
type Place = Pick<Project, "varPath">;

export interface Copied {
  readonly release: string;
  /** False when the same release was there already. */
  readonly isNew: boolean;
}

/** A backup is a folder with the same `releases`, `snapshots` and `current.json` as `var`. */
export function backupAt(folder: string): Place {
  const root = resolve(folder);
  return { varPath: (...parts) => join(root, ...parts) };
}

/**
 * Copies every finished release and the snapshot it was made from: first the snapshot, then the release, the pointer
 * last, each proved whole before and after. A run that goes on is not touched by it: what it has not finished has no
 * manifest, and so is no release. Backing up into the same folder again adds what is new.
 */
export async function copyReleases(from: Place, to: Place, work: string): Promise<Copied[]> {
  const releases = await readReleases(from);
  const copied: Copied[] = [];
  for (const manifest of releases) {
    await copySnapshot(from, to, manifest, work);
    await copyHistory(from, to, manifest);
    copied.push({ release: manifest.release, isNew: await copyRelease(from, to, manifest, work) });
  }
  await copyPointer(from, to);
  return copied;
}

/** Refuses a backup within the project's own `var`: it would be lost with it. */
export function assertOutside(project: Project, folder: string): void {
  if (!relative(project.varPath(), resolve(folder)).startsWith("..")) {
    throw new KnownError(`${resolve(folder)} is within ${project.varPath()}; a backup belongs elsewhere.`);
  }
}

async function copyRelease(
  from: Place,
  to: Place,
  manifest: ReleaseManifest,
  work: string,
): Promise<boolean> {
  const [source, target] = [from, to].map((place) => place.varPath("releases", manifest.release)) as [
    string,
    string,
  ];
  await assertWhole(source, manifest);
  const ownManifest = join(target, "manifest.json");
  if (existsSync(ownManifest)) {
    if ((await sha256OfFile(ownManifest)) !== (await sha256OfFile(join(source, "manifest.json")))) {
      throw new KnownError(
        `${target} is another release under the number ${manifest.release}; nothing was replaced.`,
        {
          hint: "Two projects must not be backed up into one folder; a release that differs is looked at by a person.",
        },
      );
    }
    await assertWhole(target, manifest);
    return false;
  }
  const files = ["manifest.json", ...manifest.files.map(({ path }) => path)];
  await copyFolder(source, target, files, work);
  await assertWhole(target, manifest);
  return true;
}

async function copySnapshot(
  from: Place,
  to: Place,
  { snapshot }: ReleaseManifest,
  work: string,
): Promise<void> {
  const { folder, files } = await readSnapshot(from, snapshot);
  const target = to.varPath("snapshots", snapshot);
  if (!existsSync(target)) {
    await copyFolder(folder, target, ["manifest.json", ...files.map(({ file }) => file)], work);
  }
  await readSnapshot(to, snapshot);
}

/** The values of a release are compared with later ones; without them the comparison is left out, with a warning. */
async function copyHistory(
  from: Place,
  to: Place,
  { release, history_sha256 }: ReleaseManifest,
): Promise<void> {
  const [source, target] = [historyPath(from, release), historyPath(to, release)];
  const hashOf = (path: string) => sha256OfFile(path).catch(() => null);
  if (history_sha256 === undefined || (await hashOf(target)) === history_sha256) return;
  if ((await hashOf(source)) === history_sha256) await writeAtomically(target, await readFile(source));
}

async function assertWhole(folder: string, manifest: ReleaseManifest): Promise<void> {
  const problems = await findProblems(folder, manifest);
  if (problems.length === 0) return;
  throw new KnownError(`${folder} is not what was delivered: ${problems.slice(0, 3).join(" ")}`, {
    hint: "Run `thuocdo publish`, which writes it again from the same build, or restore it from a backup.",
  });
}

/** Copies named files aside, flushes them, and gives the whole its name by one rename. */
async function copyFolder(
  source: string,
  target: string,
  files: readonly string[],
  work: string,
): Promise<void> {
  const staged = join(work, "copy");
  const folders = new Set([staged]);
  try {
    for (const file of files) {
      const copy = join(staged, file);
      await mkdir(dirname(copy), { recursive: true });
      folders.add(dirname(copy));
      await copyFile(join(source, file), copy);
      await syncFile(copy);
    }
    for (const folder of folders) await syncFolder(folder);
    await mkdir(dirname(target), { recursive: true });
    await renameDurably(staged, target);
  } catch (error) {
    throw asStorageError(error, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Leads readers of the copy to the newest release there, never back to an older one. */
async function copyPointer(from: Place, to: Place): Promise<void> {
  const pointer = await readPointer(from);
  if (pointer === null || !(await leadsForward(await readPointer(to), pointer))) return;
  const text = await readFile(from.varPath("current.json"), "utf8");
  const manifest = await readFile(to.varPath(pointer.folder, "manifest.json"), "utf8").catch(() => "");
  if (sha256(manifest) === pointer.manifest_sha256) await writeAtomically(to.varPath("current.json"), text);
}

async function leadsForward(now: Pointer | null, next: Pointer): Promise<boolean> {
  if (now === null) return true;
  const [edition, revision] = now.release.split("-r").map(Number) as [number, number];
  const [nextEdition, nextRevision] = next.release.split("-r").map(Number) as [number, number];
  return nextEdition > edition || (nextEdition === edition && nextRevision >= revision);
}
