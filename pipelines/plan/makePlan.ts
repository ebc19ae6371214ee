import { existsSync } from "node:fs";
import { toSpecTables } from "../../models/spec/specTables.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { affectedTables } from "../../sql/affectedTables.ts";
import { buildPath, readBuildNote } from "../builds.ts";
import { warnOfExposed } from "../buildWarehouse.ts";
import { codeFiles, codeHash } from "../codeHash.ts";
import { earlierReleases } from "../earlierReleases.ts";
import { sha256 } from "../files.ts";
import { readPackageTables } from "../readGraph.ts";
import { readModels } from "../readModels.ts";
import { readReleases } from "../releases.ts";
import { type Run, temporaryFolder } from "../run.ts";
import { readSnapshot, type Snapshot } from "../snapshot.ts";
import { connect } from "../warehouse/connection.ts";
import { type ChangedInput, changedInputs } from "./changedInputs.ts";
import { type ChangedTable, changedSpec } from "./changedSpec.ts";
import { type Change, kindOf, type Plan, type Reach } from "./plan.ts";

/**
 * What a release of this snapshot would be made of that the last one was not, and which rounds, units, nodes and tables that can
 * touch. The same state of things gives the same plan and the same hash; nothing is built.
 */
export async function makePlan(run: Run, snapshot: Snapshot): Promise<Plan> {
  const models = await readModels(run.project);
  const code = await codeHash();
  const since = (await readReleases(run.project)).at(-1) ?? null;
  const files = { ...models.files, ...Object.fromEntries(await codeFiles()) };
  const earlier = await earlierReleases(run, { snapshot: snapshot.hash, models: models.hash });
  const built = buildPath(run.project, earlier.build);
  if (existsSync(built)) await warnOfExposed(run, built);
  const now = { snapshot: snapshot.hash, models: models.hash, code, beside: earlier.names };
  const note = since && (await readBuildNote(run.project, since.build));
  const path = since && buildPath(run.project, since.build);
  const before = since && (await readSnapshot(run.project, since.snapshot).catch(() => null));
  if (!since || !note?.files || !path || !existsSync(path) || !before) {
    if (since)
      run.warn(`What release ${since.release} was made of is no longer there; everything counts as changed.`);
    const changes = Object.keys(files).map(
      (name): Change => ({ kind: kindOf(name), name, change: "new", n_rows: null }),
    );
    const tables = await readPackageTables();
    return finish(
      since?.release ?? null,
      now,
      [...inputsOf(snapshot), ...changes],
      everything(tables.map((t) => t.name)),
    );
  }
  const changedFiles = compareFiles(note.files, files);
  // what was released moves nothing by itself: it withholds figures of what something else has changed
  const spec = toSpecTables(models.spec).filter(({ name }) => name !== "spec.released_figures");
  const { connection, close } = await connect(":memory:", {
    threads: run.threads,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: temporaryFolder(run),
    signal: run.signal,
  });
  try {
    await connection.run(`attach ${sqlLiteral(path)} as released (read_only)`);
    const inputs = await changedInputs(connection, before, snapshot);
    const settings = await changedSpec(connection, spec);
    const reach = await reachOf(inputs, settings, changedFiles);
    return finish(since.release, now, [...inputs.map(({ change }) => change), ...changedFiles], reach);
  } finally {
    close();
  }
}

function finish(
  since: string | null,
  now: Pick<Plan, "snapshot" | "models" | "code" | "beside">,
  changes: readonly Change[],
  reach: Reach,
): Plan {
  const content = { since, ...now, changes, reach };
  return { ...content, sha256: sha256(JSON.stringify(content)) };
}

function inputsOf({ files }: Snapshot): Change[] {
  return files.map(({ store, table, rows }) => ({
    kind: "input",
    name: `${store}.${table}`,
    change: "new",
    n_rows: rows,
  }));
}

function compareFiles(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name): Change[] => {
    if (before[name] === after[name]) return [];
    const change = before[name] === undefined ? "new" : after[name] === undefined ? "gone" : "changed";
    return [{ kind: kindOf(name), name, change, n_rows: null }];
  });
}

function everything(tables: readonly string[]): Reach {
  return {
    rounds: "all",
    units: "all",
    nodes: "all",
    marts: tables.filter((name) => name.startsWith("marts.")),
  };
}

/** Follows every change through the graph of tables; code that is no table can reach anything. */
async function reachOf(
  inputs: readonly ChangedInput[],
  settings: readonly ChangedTable[],
  files: readonly Change[],
): Promise<Reach> {
  const tables = await readPackageTables();
  const touchedTables = new Set([...inputs.map(({ table }) => table), ...settings.map(({ name }) => name)]);
  for (const { kind, name } of files) {
    const table = /^sql\/(\w+)\/(\w+)\.(?:sql|js|ts)$/.exec(name);
    if (kind === "sql" && table && tables.some((one) => one.name === `${table[1]}.${table[2]}`))
      touchedTables.add(`${table[1]}.${table[2]}`);
    else if (kind === "code" || kind === "sql") return everything(tables.map((one) => one.name));
  }
  const affected = affectedTables(tables, touchedTables);
  const marts = [...new Set([...affected, ...touchedTables])]
    .filter((name) => name.startsWith("marts."))
    .sort();
  const byCode = files.some(({ kind }) => kind === "sql");
  const named = [...inputs.map(({ rounds, units }) => ({ rounds, units, nodes: null })), ...settings];
  return {
    rounds: byCode ? "all" : joined(named.map(({ rounds }) => rounds)),
    units: byCode ? "all" : joined(named.map(({ units }) => units)),
    nodes: byCode ? "all" : joined(named.map(({ nodes }) => nodes)),
    marts,
  };
}

function joined(lists: readonly (readonly string[] | null)[]): string[] | "all" {
  if (lists.some((list) => list === null)) return "all";
  return [...new Set(lists.flatMap((list) => list ?? []))].sort();
}
