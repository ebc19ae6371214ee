import { type Dirent, existsSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sendAlert } from "./alert.ts";
import { writeAtomically } from "./files.ts";
import type { Project } from "./project.ts";
import type { Run } from "./run.ts";
import { readRunRecords } from "./runRecords.ts";

/**
 * Puts in order what stopped runs left behind. Called by the holder of the lock only: nobody else is at work in `var`,
 * so whatever is unfinished there will never be finished.
 */
export async function recover(run: Run): Promise<void> {
  const leftovers = await findLeftovers(run.project);
  for (const path of leftovers) await rm(run.project.varPath(path), { recursive: true, force: true });
  if (leftovers.length > 0) {
    run.warn(`Leftovers of a run that was stopped were removed: ${leftovers.join(", ")}.`);
  }
  await settleCrashed(run);
  for (const path of await findForeign(run.project)) {
    run.warn(`${path} in ${run.project.varPath()} was not made by a run; it is ignored.`);
  }
}

/** Unfinished work, as paths within `var`: everything in tmp, `.partial` names, locks that were never taken. */
export async function findLeftovers(project: Project): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await entriesOf(project, "tmp")) found.push(join("tmp", name));
  for (const folder of ["", "store", "snapshots", "builds", "releases", "runs", "history", "monitor"]) {
    for (const { name } of await entriesOf(project, folder)) {
      if (/\.partial(\.wal)?$/.test(name)) found.push(join(folder, name));
      if (folder === "" && /^lock\..+\.candidate$/.test(name) && !(await isInUse(project, name)))
        found.push(name);
    }
  }
  for (const { name } of await entriesOf(project, "builds")) {
    const database = name.replace(/\.json$/, ".duckdb");
    if (sidecar.test(name) && !existsSync(project.varPath("builds", database)))
      found.push(join("builds", name));
  }
  return found.sort();
}

const sidecar = /^[0-9a-f]{16}\.json$/;

/** A candidate is in use while its process waits for the lock, for less than a second. */
async function isInUse(project: Project, name: string): Promise<boolean> {
  const found = await stat(project.varPath(name)).catch(() => null);
  return found !== null && (found.nlink > 1 || Date.now() - found.mtimeMs < 60_000);
}

/** A run that says it is running while we hold the lock has crashed: from now on its record says so, and somebody is told. */
async function settleCrashed(run: Run): Promise<void> {
  for (const record of await readRunRecords(run.project)) {
    if (record.status !== "crashed" || record.ended_at !== undefined || record.id === run.id) continue;
    const settled = {
      ...record,
      ended_at: run.startedAt.toISOString(),
      error: "Its process ended without a word.",
    };
    await writeAtomically(
      run.project.varPath("runs", `${record.id}.json`),
      `${JSON.stringify(settled, null, 2)}\n`,
    );
    run.warn(`Run ${record.id} (${record.command}) had crashed.`);
    await sendAlert(run, { status: "crashed", about: record });
  }
}

/** What may stand in each folder of `var`; a store is its owner's own affair. */
const known: Readonly<Record<string, RegExp>> = {
  "": /^(store|snapshots|builds|releases|trials|runs|history|monitor|analysis|notebooks|quarantine|tmp|approvals|audit\.jsonl|current\.json|lock|lock\.claim|lock\..+\.candidate)$/,
  snapshots: /^[0-9a-f]{64}$/,
  builds: /^[0-9a-f]{16}\.(duckdb|json)$/,
  history: /^(\d{4}-r\d+\.parquet|rules)$/,
  releases: /^\d{4}-r\d+$/,
  runs: /^\d{8}-\d{6}-\d{3}\.jsonl?$/,
};

/** Files and folders put into `var` by hand, as paths within it: no run reads them. */
export async function findForeign(project: Project): Promise<string[]> {
  const found: string[] = [];
  for (const [folder, pattern] of Object.entries(known)) {
    for (const { name } of await entriesOf(project, folder)) {
      if (!pattern.test(name) && !name.endsWith(".partial")) found.push(join(folder, name));
    }
  }
  for (const { name } of await entriesOf(project, "snapshots")) {
    const listed = await listedFiles(project.varPath("snapshots", name, "manifest.json"));
    for (const { name: file } of listed === null ? [] : await entriesOf(project, join("snapshots", name))) {
      if (!listed?.has(file)) found.push(join("snapshots", name, file));
    }
  }
  return found.sort();
}

/** What a snapshot's manifest names; null when it cannot be read, which is damage and not a foreign file. */
async function listedFiles(manifest: string): Promise<Set<string> | null> {
  try {
    const { files } = JSON.parse(await readFile(manifest, "utf8")) as { files: { file: string }[] };
    return new Set(["manifest.json", ...files.map(({ file }) => file)]);
  } catch {
    return null;
  }
}

async function entriesOf(project: Project, folder: string): Promise<Dirent[]> {
  return readdir(project.varPath(folder), { withFileTypes: true }).catch(() => []);
}
