import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ReleasedFigure } from "../models/spec/releasedFigures.ts";
import type { SpecTable } from "../models/spec/specTable.ts";
import { toSpecTables } from "../models/spec/specTables.ts";
import { rawTables } from "../sources/source.ts";
import { layers, type Row } from "../sql/table.ts";
import { buildPath, findBuild, keepBuild } from "./builds.ts";
import { earlierReleases, readReleasedFigures } from "./earlierReleases.ts";
import { asStorageError } from "./files.ts";
import { type Models, readModels } from "./readModels.ts";
import { keepRuleRun } from "./ruleHistory.ts";
import { type Run, temporaryFolder } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";
import { buildTable } from "./warehouse/buildTable.ts";
import { connect, lock, type WarehouseOptions } from "./warehouse/connection.ts";
import { loadSnapshot } from "./warehouse/loadSnapshot.ts";
import { readRows } from "./warehouse/readRows.ts";
import { type CheckResult, runChecks } from "./warehouse/runChecks.ts";
import { readTables, type Table } from "./warehouse/tables.ts";
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
  const earlier = await earlierReleases(run, { snapshot: snapshot.hash, models: models.hash });
  const id = earlier.build;
  Object.assign(run.record.inputs, { snapshot: snapshot.hash, models: models.hash, build: id });
  if (earlier.names.length > 0) run.record.inputs["released"] = earlier.names.join(" ");
  const path = buildPath(run.project, id);
  const warehouse = { id, path, snapshot, models };
  const found = await findBuild(run, id);
  if (found) {
    await keepRules(run, path, id);
    await warnOfExposed(run, path);
    return { ...warehouse, checks: found.checks, isNew: false };
  }

  const work = temporaryFolder(run);
  const staged = join(work, "warehouse.duckdb");
  try {
    await mkdir(work, { recursive: true });
    const released = await readReleasedFigures(run, earlier.names);
    const checks = await buildAside(run, staged, snapshot, models, { released }, id);
    await keepBuild(run, id, staged, { checks, snapshot: snapshot.hash, released: earlier.hash, models });
    await warnOfExposed(run, path);
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
  /** What earlier releases show. */
  readonly released?: readonly ReleasedFigure[];
  /** Only these tables and what they are made from. */
  readonly tables?: readonly string[];
}

/** Builds a warehouse file that nobody sees yet. How rules fared is kept where it will be a build. */
export async function buildAside(
  run: Run,
  staged: string,
  snapshot: Snapshot,
  models: Models,
  scope: BuildScope = {},
  build?: string,
): Promise<CheckResult[]> {
  const { connection, close } = await connect(staged, connectionOptions(run));
  try {
    const checks = await fill(run, connection, snapshot, models, scope, build);
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
  { asOf, released = [], tables: wanted }: BuildScope,
  build: string | undefined,
): Promise<CheckResult[]> {
  const spec = toSpecTables(models.spec, asOf ?? null, released);
  for (const layer of layers) await connection.run(`create schema ${layer}`);
  await loadSnapshot(connection, snapshot);
  for (const table of spec) await writeRows(connection, table.name, table.columns, table.rows);
  await lock(connection);
  const checks: CheckResult[] = [];
  const tables = await readTables(connection, givenTables(spec), wanted);
  for (const table of tables)
    checks.push(
      ...(await makeTable(run, connection, table, async () => {
        // before its promises are checked: a run that stops for a rule is kept too
        if (build !== undefined && table.name === "clean.rule_outcomes")
          await keepRuleRun(run, connection, build);
      })),
    );
  return checks;
}

/** The rules of a build that was there already. */
async function keepRules(run: Run, path: string, build: string): Promise<void> {
  const { connection, close } = await connect(path, connectionOptions(run), "read");
  try {
    await keepRuleRun(run, connection, build);
  } finally {
    close();
  }
}

const namedFigures = 20;

/** Tells whoever runs the build, by name, which figures of too few persons earlier releases give away. */
export async function warnOfExposed(run: Run, path: string): Promise<void> {
  const { connection, close } = await connect(path, connectionOptions(run), "read");
  try {
    const exposed = await readRows(connection, "from scores.exposed_figures order by all");
    for (const row of exposed.slice(0, namedFigures)) run.warn(exposedSentence(row));
    const more = exposed.length - namedFigures;
    if (more > 0)
      run.warn(`${more} more figures are given away so; all stand in scores.exposed_figures of ${path}.`);
  } finally {
    close();
  }
}

function exposedSentence(row: Row): string {
  const level = row["answer_level"] === 0 ? "" : `, answer ${row["answer_level"]}`;
  const figure = `${row["cell_code"]}${level} (${row["table_code"]}) of ${row["domain_name"]} in round ${row["round_code"]}`;
  const { exposed_how: how, exposed_by: by } = row;
  if (how === "shown")
    return `${figure} is withheld, but release ${by} shows it: what has been published cannot be taken back.`;
  if (how === "deducible") return `${figure} is withheld, but follows from what these releases show: ${by}.`;
  return `${figure} differs by few persons from release ${by}, so that their answers can be told; the rule of the round only warns.`;
}

function connectionOptions(run: Run): WarehouseOptions {
  return {
    threads: run.threads,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: temporaryFolder(run),
    signal: run.signal,
  };
}

/** What stands before any table is made. */
export function givenTables(spec: readonly SpecTable[]): Set<string> {
  return new Set([
    ...Object.keys(rawTables).map((name) => `raw.${name}`),
    ...spec.map((table) => table.name),
  ]);
}

/** Makes one table and checks every promise of it. */
export async function makeTable(
  run: Run,
  connection: DuckDBConnection,
  table: Table,
  made?: () => Promise<void>,
): Promise<CheckResult[]> {
  await run.pause();
  run.progress.step(table.name);
  const begin = process.hrtime.bigint();
  await buildTable(connection, table);
  await made?.();
  const results = await runChecks(connection, table);
  run.log.info({ table: table.name, seconds: Number(process.hrtime.bigint() - begin) / 1e9 }, "table built");
  for (const result of results) if (result.n_failing > 0) run.log.warn(result, "check failed");
  return results;
}
