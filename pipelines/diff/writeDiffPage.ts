import { join } from "node:path";
import { methodVersion } from "../../models/methodVersion.ts";
import type { WarehouseDiff } from "../../models/recipes/warehouseDiff.ts";
import { renderDiff } from "../../reports/diffPage.ts";
import { writeAtomically } from "../files.ts";
import { codeVersion } from "../packageRoot.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import { readAssets } from "../renderBundles.ts";
import type { NamedWarehouse } from "./resolveWarehouse.ts";

/** Writes the page of a difference into a folder of its own; returns the path of its first page. */
export async function writeDiffPage(
  diff: WarehouseDiff,
  after: NamedWarehouse,
  folder: string,
  project: Project,
): Promise<string> {
  const { spec } = await readModels(project);
  const round = spec.rounds.find((one) => one.round.round === diff.round)?.round;
  const facts = {
    release: `${diff.before} – ${diff.after}`,
    snapshotHash: after.madeOf?.snapshot ?? "",
    methodVersion,
    codeVersion,
    printedDate: round?.printed_date ?? `${diff.round}-12-31`,
    language: project.config.language,
  };
  for (const { path, bytes } of await renderDiff(diff, { facts, assets: await readAssets() }))
    await writeAtomically(join(folder, path), bytes);
  return join(folder, "index.html");
}
