import { join } from "node:path";
import { KnownError } from "../models/errors.ts";
import { methodVersion } from "../models/methodVersion.ts";
import { writeEditions } from "../reports/bundle.ts";
import { composeRules, type RuleRunRow } from "../reports/rulesPage.ts";
import { writeAtomically } from "./files.ts";
import { codeVersion } from "./packageRoot.ts";
import type { Project } from "./project.ts";
import { languagesOf, readAssets, readWriters } from "./reportTools.ts";
import type { RuleRun } from "./ruleHistory.ts";

/** Writes the history of rules as a page into a folder of its own. */
export async function writeRulesPage(
  runs: readonly RuleRun[],
  folder: string,
  project: Project,
): Promise<void> {
  const rows = [...runs].reverse().flatMap(toRows);
  const newest = runs.at(-1);
  if (newest === undefined || rows.length === 0)
    throw new KnownError("No run has judged a rule yet.", { hint: "Run `thuocdo build` first." });
  const languages = languagesOf(project.config.language);
  const facts = {
    release: newest.run,
    snapshotHash: newest.build,
    methodVersion,
    codeVersion,
    printedDate: newest.started_at.slice(0, 10),
  };
  const files = await writeEditions(
    {
      reader: null,
      isIllustrative: rows.some(({ provenance }) => provenance === "illustrative"),
      editions: languages.map((language) => composeRules(rows, language, languages)),
      tables: [],
    },
    { facts, assets: await readAssets(), writers: await readWriters([]) },
  );
  for (const { path, bytes } of files) await writeAtomically(join(folder, path), bytes);
}

function toRows({ run, outcomes }: RuleRun): RuleRunRow[] {
  return outcomes
    .filter(({ domain_level }) => domain_level === "nation")
    .map(({ round_code, rule_code, n_checked, n_failing, failing_percent, provenance }) => ({
      run,
      rule: `${round_code}/${rule_code}`,
      n_checked,
      n_failing,
      failing_percent,
      n_beyond: outcomes.filter(
        (one) =>
          one.domain_level === "province" &&
          one.round_code === round_code &&
          one.rule_code === rule_code &&
          one.outcome !== "ok",
      ).length,
      provenance,
    }));
}
