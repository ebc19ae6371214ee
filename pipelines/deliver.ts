import { mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { KnownError } from "../models/errors.ts";
import { asStorageError, renameDurably, sha256, syncFolder, writeAtomically } from "./files.ts";
import { codeVersion } from "./packageRoot.ts";
import type { Project } from "./project.ts";
import type { RenderedBundles } from "./renderBundles.ts";
import { type Run, temporaryFolder } from "./run.ts";

/** A numbered revision of an edition: a folder that never changes. */
export interface Release {
  readonly name: string;
  readonly folder: string;
  readonly manifestHash: string;
  readonly isNew: boolean;
}

export interface ReleaseManifest {
  readonly format: 1;
  readonly release: string;
  readonly edition: string;
  readonly revision: number;
  readonly snapshot: string;
  readonly build: string;
  readonly code_version: string;
  /** Hash of what the release was made from and says, without its own number. */
  readonly content: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** What readers follow to the newest release. */
export interface Pointer {
  readonly release: string;
  readonly folder: string;
  readonly manifest_sha256: string;
}

/**
 * Phase 4: bundles become a release. Written aside, flushed, named by one rename; then the pointer is replaced by one
 * rename. The content of the newest release of the edition is compared first: nothing new, no new release.
 */
export async function deliver(run: Run, bundles: RenderedBundles): Promise<Release> {
  const earlier = (await readReleases(run.project)).filter(
    (manifest) => manifest.edition === bundles.edition,
  );
  const same = earlier.find((manifest) => manifest.content === bundles.content);
  if (same) return existing(run.project, same);

  const revision = Math.max(0, ...earlier.map((manifest) => manifest.revision)) + 1;
  const name = releaseName(bundles.edition, revision);
  const files = bundles.filesOf(name);
  const manifest: ReleaseManifest = {
    format: 1,
    release: name,
    edition: bundles.edition,
    revision,
    snapshot: bundles.snapshot,
    build: bundles.build,
    code_version: codeVersion,
    content: bundles.content,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const target = run.project.varPath("releases", name);
  const staged = join(temporaryFolder(run), name);
  try {
    await writeFolder(staged, [...files, { path: "manifest.json", bytes: Buffer.from(text) }]);
    await mkdir(dirname(target), { recursive: true });
    await renameDurably(staged, target);
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    await rm(temporaryFolder(run), { recursive: true, force: true });
  }
  const pointer: Pointer = { release: name, folder: join("releases", name), manifest_sha256: sha256(text) };
  await writeAtomically(run.project.varPath("current.json"), `${JSON.stringify(pointer, null, 2)}\n`);
  return { name, folder: target, manifestHash: pointer.manifest_sha256, isNew: true };
}

/** Every release on disk, newest last; a folder without a readable manifest is no release. */
export async function readReleases(project: Project): Promise<ReleaseManifest[]> {
  const names = await readdir(project.varPath("releases")).catch(() => []);
  const manifests: ReleaseManifest[] = [];
  for (const name of names.sort()) {
    const text = await readFile(project.varPath("releases", name, "manifest.json"), "utf8").catch(() => null);
    if (text !== null) manifests.push(JSON.parse(text) as ReleaseManifest);
  }
  return manifests.sort((a, b) => a.edition.localeCompare(b.edition) || a.revision - b.revision);
}

/** Where the pointer leads, or null before the first release. */
export async function readPointer(project: Project): Promise<Pointer | null> {
  const text = await readFile(project.varPath("current.json"), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Pointer);
}

/** `<edition>-r<revision>`: the edition is named by its newest round. */
export function releaseName(edition: string, revision: number): string {
  if (!/^\d{4}$/.test(edition)) throw new KnownError(`An edition is named by a year; "${edition}" is none.`);
  return `${edition}-r${revision}`;
}

async function existing(project: Project, manifest: ReleaseManifest): Promise<Release> {
  const folder = project.varPath("releases", manifest.release);
  const manifestHash = sha256(await readFile(join(folder, "manifest.json"), "utf8"));
  return { name: manifest.release, folder, manifestHash, isNew: false };
}

/** Writes and flushes every file of a folder, then the folders' names. */
async function writeFolder(
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
