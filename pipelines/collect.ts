import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { SourceError, SpecError } from "../models/errors.ts";
import { explainIssues } from "../models/spec/explainIssue.ts";
import { formatPath } from "../models/spec/parsed.ts";
import type { Spec } from "../models/spec/spec.ts";
import { sqlLiteral } from "../models/text/sqlLiteral.ts";
import { type Extract, rawTables, type Source } from "../sources/source.ts";
import { defaultExportsIn } from "./discover.ts";
import { type RoundDrift, readAnswerDrift, readDrift, stopOnDrift } from "./drift.ts";
import { expireDeliveries } from "./expireDeliveries.ts";
import { asStorageError, renameDurably, sha256, sha256OfFile, syncFile, writeAtomically } from "./files.ts";
import { type Project, type ProjectConfig, storesOf } from "./project.ts";
import { quarantine } from "./quarantine.ts";
import { readModels } from "./readModels.ts";
import { withRetries } from "./retry.ts";
import { type Run, temporaryFolder } from "./run.ts";
import {
  findLastFile,
  findNewest,
  readSnapshot,
  type Snapshot,
  type SnapshotFile,
  snapshotFileName,
} from "./snapshot.ts";
import { connect } from "./warehouse/connection.ts";
import { writeRows } from "./warehouse/writeRows.ts";

/**
 * Phase 1: the outside world becomes files that never change. Every table of every store is written as Parquet,
 * counted and hashed; the snapshot's name is the hash of that list, so the same world gives the same snapshot.
 */
export async function collect(run: Run): Promise<Snapshot> {
  const work = join(temporaryFolder(run), "snapshot");
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const files: SnapshotFile[] = [];
    const stores = storesOf(run.project);
    if (stores.length === 0) run.warn("thuocdo.yaml names no store that is there: the snapshot is empty.");
    for (const [name, store] of stores) {
      run.progress.step(name);
      files.push(...(await withRetries(run, `Store ${name}`, () => collectStore(run, name, store, work))));
    }
    const snapshot = await keepSnapshot(run, work, files);
    await expireDeliveries(run);
    return snapshot;
  } catch (error) {
    if (error instanceof SourceError && error.retriable) await sayWhatStands(run);
    throw asStorageError(error, work);
  } finally {
    await rm(temporaryFolder(run), { recursive: true, force: true });
  }
}

/** A store that cannot be reached takes nothing away: what was collected and published before stays, and is so old. */
async function sayWhatStands(run: Run): Promise<void> {
  const newest = await findNewest(run.project);
  if (!newest) return;
  const hours = Math.max(0, Math.round((run.startedAt.getTime() - newest.at.getTime()) / 3_600_000));
  run.warn(
    `Nothing was collected. The newest snapshot (${newest.hash.slice(0, 12)}) stays; it is ${hours} h old.`,
  );
}

/** What a run record keeps of a snapshot. */
export function describeSnapshot({ hash, files }: Snapshot): Record<string, unknown> {
  const tables = files
    .filter(({ rows }) => rows > 0)
    .map(({ store, table, rows }) => [`${store}.${table}`, rows]);
  return { snapshot: hash, rows: Object.fromEntries(tables) };
}

async function collectStore(
  run: Run,
  name: string,
  store: ProjectConfig["stores"][string],
  folder: string,
): Promise<SnapshotFile[]> {
  const { kind, provenance } = store;
  const { source, config } = await openSource(name, store);
  const files: SnapshotFile[] = [];
  const warn = (warning: string) => run.warn(`Store ${name}: ${warning}`);
  const last = (table: string, form?: string) =>
    findLastFile(run.project, { store: name, kind, table, form });
  const context = { resolvePath: run.project.resolvePath, warn, last, signal: run.signal };
  for await (const extract of source.extract(config, context)) {
    const file = snapshotFileName(name, extract.table, "form" in extract ? extract.form : undefined);
    const path = join(folder, file);
    await run.pause();
    await rm(path, { force: true }); // of an attempt that broke off
    const rows = await landExtract(run, extract, path);
    await syncFile(path);
    if (extract.table === "instrument_questions")
      await requireNoDrift(run, name, (spec) => readDrift(path, spec));
    files.push({
      store: name,
      kind,
      provenance,
      table: extract.table,
      file,
      rows,
      sha256: await sha256OfFile(path),
    });
    run.log.info({ store: name, table: extract.table, rows }, "table collected");
  }
  const landed = answersWithoutForm(files, folder);
  if (landed) await requireNoDrift(run, name, (spec) => readAnswerDrift(landed, spec));
  if (files.every(({ rows }) => rows === 0))
    warn("it gave no row at all. Are its settings right, rounds first?");
  return files;
}

/** Not "password: …": what follows that is taken for one, and hidden. */
const secretElsewhere =
  'the key "password" may not stand here; put it in a file, and name that as password_file';

/** The source that reads a configured store, and the store's settings as that source wants them. Throws SpecError naming each wrong setting. */
export async function openSource(
  name: string,
  store: ProjectConfig["stores"][string],
): Promise<{ source: Source; config: unknown }> {
  const source = await findSource(name, store.kind);
  const { kind, provenance, optional, ...settings } = store;
  const config = source.config.safeParse(settings);
  if (config.success) return { source, config: config.data };
  throw new SpecError(
    explainIssues(config.error.issues, settings).map(({ path, message }) => {
      const isSecret = path.at(-1) === "password"; // which no source knows as a key
      return {
        file: "thuocdo.yaml",
        path: formatPath(["stores", name, ...(isSecret ? path.slice(0, -1) : path)]),
        message: isSecret ? secretElsewhere : message,
      };
    }),
  );
}

/** What the store's forms ask must be what the instruments read: said before the large tables leave, where the store tells. */
async function requireNoDrift(
  run: Run,
  name: string,
  read: (spec: Spec) => Promise<RoundDrift[]>,
): Promise<void> {
  const { spec } = await readModels(run.project);
  const drifts = await read(spec);
  for (const drift of drifts) run.log.warn({ store: name, ...drift }, "drift");
  stopOnDrift(name, drifts);
}

/** The files of forms and answers of a store that says of no form what it asks. */
export function answersWithoutForm(
  files: readonly Pick<SnapshotFile, "table" | "file" | "rows">[],
  folder: string,
): { responses: string; answers: string } | null {
  const pathOf = (table: string) => {
    const found = files.find((file) => file.table === table && file.rows > 0);
    return found && join(folder, found.file);
  };
  const [asked, responses, answers] = ["instrument_questions", "responses", "answers"].map(pathOf);
  return !asked && responses && answers ? { responses, answers } : null;
}

async function findSource(name: string, kind: string): Promise<Source> {
  const sources = await defaultExportsIn<Source>("sources");
  const source = [...sources.values()].find((candidate) => candidate.kind === kind);
  if (!source) {
    const known = [...sources.values()].map((candidate) => candidate.kind).join(", ");
    throw new SpecError([
      {
        file: "thuocdo.yaml",
        path: `stores.${name}.kind`,
        message: `"${kind}" is no kind of store; there are: ${known}`,
      },
    ]);
  }
  return source;
}

/** Writes one table as Parquet and counts its rows from the file itself. */
export async function landExtract(run: Run, extract: Extract, path: string): Promise<number> {
  const { connection, close } = await connect(":memory:", {
    threads: 1,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: temporaryFolder(run),
    signal: run.signal,
  });
  const quoted = sqlLiteral(path);
  try {
    if ("writeParquet" in extract) {
      await extract.writeParquet(path);
    } else {
      const rows = [];
      for await (const batch of extract.batches) rows.push(...batch);
      await writeRows(connection, "main.landed", rawTables[extract.table], rows);
      await connection.run(`copy landed to ${quoted} (format parquet, compression zstd)`);
    }
    const counted = await connection.runAndReadAll(`select count(*) from read_parquet(${quoted})`);
    return Number(counted.getRows()[0]?.[0] ?? 0);
  } finally {
    close();
  }
}

/** Gives the finished folder its name; a snapshot of the same content is already there and stays. */
async function keepSnapshot(run: Run, folder: string, files: readonly SnapshotFile[]): Promise<Snapshot> {
  const manifest = `${JSON.stringify({ format: 1, files }, null, 2)}\n`;
  const hash = sha256(manifest);
  const target = run.project.varPath("snapshots", hash);
  if (existsSync(target)) {
    const kept = await maybeWhole(run.project, hash);
    if (kept) return kept;
    await quarantine(run, target, "is no longer what was collected");
  }
  await writeAtomically(join(folder, "manifest.json"), manifest);
  await mkdir(run.project.varPath("snapshots"), { recursive: true });
  await run.assertHeld();
  await renameDurably(folder, target);
  return readSnapshot(run.project, hash);
}

async function maybeWhole(project: Project, hash: string): Promise<Snapshot | null> {
  return readSnapshot(project, hash).catch((error) => {
    if (error instanceof SourceError) return null;
    throw error;
  });
}
