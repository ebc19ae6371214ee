import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { KnownError } from "../models/errors.ts";
import { filesIn } from "./discover.ts";
import { sha256OfFile } from "./files.ts";
import type { Project } from "./project.ts";

const namePattern = /^(\d{4})-r(\d+)$/;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A path within a folder: never out of it, never absolute. */
const innerPath = z
  .string()
  .regex(/^[^/\\\0][^\\\0]*$/)
  .refine((path) => !path.split("/").includes(".."));

const releaseManifest = z.object({
  format: z.literal(1),
  release: z.string().regex(namePattern),
  edition: z.string(),
  revision: z.int().positive(),
  snapshot: hash,
  build: z.string(),
  code_version: z.string(),
  language: z.string(),
  formats: z.array(z.string()).default([]),
  /** Hash of what the release was made from and says, without its own number. */
  content: hash,
  /** Hash of the file that keeps its values for comparison. */
  history_sha256: hash.optional(),
  /** Why values of earlier rounds that were published already are no longer the same, and how many. */
  revision_reason: z.string().optional(),
  moved_values: z.int().positive().optional(),
  files: z.array(z.object({ path: innerPath, bytes: z.int(), sha256: hash })),
});

export type ReleaseManifest = z.infer<typeof releaseManifest>;

/** What readers follow to the newest release: always a folder of its own name among the releases. */
const releasePointer = z
  .object({ release: z.string().regex(namePattern), folder: z.string(), manifest_sha256: hash })
  .refine(({ release, folder }) => folder === `releases/${release}`);

export type Pointer = z.infer<typeof releasePointer>;

/** `<edition>-r<revision>`: the edition is named by its newest round. */
export function releaseName(edition: string, revision: number): string {
  const name = `${edition}-r${revision}`;
  if (!namePattern.test(name)) throw new KnownError(`An edition is named by a year; "${edition}" is none.`);
  return name;
}

/** Every published value of a release, as a file that the next one is compared with. */
export function historyPath(project: Pick<Project, "varPath">, release: string): string {
  return project.varPath("history", `${release}.parquet`);
}

/** Every release in a folder of releases, newest last; what has no readable manifest of its own name is none. */
export async function readReleases(project: Pick<Project, "varPath">): Promise<ReleaseManifest[]> {
  const names = await readdir(project.varPath("releases")).catch(() => []);
  const manifests: ReleaseManifest[] = [];
  for (const name of names.filter((candidate) => namePattern.test(candidate))) {
    const manifest = await maybeManifest(project.varPath("releases", name, "manifest.json"));
    if (manifest?.release === name) manifests.push(manifest);
  }
  return manifests.sort((a, b) => a.edition.localeCompare(b.edition) || a.revision - b.revision);
}

async function maybeManifest(path: string): Promise<ReleaseManifest | null> {
  try {
    return releaseManifest.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** The highest number that any folder of an edition carries, damaged ones included: a number is never given twice. */
export async function highestRevision(project: Project, edition: string): Promise<number> {
  const names = await readdir(project.varPath("releases")).catch(() => []);
  const revisions = names.flatMap((name) => {
    const parts = namePattern.exec(name);
    return parts?.[1] === edition ? [Number(parts[2])] : [];
  });
  return Math.max(0, ...revisions);
}

/** The newest release of an edition; damaged ones are none. */
export async function newestRelease(project: Project, edition: string): Promise<ReleaseManifest | null> {
  return (await readReleases(project)).filter((manifest) => manifest.edition === edition).at(-1) ?? null;
}

/** The number that content has already, when it is that of the newest release; else the next free one. */
export async function nextRelease(project: Project, edition: string, content: string): Promise<string> {
  const newest = await newestRelease(project, edition);
  if (newest?.content === content) return newest.release;
  return releaseName(edition, (await highestRevision(project, edition)) + 1);
}

/** Where the pointer leads; null before the first release, or where it leads to none. */
export async function readPointer(project: Pick<Project, "varPath">): Promise<Pointer | null> {
  try {
    return releasePointer.parse(JSON.parse(await readFile(project.varPath("current.json"), "utf8")));
  } catch {
    return null;
  }
}

/** What is wrong with a release's folder, one sentence a file; nothing when it is what was delivered. */
export async function findProblems(folder: string, manifest: ReleaseManifest): Promise<string[]> {
  const problems: string[] = [];
  const listed = new Set(["manifest.json"]);
  for (const { path, sha256 } of manifest.files) {
    listed.add(path);
    const found = await sha256OfFile(join(folder, path)).catch(() => null);
    if (found === null) problems.push(`${path} is missing.`);
    else if (found !== sha256) problems.push(`${path} is not what was delivered.`);
  }
  for (const path of await filesIn(folder, [""])) {
    if (!listed.has(path)) problems.push(`${path} was added afterwards.`);
  }
  return problems;
}
