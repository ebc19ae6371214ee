import { KnownError } from "../models/errors.ts";
import { buildPath, inspectBuild } from "./builds.ts";
import type { Project } from "./project.ts";
import { readReleases } from "./releases.ts";
import { readRunRecords } from "./runRecords.ts";

/** A finished build, and the snapshot that it was made from where a record still says so. */
export interface ChosenBuild {
  readonly id: string;
  readonly path: string;
  readonly snapshot: string | null;
}

/** The build that is asked for, else that of the newest run that made one, else that of the newest release. */
export async function chooseBuild(project: Project, wanted?: string): Promise<ChosenBuild> {
  const records = await readRunRecords(project);
  const releases = await readReleases(project);
  const made = records.filter(({ status }) => status === "done").map(({ inputs }) => inputs["build"]);
  const id =
    wanted ?? made.filter((build) => build !== undefined).at(-1) ?? releases.map(({ build }) => build).at(-1);
  if (id === undefined || !/^[0-9a-f]{16}$/.test(id)) {
    throw new KnownError(`There is no build${id ? ` ${id}` : ""} to ask.`, { hint: "Run `thuocdo build`." });
  }
  const { fault } = await inspectBuild(project, id);
  if (fault !== null) {
    throw new KnownError(`The build ${buildPath(project, id)} ${fault}.`, {
      hint: "Run `thuocdo build`, which makes one from what the stores hold.",
    });
  }
  const snapshot =
    records.find(({ inputs }) => inputs["build"] === id)?.inputs["snapshot"] ??
    releases.find(({ build }) => build === id)?.snapshot ??
    null;
  return { id, path: buildPath(project, id), snapshot };
}
