import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Issue, SpecError } from "../../models/errors.ts";
import { applyRecipe, blameRecipe } from "../../models/recipes/applyRecipe.ts";
import { type Recipe, recipe } from "../../models/recipes/recipe.ts";
import { parseYaml } from "../../models/spec/parseYaml.ts";
import { readSpec } from "../../models/spec/readSpec.ts";
import { packageRoot } from "../packageRoot.ts";
import type { Project } from "../project.ts";
import { type Models, readModelFiles, toModels } from "../readModels.ts";

/** The models of a trial, and the round's files as the recipe leaves them. */
export interface TrialModels extends Models {
  readonly recipeText: string;
  readonly roundFiles: ReadonlyMap<string, string>;
}

/**
 * Reads models/** as they would be with a recipe. Throws SpecError with every problem, those that the recipe brings said of
 * the recipe.
 */
export async function readTrialModels(project: Project, round: string, path: string): Promise<TrialModels> {
  const name = basename(path);
  const recipeText = await readFile(path, "utf8").catch(() => {
    throw refused([{ file: path, path: "", message: "is not there" }], "Name the file of a recipe.");
  });
  const parsed = parseYaml<Recipe>(name, recipeText, recipe);
  if (parsed.value === null) throw refused(parsed.issues, hint);
  const csv = await readNamed(dirname(path), parsed.value, parsed.at);
  const files = await readModelFiles([packageRoot, project.root]);
  const texts = applyRecipe(files, round, parsed.value, csv);
  try {
    const models = toModels(texts, (all) => readSpec(all, { isTrial: true }));
    const roundFiles = new Map([...texts].filter(([file, text]) => files.get(file) !== text));
    return { ...models, recipeText, roundFiles }; // read here, where the recipe is to blame
  } catch (error) {
    throw error instanceof SpecError ? blameRecipe(error, round, name, parsed.value) : error;
  }
}

async function readNamed(
  folder: string,
  { files = {} }: Recipe,
  at: (path: readonly string[], message: string) => Issue,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [name, path] of Object.entries(files)) {
    const text = await readFile(join(folder, path), "utf8").catch(() => null);
    if (text === null) issues.push(at(["files", name], `${path} is not there`));
    else texts.set(name, text);
  }
  if (issues.length > 0) throw refused(issues, hint);
  return texts;
}

const hint = `Correct the recipe; no trial was made. A recipe has ${listed(Object.keys(recipe.shape))}.`;

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function refused(issues: readonly Issue[], hint: string): SpecError {
  const heading = `${issues.length} problem${issues.length === 1 ? "" : "s"} in the recipe:`;
  return new SpecError(issues, { heading, hint });
}
