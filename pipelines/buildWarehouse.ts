import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { toSpecTables } from "../models/spec/specTables.ts";
import { rawTables } from "../sources/source.ts";
import { layers } from "../sql/table.ts";
import { buildId, buildPath, findBuild, keepBuild } from "./builds.ts";
import { asStorageError } from "./files.ts";
import { type Models, readModels } from "./readModels.ts";
import { type Run, temporaryFolder } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";
import { buildTable } from "./warehouse/buildTable.ts";
import { connect, lock } from "./warehouse/connection.ts";
import { loadSnapshot } from "./warehouse/loadSnapshot.ts";
import { type CheckResult, runChecks } from "./warehouse/runChecks.ts";
import { readTables, tablesFor } from "./warehouse/tables.ts";
import { writeRows } from "./warehouse/writeRows.ts";

/** A checked warehouse: one DuckDB file that no longer changes, and what it was made from. */
export interface Warehouse {
  readonly id: string;
  readonly path: string;
  readonly snapshot: Snapshot;
  readonly models: Models;
  readonly checks: readonly CheckResult[];
  /** False when an equal build was there already. */
  readonly isNew: boolean;
}

/**
 * Phase 2: files become a fresh database, every promise checked, and only then does it get its name.
 * Its id is the hash of everything it is made from, so an equal build is not made twice.
 */
export async function buildWarehouse(run: Run, snapshot: Snapshot): Promise<Warehouse> {
  const models = await readModels(run.project);
  const id = await buildId({ snapshot: snapshot.hash, models: models.hash });
  Object.assign(run.record.inputs, { snapshot: snapshot.hash, models: models.hash, build: id });
  const path = buildPath(run.project, id);
  const warehouse = { id, path, snapshot, models };
  const found = await findBuild(run, id);
  if (found) return { ...warehouse, checks: found.checks, isNew: false };

  const work = temporaryFolder(run);
  const staged = join(work, "warehouse.duckdb");
  try {
    await mkdir(work, { recursive: true });
    const checks = await buildAside(run, staged, snapshot, models);
    await keepBuild(run, id, staged, checks);
    return { ...warehouse, checks, isNew: true };
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What a run record keeps of a build. */
export function describeWarehouse({ id, isNew, checks }: Warehouse): Record<string, unknown> {
  const warnings = checks.filter((check) => check.n_failing > 0).length;
  return { build: id, is_new: isNew, checks: checks.length, warnings };
}

/** What of a warehouse is built; without anything said, all of it, from all that the snapshot holds. */
export interface BuildScope {
  /** The day until which participation is told. */
  readonly asOf?: string;
  /** Only these tables and what they are made from. */
  readonly tables?: readonly string[];
}

/** Builds a warehouse file that nobody sees yet. */
export async function buildAside(
  run: Run,
  staged: string,
  snapshot: Snapshot,
  models: Models,
  scope: BuildScope = {},
): Promise<CheckResult[]> {
  const { connection, close } = await connect(staged, {
    threads: run.threads,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: temporaryFolder(run),
    signal: run.signal,
  });
  try {
    const checks = await fill(run, connection, snapshot, models, scope);
    await connection.run("checkpoint");
    return checks;
  } finally {
    close();
  }
}

async function fill(
  run: Run,
  connection: DuckDBConnection,
  snapshot: Snapshot,
  models: Models,
  { asOf, tables: wanted }: BuildScope,
): Promise<CheckResult[]> {
  for (const layer of layers) await connection.run(`create schema ${layer}`);
  await loadSnapshot(connection, snapshot);
  const spec = toSpecTables(models.spec, asOf ?? null);
  for (const table of spec) await writeRows(connection, table.name, table.columns, table.rows);
  await lock(connection);

  const given = new Set([
    ...Object.keys(rawTables).map((name) => `raw.${name}`),
    ...spec.map((table) => table.name),
  ]);
  const checks: CheckResult[] = [];
  const tables = await readTables(connection, given);
  for (const table of wanted ? tablesFor(wanted, tables) : tables) {
    await run.pause();
    run.progress.step(table.name);
    const begin = process.hrtime.bigint();
    await buildTable(connection, table);
    const results = await runChecks(connection, table);
    run.log.info(
      { table: table.name, seconds: Number(process.hrtime.bigint() - begin) / 1e9 },
      "table built",
    );
    for (const result of results) if (result.n_failing > 0) run.log.warn(result, "check failed");
    checks.push(...results);
  }
  return checks;
}
