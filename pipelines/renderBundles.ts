import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CheckError } from "../models/errors.ts";
import { methodVersion } from "../models/methodVersion.ts";
import { type AssetName, type Assets, assetPlaces } from "../reports/assets.ts";
import { type Bundle, renderBundle } from "../reports/bundle.ts";
import type { ReleaseFacts } from "../reports/facts.ts";
import type { NamedPage, Page } from "../reports/page.ts";
import { maySee, type Reader } from "../reports/reader.ts";
import { renderReleaseIndex } from "../reports/releaseIndex.ts";
import type { Row } from "../sql/table.ts";
import type { Warehouse } from "./buildWarehouse.ts";
import { defaultExportsIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { codeVersion } from "./packageRoot.ts";
import { type Run, temporaryFolder } from "./run.ts";
import { connect } from "./warehouse/connection.ts";
import { readRows } from "./warehouse/readRows.ts";

export interface RenderedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file of a release but its manifest, written once for any release number. */
export interface RenderedBundles {
  readonly edition: string;
  readonly snapshot: string;
  readonly build: string;
  /** Hash of the files without their release number: equal content is never released twice. */
  readonly content: string;
  readonly files: readonly RenderedFile[];
  readonly filesOf: (release: string) => RenderedFile[];
}

/** Stands for the release number until it is known; private-use characters, which no page holds otherwise. */
const unnumbered = "\u{E000}release\u{E001}";

/**
 * Phase 3: marts become one bundle per reader. A unit's pages are given its own rows and public aggregates (rows
 * without a unit) and nothing else; only the national bundle is given all.
 */
export async function renderBundles(run: Run, warehouse: Warehouse): Promise<RenderedBundles> {
  const assets = await readAssets();
  const pages = await readPages();
  const { marts, readers, newest } = await readMarts(run, warehouse, pages);
  const facts: ReleaseFacts = {
    release: unnumbered,
    snapshotHash: warehouse.snapshot.hash,
    methodVersion,
    codeVersion,
    printedDate: String(newest["printed_date"]),
    language: run.project.config.language,
  };
  const bundles: Bundle[] = [];
  for (const reader of readers) {
    await run.pause();
    run.progress.step(reader.kind === "national" ? "national" : reader.unit_name);
    bundles.push(
      await renderBundle({
        reader,
        pages,
        rowsOf: (mart) => rowsFor(reader, marts.get(mart) ?? []),
        facts,
        assets,
      }),
    );
  }
  const files: RenderedFile[] = [
    ...(await renderReleaseIndex({ bundles, facts, assets })),
    ...bundles.flatMap((bundle) =>
      bundle.files.map(({ path, bytes }) => ({ path: `${bundle.folder}/${path}`, bytes })),
    ),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    edition: String(newest["round_code"]),
    snapshot: warehouse.snapshot.hash,
    build: warehouse.id,
    content: sha256(JSON.stringify(files.map(({ path, bytes }) => [path, sha256(bytes)]))),
    files,
    filesOf: (release) => files.map((file) => numbered(file, release)),
  };
}

function numbered({ path, bytes }: RenderedFile, release: string): RenderedFile {
  if (!path.endsWith(".html")) return { path, bytes };
  return { path, bytes: Buffer.from(Buffer.from(bytes).toString("utf8").replaceAll(unnumbered, release)) };
}

/** A unit sees its own rows and public aggregates. */
export function rowsFor(reader: Reader, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => maySee(reader, row));
}

/** The fonts that pages and charts are set in, from their packages. */
export async function readAssets(): Promise<Assets> {
  const require = createRequire(import.meta.url);
  const entries = Object.entries(assetPlaces).map(async ([name, place]) => {
    const [scope, pack, ...rest] = place.split("/") as [string, string, ...string[]];
    const folder = join(require.resolve(`${scope}/${pack}/package.json`), "..");
    return [name as AssetName, new Uint8Array(await readFile(join(folder, ...rest)))] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as unknown as Assets;
}

/** Every page under reports/pages, in reading order. */
export async function readPages(): Promise<NamedPage[]> {
  const pages = await defaultExportsIn<Page>("reports/pages");
  return [...pages]
    .map(([name, page]) => ({ name, page }))
    .sort((a, b) => a.page.order - b.page.order || (a.name < b.name ? -1 : 1));
}

async function readMarts(run: Run, warehouse: Warehouse, pages: readonly NamedPage[]) {
  const { connection, close } = await connect(
    warehouse.path,
    {
      threads: run.threads,
      memoryLimit: run.project.config.memory_limit,
      spillFolder: temporaryFolder(run),
      signal: run.signal,
    },
    "read",
  );
  try {
    const marts = new Map<string, Row[]>();
    for (const name of new Set(pages.map(({ page }) => page.from)))
      marts.set(name, await readRows(connection, `from ${name}`));
    const units = await readRows(connection, "from marts.readers order by all");
    const newest = (await readRows(connection, "from marts.rounds order by round_code")).at(-1);
    if (!newest) throw new CheckError("No store gives anything for any round: there is nothing to publish.");
    const readers: Reader[] = [{ kind: "national" }, ...units.map(toReader)];
    return { marts, readers, newest };
  } finally {
    close();
  }
}

function toReader(unit: Row): Reader {
  return {
    kind: unit["unit_level"] as "province" | "ministry",
    unit_code: String(unit["unit_code"]),
    unit_name: String(unit["unit_name"]),
    unit_name_en: String(unit["unit_name_en"]),
    is_fictional: unit["is_fictional"] === true,
  };
}
