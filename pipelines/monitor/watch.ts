import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { KnownError } from "../../models/errors.ts";
import type { Row } from "../../sql/table.ts";
import { buildAside } from "../buildWarehouse.ts";
import { collect, describeSnapshot } from "../collect.ts";
import { asStorageError, renameDurably, syncFile } from "../files.ts";
import { readModels } from "../readModels.ts";
import { type Run, temporaryFolder } from "../run.ts";
import { wallClock } from "../schedule/zonedTime.ts";
import type { Snapshot } from "../snapshot.ts";
import { readRows } from "../warehouse/readRows.ts";
import { readWarehouse } from "../warehouse/readWarehouse.ts";
import { type MonitorMart, monitorMarts } from "./monitorMarts.ts";

/** The monitor as it stands: a small warehouse, and the rows of its marts. */
export interface Watch {
  readonly asOf: string;
  readonly path: string;
  readonly snapshot: Snapshot;
  readonly marts: ReadonlyMap<MonitorMart, readonly Row[]>;
}

/** Campaigns are told by the days of Vietnam, wherever the machine stands. */
const zone = "Asia/Ho_Chi_Minh";

/**
 * Tells of every watched campaign as of a day, that day included: collects, builds the monitor's tables, and puts them in the
 * place of the last ones. Without a day it is today in Vietnam. A day that has passed is told by what the stores hold now.
 */
export async function watch(run: Run, asOf?: string): Promise<Watch> {
  const day = asOf ?? wallClock(run.startedAt, zone).slice(0, 10);
  const snapshot = await run.phase("collect", () => collect(run), describeSnapshot);
  const path = run.project.varPath("monitor", "monitor.duckdb");
  await run.phase("monitor", () => refresh(run, snapshot, day, path));
  return { asOf: day, path, snapshot, marts: await readMonitor(run, path) };
}

async function refresh(run: Run, snapshot: Snapshot, asOf: string, path: string): Promise<void> {
  const models = await readModels(run.project);
  if (models.spec.rounds.every(({ campaign }) => campaign === null)) {
    throw new KnownError("No round has a campaign to watch.", {
      hint: "Add models/rounds/<year>/campaign.yaml; docs/monitor.md shows one.",
    });
  }
  Object.assign(run.record.inputs, { snapshot: snapshot.hash, models: models.hash, as_of: asOf });
  const work = temporaryFolder(run);
  const staged = join(work, "monitor.duckdb");
  try {
    await mkdir(work, { recursive: true });
    await buildAside(run, staged, snapshot, models, { asOf, tables: monitorMarts });
    await syncFile(staged);
    await mkdir(run.project.varPath("monitor"), { recursive: true });
    await run.assertHeld();
    await renameDurably(staged, path);
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function readMonitor(run: Run, path: string): Promise<Map<MonitorMart, Row[]>> {
  return readWarehouse(run, { path }, async ({ connection }) => {
    const marts = new Map<MonitorMart, Row[]>();
    for (const name of monitorMarts) marts.set(name, await readRows(connection, `from ${name}`));
    return marts;
  });
}
