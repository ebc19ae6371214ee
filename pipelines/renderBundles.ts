import { join } from "node:path";
import { CheckError } from "../models/errors.ts";
import { methodVersion } from "../models/methodVersion.ts";
import { composeBundle } from "../reports/bundle.ts";
import type { ReleaseFacts } from "../reports/facts.ts";
import type { OpenTable, OpenType } from "../reports/openTable.ts";
import type { NamedPage, Page } from "../reports/page.ts";
import { maySee, type Reader, type UnitReader } from "../reports/reader.ts";
import { composeReleaseIndex, writeReleaseIndex } from "../reports/releaseIndex.ts";
import type { Row, TableHead } from "../sql/table.ts";
import type { Warehouse } from "./buildWarehouse.ts";
import { reportCodeHash } from "./codeHash.ts";
import { defaultExportsIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { codeVersion } from "./packageRoot.ts";
import { nextRelease } from "./releases.ts";
import { languagesOf, readAssets, readWriters } from "./reportTools.ts";
import { type Run, temporaryFolder } from "./run.ts";
import { type StagedFile, stageFiles } from "./stageFiles.ts";
import { readRows } from "./warehouse/readRows.ts";
import { readWarehouse } from "./warehouse/readWarehouse.ts";
import { readWhole, type WholeTable } from "./warehouse/readWhole.ts";
import { readHeads } from "./warehouse/tables.ts";
import { startWriters, writeBundles } from "./writeBundles.ts";

/** Every file of a release but its manifest. */
export interface RenderedBundles {
  readonly edition: string;
  /** The number it has, or gets when it is delivered. */
  readonly release: string;
  readonly snapshot: string;
  readonly build: string;
  /** Hash of what the files are made of and of the code that makes them, without the number: equal content is never released twice. */
  readonly content: string;
  /** The folder that they lie in, until it gets its name. */
  readonly staged: string;
  readonly files: readonly StagedFile[];
}

/**
 * Phase 3: marts become one bundle per reader. A unit's pages are given its own rows and public aggregates (rows
 * without a unit) and nothing else; only the national bundle is given all.
 *
 *     rows ─compose─► documents in each language ─write─► files in each format
 *
 * Each bundle is composed when its turn to be written comes, so that a release of many units does not fill the memory.
 */
export async function renderBundles(run: Run, warehouse: Warehouse): Promise<RenderedBundles> {
  const { config } = run.project;
  const languages = languagesOf(config.language);
  const writers = await readWriters(config.formats);
  const pages = await readPages();
  const { readers, newest } = await readReaders(run, warehouse);
  const threads = startWriters(run, readers.length, config.formats);
  try {
    const { marts, tables, hashes } = await readMarts(run, warehouse, pages);
    const edition = String(newest["round_code"]);
    const unnumbered: Omit<ReleaseFacts, "release"> = {
      snapshotHash: warehouse.snapshot.hash,
      methodVersion,
      codeVersion,
      printedDate: String(newest["printed_date"]),
    };
    const content = await contentHash({
      readers,
      tables,
      hashes,
      languages,
      unnumbered,
      formats: config.formats,
    });
    const release = await nextRelease(run.project, edition, content);
    const givesData = writers.some(({ writer }) => writer.givesData === true);
    const staged = join(temporaryFolder(run), release);
    const tools = { facts: { ...unnumbered, release }, assets: await readAssets(), writers };
    const bundles = await writeBundles(
      run,
      readers.map((reader) => ({
        reader,
        compose: () =>
          composeBundle({
            reader,
            pages,
            rowsOf: rowsOf(reader, marts),
            languages,
            tables: reader.kind === "national" && givesData ? tables : [],
          }),
      })),
      tools,
      staged,
      threads,
    );
    const index = await writeReleaseIndex(composeReleaseIndex(bundles, languages), tools);
    const files = [...(await stageFiles(staged, "", index)), ...bundles.flatMap(({ files }) => files)];
    return {
      edition,
      release,
      snapshot: warehouse.snapshot.hash,
      build: warehouse.id,
      content,
      staged,
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    };
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Documents are made of the rows by the code, so what these are decides what those say. */
async function contentHash({
  tables,
  ...shared
}: {
  readonly tables: readonly OpenTable[];
  /** Of the rows of each mart. */
  readonly hashes: readonly (readonly [mart: string, sha256: string])[];
  readonly [part: string]: unknown;
}): Promise<string> {
  const heads = tables.map(({ rows: _, ...head }) => head);
  return sha256(JSON.stringify({ ...shared, heads, code: await reportCodeHash() }));
}

/** The rows of a reader, picked once for all pages that read them. */
function rowsOf(reader: Reader, marts: ReadonlyMap<string, readonly Row[]>) {
  const picked = new Map<string, readonly Row[]>();
  return (mart: string): readonly Row[] => {
    const rows = picked.get(mart) ?? rowsFor(reader, marts.get(mart) ?? []);
    picked.set(mart, rows);
    return rows;
  };
}

/** A unit sees its own rows and public aggregates. */
export function rowsFor(reader: Reader, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => maySee(reader, row));
}

/** Every page under reports/pages, in reading order. */
export async function readPages(): Promise<NamedPage[]> {
  const pages = await defaultExportsIn<Page>("reports/pages");
  return [...pages]
    .map(([name, page]) => ({ name, page }))
    .sort((a, b) => a.page.order - b.page.order || (a.name < b.name ? -1 : 1));
}

/** Whom a bundle is for, the nation first, and the newest round. */
function readReaders(run: Run, warehouse: Warehouse) {
  return readWarehouse(run, warehouse, async ({ connection }) => {
    const units = await readRows(connection, "from marts.readers order by all");
    const newest = (await readRows(connection, "from marts.rounds order by round_code")).at(-1);
    if (!newest) throw new CheckError("No store gives anything for any round: there is nothing to publish.");
    const readers: Reader[] = [{ kind: "national" }, ...units.map(toReader)];
    return { readers, newest };
  });
}

function readMarts(run: Run, warehouse: Warehouse, pages: readonly NamedPage[]) {
  return readWarehouse(run, warehouse, async ({ connection }) => {
    const marts = new Map<string, readonly Row[]>();
    const tables: OpenTable[] = [];
    const hashes: [string, string][] = [];
    const heads = await readHeads("marts");
    for (const name of [...new Set(pages.map(({ page }) => page.from))].sort()) {
      const whole = await readWhole(connection, name);
      marts.set(name, whole.rows);
      hashes.push([name, whole.sha256]);
      const head = heads.get(name);
      if (head) tables.push(toOpenTable(name, head, whole));
    }
    return { marts, tables, hashes };
  });
}

/** A mart as data: its dictionary is the head of its own file. */
function toOpenTable(
  name: string,
  { summary, grain, columns: descriptions = {} }: TableHead,
  { columns, rows }: WholeTable,
): OpenTable {
  return {
    name: name.replace("marts.", ""),
    summary,
    key: grain,
    columns: columns.map((column) => ({
      name: column.name,
      type: openType(column.type),
      description: descriptions[column.name] ?? "",
    })),
    rows,
  };
}

function openType(type: string): OpenType {
  if (/^(TINYINT|SMALLINT|INTEGER)$/.test(type)) return "integer";
  if (/^(BIGINT|HUGEINT|DOUBLE|FLOAT)$/.test(type)) return "number";
  if (type.startsWith("DECIMAL")) return "decimal";
  if (type === "DATE") return "date";
  return type === "BOOLEAN" ? "boolean" : "text";
}

/** The reader of a row of marts.readers. */
export function toReader(unit: Row): UnitReader {
  return {
    kind: unit["unit_level"] as "province" | "ministry",
    unit_code: String(unit["unit_code"]),
    unit_name: String(unit["unit_name"]),
    unit_name_en: String(unit["unit_name_en"]),
    is_fictional: unit["is_fictional"] === true,
  };
}
