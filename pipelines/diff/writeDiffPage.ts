import { join } from "node:path";
import { methodVersion } from "../../models/methodVersion.ts";
import type { WarehouseDiff } from "../../models/recipes/warehouseDiff.ts";
import { writeEditions } from "../../reports/bundle.ts";
import { composeDiff } from "../../reports/diffPage.ts";
import { writeAtomically } from "../files.ts";
import { codeVersion } from "../packageRoot.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import { languagesOf, readAssets, readWriters } from "../reportTools.ts";
import type { NamedWarehouse } from "./resolveWarehouse.ts";

/** Writes the page of a difference into a folder of its own; returns the path of its first page. */
export async function writeDiffPage(
  diff: WarehouseDiff,
  after: NamedWarehouse,
  { folder, formats }: { folder: string; formats: readonly string[] },
  project: Project,
): Promise<string> {
  const { spec } = await readModels(project);
  const round = spec.rounds.find((one) => one.round.round === diff.round)?.round;
  const facts = {
    release: `${diff.before} – ${diff.after}`,
    isComparison: true as const,
    snapshotHash: after.madeOf?.snapshot ?? "",
    methodVersion,
    codeVersion,
    printedDate: round?.printed_date ?? `${diff.round}-12-31`,
  };
  const languages = languagesOf(project.config.language);
  const editions = languages.map((language) => composeDiff(diff, language, languages));
  const isIllustrative = editions.some(({ documents }) => documents.some((each) => each.isIllustrative));
  const tools = { facts, assets: await readAssets(), writers: await readWriters(formats) };
  for (const { path, bytes } of await writeEditions(
    { reader: null, isIllustrative, editions, tables: [] },
    tools,
  ))
    await writeAtomically(join(folder, path), bytes);
  return join(folder, "index.html");
}
