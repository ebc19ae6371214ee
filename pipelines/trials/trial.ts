import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import { UsageError } from "../../models/errors.ts";
import type { Project } from "../project.ts";

/** What stands beside a trial: of which round it is, beside which build it stands, what it was made from. */
const trialNote = z.object({
  trial: z.string(),
  round: z.string(),
  /** The official build whose unchanged tables it shares. */
  beside: z.string(),
  is_whole: z.boolean(),
  changed_settings: z.array(z.string()),
  made_tables: z.array(z.string()),
  made_of: z.object({ snapshot: z.string(), models: z.string(), code: z.string(), recipe: z.string() }),
});

export type TrialNote = z.infer<typeof trialNote>;

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Refuses names that stand for something else, or that are no name of a folder. */
export function checkTrialName(name: string): string {
  if (!namePattern.test(name) || name === "official")
    throw new UsageError(`A trial cannot be called "${name}".`, {
      hint: 'Use small letters, digits and hyphens, say "trial-1"; "official" is the build that trials stand beside.',
    });
  return name;
}

export function trialFolder(project: Pick<Project, "varPath">, name: string): string {
  return project.varPath("trials", name);
}

export function trialPath(project: Pick<Project, "varPath">, name: string): string {
  return project.varPath("trials", name, "warehouse.duckdb");
}

/** The note of a trial, or null when there is no trial of that name. */
export async function readTrial(project: Pick<Project, "varPath">, name: string): Promise<TrialNote | null> {
  if (!namePattern.test(name) || !existsSync(trialPath(project, name))) return null;
  return trialNote.parse(JSON.parse(await readFile(project.varPath("trials", name, "trial.json"), "utf8")));
}

/** The names of the trials there are. */
export async function readTrialNames(project: Pick<Project, "varPath">): Promise<string[]> {
  const names = await readdir(project.varPath("trials")).catch(() => []);
  return names.filter((name) => existsSync(trialPath(project, name))).sort();
}
