import type { Project } from "../project.ts";
import { readRunRecords } from "../runRecords.ts";
import { readSnapshot, type Snapshot } from "../snapshot.ts";

/** The snapshot of the newest build that finished: what a trial is made from, so that only the recipe differs. */
export async function standingSnapshot(project: Project): Promise<Snapshot | null> {
  const newest = (await readRunRecords(project))
    .filter(({ status, inputs }) => status === "done" && inputs["build"] !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  const hash = newest?.inputs["snapshot"];
  return hash === undefined ? null : readSnapshot(project, hash).catch(() => null);
}
