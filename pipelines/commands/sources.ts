import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { KnownError, UsageError } from "../../models/errors.ts";
import type { Spec } from "../../models/spec/spec.ts";
import type { Extract } from "../../sources/source.ts";
import { answersWithoutForm, landExtract, openSource } from "../collect.ts";
import { compareResponses, type FormChanges, type LandedForms } from "../compareResponses.ts";
import { type RoundDrift, readAnswerDrift, readDrift, stopOnDrift } from "../drift.ts";
import { type Project, storesOf } from "../project.ts";
import { readModels } from "../readModels.ts";
import { redactText } from "../redact.ts";
import { type Run, temporaryFolder } from "../run.ts";
import { readSnapshot, type Snapshot } from "../snapshot.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun, projectOf } from "./command.ts";

interface StoreCheck {
  readonly store: string;
  readonly warnings: readonly string[];
  /** Where its forms are not what the instruments read; null where it describes none. */
  readonly drifts: readonly RoundDrift[] | null;
  /** Why nothing more is known of it. */
  readonly failed?: KnownError;
}

export function addSources(program: Command, terminal: Terminal): void {
  const sources = program.command("sources").description("what is outside: the survey stores");
  addCompare(sources, terminal);
  sources
    .command("check")
    .description(
      "reach every store, and compare what its forms ask with the instruments; nothing is collected",
    )
    .addHelpText("after", "\nExample:\n  thuocdo sources check --json")
    .action(async (_options, command: Command) => {
      let checks: StoreCheck[] = [];
      await asRun(command, terminal, async (run) => {
        checks = await checkStores(run);
        return { stores: checks.map(toAnswer) };
      });
      answer(command, terminal, checks.map(toAnswer), checks.flatMap(toLines));
      for (const { failed } of checks) if (failed) throw failed;
      for (const { store, drifts } of checks) stopOnDrift(store, drifts ?? []);
    });
}

function addCompare(sources: Command, terminal: Terminal): void {
  sources
    .command("compare")
    .argument("<before>", "hash of a snapshot, as `runs show` and `releases --json` have it")
    .argument("<after>", "hash of a later one")
    .description(
      "two snapshots by their hashes: forms that came late, were edited, changed or deleted, by store and round",
    )
    .addHelpText("after", "\nExample:\n  thuocdo sources compare 3f2a… 91cc… --json")
    .action(async (before: string, after: string, _options, command: Command) => {
      const project = projectOf(command);
      const [old, recent] = [await snapshotOf(project, before), await snapshotOf(project, after)];
      const changes = [];
      for (const store of new Set(recent.files.map((file) => file.store))) {
        const [was, is] = [formsOf(old, store), formsOf(recent, store)];
        if (was && is)
          changes.push(...(await compareResponses(was, is)).map((change) => ({ store, ...change })));
      }
      answer(command, terminal, changes, changes.map(toLine));
    });
}

function snapshotOf(project: Project, hash: string): Promise<Snapshot> {
  if (!/^[0-9a-f]{64}$/.test(hash) || !existsSync(project.varPath("snapshots", hash)))
    throw new UsageError(`There is no snapshot ${hash}.`, {
      hint: "`thuocdo runs show` and `thuocdo releases --json` name them, with all 64 letters.",
    });
  return readSnapshot(project, hash);
}

function formsOf({ files, folder }: Snapshot, store: string): LandedForms | null {
  const pathsOf = (table: string) =>
    files
      .filter((candidate) => candidate.store === store && candidate.table === table)
      .map(({ file }) => join(folder, file));
  const [responses] = pathsOf("responses");
  return responses ? { responses, answers: pathsOf("answers"), sheets: pathsOf("answer_sheets") } : null;
}

function toLine({ store, round, ...changes }: FormChanges & { readonly store: string }): string {
  const counts = Object.entries(changes).map(([kind, keys]) => `${keys.length} ${kind.replace("_", " ")}`);
  return `${store}, ${round}: ${counts.join(", ")}`;
}

/** A check as JSON. */
function toAnswer({ failed, ...check }: StoreCheck) {
  return failed ? { ...check, failed: redactText(failed.message), hint: failed.hint } : check;
}

/** Looks at every store: that one fails says nothing of the others. */
async function checkStores(run: Run): Promise<StoreCheck[]> {
  const { spec } = await readModels(run.project);
  const work = temporaryFolder(run);
  await mkdir(work, { recursive: true });
  const checks: StoreCheck[] = [];
  try {
    for (const [store, settings] of storesOf(run.project)) {
      const warnings: string[] = [];
      const check = { store, warnings, drifts: null };
      try {
        const { source, config } = await openSource(store, settings);
        const warn = (sentence: string) => void warnings.push(sentence);
        const context = { resolvePath: run.project.resolvePath, warn, signal: run.signal };
        const read = (extract: Extract, path: string) => landExtract(run, extract, path);
        const drifts = await readStoreDrift(source.extract(config, context), join(work, store), spec, read);
        checks.push({ ...check, drifts });
      } catch (error) {
        run.signal.throwIfAborted();
        if (!(error instanceof KnownError)) throw error;
        checks.push({ ...check, failed: error });
      }
    }
    return checks;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Reads of a store what tells of drift: what its forms ask, or, where it describes none, what was answered. */
async function readStoreDrift(
  extracts: AsyncIterable<Extract>,
  path: string,
  spec: Spec,
  land: (extract: Extract, path: string) => Promise<number>,
): Promise<RoundDrift[] | null> {
  const files = [];
  for await (const extract of extracts) {
    const file = `${path}.${extract.table}.parquet`;
    if (extract.table === "instrument_questions") {
      await land(extract, file);
      return readDrift(file, spec);
    }
    if (extract.table !== "responses" && extract.table !== "answers") continue;
    files.push({ table: extract.table, file, rows: await land(extract, file) });
  }
  const landed = answersWithoutForm(files, "");
  return landed && readAnswerDrift(landed, spec);
}

function toLines({ store, warnings, drifts, failed }: StoreCheck): string[] {
  const why = failed ? [redactText(failed.message), ...(failed.hint ? [`→ ${failed.hint}`] : [])] : [];
  return [
    `${store}: ${failed ? "FAILED" : stateOf(drifts)}`,
    ...why.map((line) => `  ${line}`),
    ...warnings.map((warning) => `  warning: ${warning}`),
    ...(drifts ?? []).map(
      ({ kind, round, stops, sentence }) => `  ${stops ? "STOPS" : "note"} ${kind} ${round}: ${sentence}`,
    ),
  ];
}

function stateOf(drifts: StoreCheck["drifts"]): string {
  if (drifts === null) return "reached; it describes no form to compare";
  if (drifts.length === 0) return "reached, no drift";
  return `${drifts.length} difference${drifts.length === 1 ? "" : "s"}`;
}
