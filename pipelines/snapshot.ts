import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { SourceError } from "../models/errors.ts";
import type { RawTable } from "../sources/source.ts";
import { sha256, sha256OfFile } from "./files.ts";
import type { Project } from "./project.ts";

export interface SnapshotFile {
  readonly store: string;
  readonly kind: string;
  readonly provenance: "published" | "illustrative";
  /** A sheet of answers holds a response a row and a question a column. */
  readonly table: RawTable | "answer_sheets";
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

/** The immutable copy of what the sources gave; `hash` is of its manifest and names its folder. */
export interface Snapshot {
  readonly hash: string;
  readonly folder: string;
  readonly files: readonly SnapshotFile[];
}

/** The name of a file of a snapshot: it stands in the snapshot's own folder, wherever the manifest came from. */
const plainName = /^[\w-][\w.-]*\.parquet$/;

/** Reads a snapshot and proves that it is whole: the manifest against its name, each file against its hash. */
export async function readSnapshot(project: Pick<Project, "varPath">, hash: string): Promise<Snapshot> {
  const folder = project.varPath("snapshots", hash);
  const manifest = await readFile(join(folder, "manifest.json"), "utf8").catch(() => null);
  if (manifest === null || sha256(manifest) !== hash) throw damaged(folder, "manifest.json");
  const { files } = JSON.parse(manifest) as { files: SnapshotFile[] };
  if (!files.every(({ file }) => plainName.test(file))) throw damaged(folder, "manifest.json");
  const isKept = ({ table, file }: SnapshotFile) => table !== "deliveries" || existsSync(join(folder, file));
  const held = files.filter(isKept); // deliveries are taken out after `deliveries_keep_days`
  for (const file of held) {
    const found = await sha256OfFile(join(folder, file.file)).catch(() => "");
    if (found !== file.sha256) throw damaged(folder, file.file);
  }
  return { hash, folder, files: held };
}

/** What a snapshot calls the file of a table, or of one form's sheet. */
export function snapshotFileName(store: string, table: string, form?: string): string {
  return `${[store, table, ...(form === undefined ? [] : [form])].join(".")}.parquet`;
}

/** The snapshot that was made last, by its folder's time; null when there is none. */
export async function findNewest(
  project: Pick<Project, "varPath">,
): Promise<{ readonly hash: string; readonly at: Date } | null> {
  const folder = project.varPath("snapshots");
  const names = await readdir(folder).catch(() => []);
  const dated = await Promise.all(
    names
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .map(async (hash) => ({ hash, at: (await stat(join(folder, hash))).mtime })),
  );
  return dated.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** A file of the newest snapshot, when that holds this table of this store and the file is still what was collected. */
export async function findLastFile(
  project: Pick<Project, "varPath">,
  wanted: {
    readonly store: string;
    readonly kind: string;
    readonly table: string;
    readonly form: string | undefined;
  },
): Promise<string | undefined> {
  const newest = await findNewest(project);
  if (!newest) return undefined;
  const folder = project.varPath("snapshots", newest.hash);
  const manifest = await readFile(join(folder, "manifest.json"), "utf8").catch(() => "");
  if (sha256(manifest) !== newest.hash) return undefined;
  const name = snapshotFileName(wanted.store, wanted.table, wanted.form);
  const { files } = JSON.parse(manifest) as { files: SnapshotFile[] };
  const file = files.find((candidate) => candidate.file === name && candidate.kind === wanted.kind);
  if (!file) return undefined;
  const path = join(folder, name);
  return (await sha256OfFile(path).catch(() => "")) === file.sha256 ? path : undefined;
}

function damaged(folder: string, file: string): SourceError {
  return new SourceError(`The snapshot file ${join(folder, file)} is missing or not what was collected.`, {
    hint: `Remove the folder ${folder} and run \`thuocdo collect\` again.`,
  });
}
