import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { SpecTable } from "../../models/spec/specTable.ts";
import { toSpecTables } from "../../models/spec/specTables.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { affectedTables } from "../../sql/affectedTables.ts";
import { layers } from "../../sql/table.ts";
import { givenTables, makeTable, type Warehouse } from "../buildWarehouse.ts";
import { codeHash } from "../codeHash.ts";
import { asStorageError, renameDurably, sha256, syncFile, writeAtomically } from "../files.ts";
import { type Run, temporaryFolder } from "../run.ts";
import { connect, lock } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";
import type { CheckResult } from "../warehouse/runChecks.ts";
import { parseChecks, readTables, type Table } from "../warehouse/tables.ts";
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
 * are taken from there; all others are made and checked as in any build. Unless it is whole, it holds what a comparison reads, and of its own round
 * only: a recipe changes no other. A trial lies in var/trials, where no release looks.
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
    const { checks, ...made } = await buildBeside(run, staged, official, models, { round, isWhole });
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
  { round, isWhole }: { round: string; isWhole: boolean },
): Promise<{ checks: CheckResult[]; changed_settings: string[]; made_tables: string[] }> {
  const { connection, close } = await connect(staged, {
    threads: run.threads,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: temporaryFolder(run),
    signal: run.signal,
  });
  try {
    for (const layer of layers) await connection.run(`create schema ${layer}`);
    const spec = toSpecTables(models.spec).map((table) => (isWhole ? table : ofRound(table, round)));
    for (const table of spec) await writeRows(connection, table.name, table.columns, table.rows);
    await connection.run(`attach ${sqlLiteral(official.path)} as official (read_only)`);
    const fromOfficial = await officialRows(connection, isWhole ? null : round);
    await connection.run(`insert into spec.released_figures ${fromOfficial("spec.released_figures")}`);
    await lock(connection);
    const changed = await changedTables(connection, spec, fromOfficial);
    const tables = await readTables(connection, givenTables(spec), isWhole ? undefined : comparedTables);
    const touched = affectedTables(tables, new Set(changed));
    const made = tables.filter(({ name }) => touched.has(name));
    const ordered = new Set(tables.map(({ name }) => name));
    const checks: CheckResult[] = [];
    const seen: string[] = [];
    const take = async (name: string) => {
      // what a comparison never reads is looked at where it lies: answers are millions of rows
      const isKept =
        isWhole || (ordered.has(name) && !(name.startsWith("staging.") || neverCompared.has(name)));
      await connection.run(`create ${isKept ? "table" : "view"} ${name} as ${fromOfficial(name)}`);
      if (!isKept) seen.push(name);
    };
    for (const name of await readByThem(connection, made))
      if (!ordered.has(name) && !name.startsWith("spec.")) await take(name);
    for (const table of tables) {
      if (touched.has(table.name)) checks.push(...(await makeTable(run, connection, table)));
      else await take(table.name);
    }
    for (const name of seen) await connection.run(`drop view ${name}`);
    await connection.run("detach official");
    await connection.run("checkpoint");
    return { checks, changed_settings: changed, made_tables: made.map(({ name }) => name) };
  } finally {
    close();
  }
}

/** The margins of all rounds make the cells that are summed: of fewer, the last digit of a sum would be another. */
const everyRound = "spec.calibration_margins";

function ofRound(table: SpecTable, round: string): SpecTable {
  if (!("round_code" in table.columns) || table.name === everyRound) return table;
  return { ...table, rows: table.rows.filter((row) => row["round_code"] === round) };
}

/** How a table of the official build is read: whole, or of one round only where it tells rounds apart. */
async function officialRows(
  connection: DuckDBConnection,
  round: string | null,
): Promise<(table: string) => string> {
  const rows = await readRows(
    connection,
    "select schema_name || '.' || table_name as name from duckdb_columns() where database_name = 'official' and column_name = 'round_code'",
  );
  const byRound = new Set(
    round === null ? [] : rows.map(({ name }) => String(name)).filter((name) => name !== everyRound),
  );
  return (table) => `from official.${table}${byRound.has(table) ? ` where round_code = '${round}'` : ""}`;
}

/** The spec tables that say something else. */
async function changedTables(
  connection: DuckDBConnection,
  spec: readonly SpecTable[],
  fromOfficial: (table: string) => string,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { name } of spec) {
    const [row] = await readRows(
      connection,
      `select exists((from ${name}) except all (${fromOfficial(name)}))
         or exists((${fromOfficial(name)}) except all (from ${name})) as differs`,
    );
    if (row?.["differs"] === true) changed.push(name);
  }
  return changed;
}

/** What some tables and their checks read. */
async function readByThem(connection: DuckDBConnection, tables: readonly Table[]): Promise<Set<string>> {
  const read = new Set<string>();
  for (const table of tables)
    for (const name of [...table.inputs, ...(await parseChecks(connection, table))]) read.add(name);
  return read;
}
