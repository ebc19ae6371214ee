import { existsSync } from "node:fs";
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { version as duckdbVersion } from "@duckdb/node-api";
import { z } from "zod";
import { codeFiles, codeHash } from "./codeHash.ts";
import { renameDurably, sha256, sha256OfFile, syncFile, writeAtomically } from "./files.ts";
import type { Project } from "./project.ts";
import { quarantine } from "./quarantine.ts";
import type { Models } from "./readModels.ts";
import type { Run } from "./run.ts";
import type { CheckResult } from "./warehouse/runChecks.ts";

/** What stands beside a build: what it was made from, the hash of its file, and how every promise was kept. */
const buildNote = z.object({
  build: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  duckdb_version: z.string(),
  /** What it was made of, each by its hash; builds of old do not say. */
  made_of: z
    .object({ snapshot: z.string(), models: z.string(), released: z.string().optional(), code: z.string() })
    .optional(),
  /** The files of the specification and of the code, each with its hash: what a plan compares. */
  files: z.record(z.string(), z.string()).optional(),
  checks: z.array(
    z.object({
      table: z.string(),
      check: z.string(),
      severity: z.enum(["stop", "warn"]),
      n_failing: z.int(),
    }),
  ),
});

export type BuildNote = z.infer<typeof buildNote>;

/** The name of a build: the hash of everything it is made from, the code and the engine included. */
export async function buildId(inputs: {
  snapshot: string;
  models: string;
  released: string;
}): Promise<string> {
  const { snapshot, models, released } = inputs;
  return sha256(JSON.stringify([await codeHash(), duckdbVersion(), snapshot, models, released])).slice(0, 16);
}

export function buildPath(project: Project, id: string): string {
  return project.varPath("builds", `${id}.duckdb`);
}

/** Gives a finished warehouse its name; its note goes first, so that a build never stands without one. */
export async function keepBuild(
  run: Run,
  id: string,
  staged: string,
  {
    checks,
    snapshot,
    released,
    models,
  }: {
    readonly checks: readonly CheckResult[];
    readonly snapshot: string;
    readonly released: string;
    readonly models: Pick<Models, "hash" | "files">;
  },
): Promise<void> {
  await syncFile(staged);
  const note: BuildNote = {
    build: id,
    bytes: (await stat(staged)).size,
    sha256: await sha256OfFile(staged),
    duckdb_version: duckdbVersion(),
    made_of: { snapshot, models: models.hash, released, code: await codeHash() },
    files: { ...models.files, ...Object.fromEntries(await codeFiles()) },
    checks: [...checks],
  };
  await mkdir(run.project.varPath("builds"), { recursive: true });
  await run.assertHeld();
  await writeAtomically(notePath(run.project, id), `${JSON.stringify(note, null, 1)}\n`);
  await renameDurably(staged, buildPath(run.project, id));
}

/** The note of a build that is there and whole, else null; a damaged build is put out of the way. */
export async function findBuild(run: Run, id: string): Promise<BuildNote | null> {
  const path = buildPath(run.project, id);
  if (!existsSync(path)) return null;
  const { note, fault } = await inspectBuild(run.project, id);
  if (fault === null) return note;
  for (const damaged of [`${path}.wal`, notePath(run.project, id), path])
    await quarantine(run, damaged, fault);
  return null;
}

/** Reads a build's note and says what is wrong with its file, or null: of another engine, cut, changed, written to afterwards. */
export async function inspectBuild(
  project: Project,
  id: string,
): Promise<{ note: BuildNote | null; fault: string | null }> {
  const path = buildPath(project, id);
  if (!existsSync(path)) return { note: null, fault: "is not there" };
  const note = await readNote(notePath(project, id));
  if (note === null) return { note, fault: "has no readable note of what it holds" };
  if (note.duckdb_version !== duckdbVersion())
    return { note, fault: `was made by DuckDB ${note.duckdb_version}, and this is ${duckdbVersion()}` };
  if (existsSync(`${path}.wal`)) return { note, fault: "was written to after it was finished" };
  const { size } = await stat(path);
  if (size !== note.bytes) return { note, fault: `has ${size} bytes instead of ${note.bytes}` };
  if ((await sha256OfFile(path)) !== note.sha256) return { note, fault: "is not what was built" };
  return { note, fault: null };
}

/** The note of a build, or null. */
export function readBuildNote(project: Project, id: string): Promise<BuildNote | null> {
  return readNote(notePath(project, id));
}

async function readNote(path: string): Promise<BuildNote | null> {
  try {
    return buildNote.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

function notePath(project: Project, id: string): string {
  return join(project.varPath("builds"), `${id}.json`);
}
