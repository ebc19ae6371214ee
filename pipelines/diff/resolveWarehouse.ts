import { existsSync } from "node:fs";
import { KnownError, UsageError } from "../../models/errors.ts";
import { buildPath, readBuildNote } from "../builds.ts";
import type { Project } from "../project.ts";
import { readReleases } from "../releases.ts";
import { readRunRecords } from "../runRecords.ts";
import { readTrial, readTrialNames, trialPath } from "../trials/trial.ts";

/** A warehouse by the name that somebody gave, and the hashes of what it was made from, as far as that is kept. */
export interface NamedWarehouse {
  readonly name: string;
  readonly path: string;
  readonly build: string;
  readonly madeOf: { readonly snapshot: string; readonly models: string; readonly code: string } | null;
  /** The settings that a trial's recipe changed. */
  readonly changedSettings: readonly string[];
}

/** `official` (the newest build), the name of a trial, of a release, or of a build. */
export async function resolveWarehouse(project: Project, name: string): Promise<NamedWarehouse> {
  const trial = await readTrial(project, name);
  if (trial) {
    const { recipe: _, ...madeOf } = trial.made_of;
    return {
      name,
      path: trialPath(project, name),
      build: trial.beside,
      madeOf,
      changedSettings: trial.changed_settings,
    };
  }
  const build = name === "official" ? await newestBuild(project) : await buildOf(project, name);
  if (build === null || !existsSync(buildPath(project, build))) throw await unknownName(project, name);
  const note = await readBuildNote(project, build);
  return { name, path: buildPath(project, build), build, madeOf: note?.made_of ?? null, changedSettings: [] };
}

/** The build that the newest finished build or publication made or found. */
export async function newestBuild(project: Project): Promise<string | null> {
  const records = await readRunRecords(project);
  const build = records
    .filter(({ status, inputs }) => status === "done" && inputs["build"] !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ inputs }) => inputs["build"] as string)
    .filter((id) => existsSync(buildPath(project, id)))
    .at(-1);
  return build ?? null;
}

async function buildOf(project: Project, name: string): Promise<string | null> {
  if (/^[0-9a-f]{16}$/.test(name)) return name;
  return (await readReleases(project)).find(({ release }) => release === name)?.build ?? null;
}

async function unknownName(project: Project, name: string): Promise<KnownError> {
  const releases = (await readReleases(project)).map(({ release }) => release);
  const there = [...(await readTrialNames(project)), ...releases].join(", ");
  if (name === "official")
    return new KnownError("There is no official build yet.", { hint: "Run `thuocdo build` first." });
  return new UsageError(`There is no warehouse called "${name}".`, {
    hint: `Name official, a build, a trial or a release${there === "" ? "" : `; there are ${there}`}.`,
  });
}
