import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { SpecTable } from "../../models/spec/specTable.ts";
import { toSpecTables } from "../../models/spec/specTables.ts";
import { affectedTables } from "../../sql/affectedTables.ts";
import { layers } from "../../sql/table.ts";
import { givenTables, makeTable, type Warehouse } from "../buildWarehouse.ts";
import { codeHash } from "../codeHash.ts";
import { asStorageError, renameDurably, sha256, syncFile, writeAtomically } from "../files.ts";
import { type Run, temporaryFolder } from "../run.ts";
import { connect, lock } from "../warehouse/connection.ts";
import type { CheckResult } from "../warehouse/runChecks.ts";
import { parseChecks, readTables, type Table, tablesFor } from "../warehouse/tables.ts";
import { writeRows } from "../warehouse/writeRows.ts";
import type { TrialModels } from "./readTrialModels.ts";
import { type TrialNote, trialFolder } from "./trial.ts";

/** What a difference is told from; what they read is made, the rest of a warehouse only where it is asked for. */
const comparedTables = [
  "estimates.sipas",
  "estimates.domain_names",
  "weights.final_weights",
  "weights.steps",
  "weights.collapsed_categories",
  "marts.response_flow",
  "scores.par_index",
  "scores.par_ministry_scores",
];

/** The large tables of later layers that only making others reads. */
const neverCompared = new Set(["clean.sample_paths", "clean.response_status", "weights.case_statuses"]);

/** A finished trial: its note, and how every promise of the tables made anew was kept. */
export interface Trial {
  readonly note: TrialNote;
  readonly checks: readonly CheckResult[];
}

/**
 * Builds a round by another recipe, beside the official build and from the same snapshot. Tables that the recipe cannot touch
 * are taken from there; all others are made and checked as in any build. A trial lies in var/trials, where no release looks.
 */
export async function buildTrial(
  run: Run,
  official: Warehouse,
  models: TrialModels,
  { name, round, isWhole }: { name: string; round: string; isWhole: boolean },
): Promise<Trial> {
  const work = join(temporaryFolder(run), "trial");
  const staged = join(work, "warehouse.duckdb");
  try {
    await mkdir(work, { recursive: true });
    const { checks, ...made } = await buildBeside(run, staged, official, models, isWhole);
    await syncFile(staged);
    const note: TrialNote = {
      trial: name,
      round,
      beside: official.id,
      is_whole: isWhole,
      ...made,
      made_of: {
        snapshot: official.snapshot.hash,
        models: models.hash,
        code: await codeHash(),
        recipe: sha256(models.recipeText),
      },
    };
    await writeAtomically(join(work, "recipe.yaml"), models.recipeText);
    for (const [file, text] of models.roundFiles) await writeAtomically(join(work, file), text);
    await writeAtomically(join(work, "trial.json"), `${JSON.stringify(note, null, 1)}\n`);
    await keepTrial(run, work, name);
    return { note, checks };
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A trial of the same name is replaced. */
async function keepTrial(run: Run, work: string, name: string): Promise<void> {
  await run.assertHeld();
  await mkdir(run.project.varPath("trials"), { recursive: true });
  await rm(trialFolder(run.project, name), { recursive: true, force: true });
  await renameDurably(work, trialFolder(run.project, name));
}

async function buildBeside(
  run: Run,
  staged: string,
  official: Warehouse,
  models: TrialModels,
  isWhole: boolean,
): Promise<{ checks: CheckResult[]; changed_settings: string[]; made_tables: string[] }> {
  const { connection, close } = await connect(staged, {
    threads: run.threads,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: temporaryFolder(run),
    signal: run.signal,
  });
  try {
    for (const layer of layers) await connection.run(`create schema ${layer}`);
    const spec = toSpecTables(models.spec);
    for (const table of spec) await writeRows(connection, table.name, table.columns, table.rows);
    await connection.run(`attach '${official.path.replaceAll("'", "''")}' as official (read_only)`);
    await connection.run("insert into spec.released_figures from official.spec.released_figures");
    await lock(connection);
    const changed = changedTables(toSpecTables(official.models.spec), spec);
    const tables = await readTables(connection, givenTables(spec));
    const needed = new Set((isWhole ? tables : tablesFor(comparedTables, tables)).map(({ name }) => name));
    const touched = affectedTables(tables, new Set(changed));
    const made = tables.filter(({ name }) => touched.has(name) && needed.has(name));
    const read = await readByThem(connection, made);
    const checks: CheckResult[] = [];
    const seen: string[] = [];
    const take = async (name: string) => {
      // what a comparison never reads is looked at where it lies: answers are millions of rows
      const isKept = isWhole || !(/^(raw|staging)\./.test(name) || neverCompared.has(name));
      await connection.run(`create ${isKept ? "table" : "view"} ${name} as from official.${name}`);
      if (!isKept) seen.push(name);
    };
    for (const name of [...read].filter((one) => one.startsWith("raw."))) await take(name);
    for (const table of tables) {
      if (made.includes(table)) checks.push(...(await makeTable(run, connection, table)));
      else if (needed.has(table.name) || read.has(table.name)) await take(table.name);
    }
    for (const name of seen) await connection.run(`drop view ${name}`);
    await connection.run("detach official");
    await connection.run("checkpoint");
    return { checks, changed_settings: changed, made_tables: made.map(({ name }) => name) };
  } finally {
    close();
  }
}

/** The spec tables that say something else. */
function changedTables(before: readonly SpecTable[], after: readonly SpecTable[]): string[] {
  const contents = new Map(before.map(({ name, rows }) => [name, JSON.stringify(rows)]));
  return after
    .filter(({ name, rows }) => contents.get(name) !== JSON.stringify(rows))
    .map(({ name }) => name);
}

/** What some tables and their checks read. */
async function readByThem(connection: DuckDBConnection, tables: readonly Table[]): Promise<Set<string>> {
  const read = new Set<string>();
  for (const table of tables)
    for (const name of [...table.inputs, ...(await parseChecks(connection, table))]) read.add(name);
  return read;
}
