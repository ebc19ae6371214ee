import { parse, stringify } from "yaml";
import { type Issue, SpecError } from "../errors.ts";
import type { SpecFiles } from "../spec/reading.ts";
import { mergePatch } from "./mergePatch.ts";
import { type Recipe, type RecipeSection, recipeSections } from "./recipe.ts";

/**
 * The specification files as they are once a recipe has changed one round.
 *
 * @param csv the text of each file that the recipe names
 * @throws SpecError when there is no such round, or a file that it has no place for
 */
export function applyRecipe(
  files: SpecFiles,
  round: string,
  { why, files: named = {}, ...sections }: Recipe,
  csv: ReadonlyMap<string, string>,
): Map<string, string> {
  const changed = new Map(files);
  const folder = `models/rounds/${round}`;
  if (!files.has(`${folder}/round.yaml`)) {
    const rounds = [...files.keys()].flatMap(
      (file) => /^models\/rounds\/(\d{4})\/round\.yaml$/.exec(file)?.[1] ?? [],
    );
    const message = `there is no round ${round}; there are ${rounds.join(", ")}`;
    throw new SpecError([{ file: folder, path: "", message }], { hint: "Name a round that has a folder." });
  }
  for (const [section, patch] of Object.entries(sections)) {
    const { file, within } = recipeSections[section as RecipeSection];
    const path = `${folder}/${file}`;
    const nested = within.reduceRight<unknown>((inner, key) => ({ [key]: inner }), patch);
    const before: unknown = parse(changed.get(path) ?? "") ?? {};
    changed.set(path, stringify(mergePatch(before, nested, why), { aliasDuplicateObjects: false }));
  }
  for (const name of Object.keys(named)) changed.set(`${folder}/${name}`, csv.get(name) ?? "");
  return new Map([...changed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same problems, said of the recipe where it is the recipe that brought them: its file is what can be mended. */
export function blameRecipe(error: SpecError, round: string, file: string, recipe: Recipe): SpecError {
  const issues = error.issues.map((issue): Issue => {
    const section = (Object.keys(recipeSections) as RecipeSection[]).find(
      (name) =>
        recipe[name] !== undefined && issue.file === `models/rounds/${round}/${recipeSections[name].file}`,
    );
    if (section === undefined) return issue;
    const within = recipeSections[section].within.join(".");
    const path = issue.path.startsWith(within)
      ? issue.path.slice(within.length).replace(/^\./, "")
      : issue.path;
    return { file, path: [section, path].filter((part) => part !== "").join("."), message: issue.message };
  });
  return new SpecError(issues, {
    heading: `${issues.length} problem${issues.length === 1 ? "" : "s"} in the recipe:`,
    hint: "Correct the recipe; no trial was made.",
  });
}
