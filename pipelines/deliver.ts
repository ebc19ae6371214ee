import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Warehouse } from "./buildWarehouse.ts";
import { asStorageError, renameDurably, sha256OfFile, writeAtomically } from "./files.ts";
import { keepHistory, stageHistory } from "./history.ts";
import { codeVersion } from "./packageRoot.ts";
import { quarantine } from "./quarantine.ts";
import {
  findProblems,
  newestRelease,
  type Pointer,
  type ReleaseManifest,
  readPointer,
  readReleases,
} from "./releases.ts";
import type { RenderedBundles } from "./renderBundles.ts";
import { type Run, temporaryFolder } from "./run.ts";
import { writeFolder } from "./writeFolder.ts";

/** A numbered revision of an edition: a folder that never changes. */
export interface Release {
  readonly name: string;
  readonly folder: string;
  readonly manifestHash: string;
  readonly isNew: boolean;
}

/**
 * Phase 4: bundles become a release. They lie aside, flushed, and are named by one rename; then the pointer is replaced by one
 * rename. The newest release of the edition is compared first: nothing new, no new release. Should its folder no longer
 * be what was delivered, it is written again, byte for byte.
 */
export async function deliver(
  run: Run,
  warehouse: Warehouse,
  bundles: RenderedBundles,
  revised: { readonly reason: string | undefined; readonly nMoved: number },
): Promise<Release> {
  const newest = await newestRelease(run.project, bundles.edition);
  if (newest?.release === bundles.release) {
    const folder = run.project.varPath("releases", newest.release);
    const problems = await findProblems(folder, newest);
    if (problems.length > 0) {
      await quarantine(run, folder, `is not what was delivered (${problems[0]})`);
      await writeRelease(run, bundles, newest);
    }
    return { ...(await pointTo(run, newest)), isNew: false };
  }
  const { release } = bundles;
  const history = await stageHistory(run, warehouse);
  const manifest: ReleaseManifest = {
    format: 1,
    release,
    edition: bundles.edition,
    revision: Number(release.split("-r")[1]),
    snapshot: bundles.snapshot,
    build: bundles.build,
    code_version: codeVersion,
    language: run.project.config.language,
    formats: run.project.config.formats,
    content: bundles.content,
    history_sha256: history.sha256,
    ...(revised.nMoved > 0 && { revision_reason: revised.reason, moved_values: revised.nMoved }),
    files: [...bundles.files],
  };
  await writeRelease(run, bundles, manifest, history.path);
  return { ...(await pointTo(run, manifest)), isNew: true };
}

/** The newest release of its edition, if it was made from this very build and is whole: then there is nothing to render. */
export async function maybeReleased(run: Run, warehouse: Warehouse): Promise<Release | null> {
  const releases = await readReleases(run.project);
  const made = releases.find(
    ({ build, language, formats }) =>
      build === warehouse.id &&
      language === run.project.config.language &&
      formats.join() === run.project.config.formats.join(),
  );
  const newest = releases.filter(({ edition }) => edition === made?.edition).at(-1);
  if (made === undefined || made !== newest) return null;
  const problems = await findProblems(run.project.varPath("releases", made.release), made);
  return problems.length > 0 ? null : { ...(await pointTo(run, made)), isNew: false };
}

async function writeRelease(
  run: Run,
  { staged }: RenderedBundles,
  manifest: ReleaseManifest,
  history?: string,
): Promise<void> {
  const target = run.project.varPath("releases", manifest.release);
  const bytes = Buffer.from(manifestText(manifest));
  try {
    await writeFolder(staged, [{ path: "manifest.json", bytes }]);
    await mkdir(dirname(target), { recursive: true });
    await run.assertHeld();
    if (history) await keepHistory(run, history, manifest.release); // first: a release never stands without its values
    await renameDurably(staged, target);
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    await rm(temporaryFolder(run), { recursive: true, force: true });
  }
}

function manifestText(manifest: ReleaseManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Leads readers to a release, unless they are led there already. */
async function pointTo(run: Run, manifest: ReleaseManifest): Promise<Omit<Release, "isNew">> {
  const { release } = manifest;
  const folder = run.project.varPath("releases", release);
  const manifestHash = await sha256OfFile(join(folder, "manifest.json"));
  const pointer: Pointer = { release, folder: join("releases", release), manifest_sha256: manifestHash };
  if ((await readPointer(run.project))?.manifest_sha256 !== manifestHash) {
    await run.assertHeld();
    await writeAtomically(run.project.varPath("current.json"), `${JSON.stringify(pointer, null, 2)}\n`);
  }
  return { name: release, folder, manifestHash };
}
