import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSpec } from "../../models/spec/readSpec.ts";

/** The specification files as they stand in the repository, by path. */
export function specFiles(): Map<string, string> {
  return filesUnder("models", "models");
}

/** The same, and the invented round of 2025: 34 provinces, the ministries of that year, no districts. */
export function specFilesWith2025(): Map<string, string> {
  return new Map([...specFiles(), ...filesUnder("test/fixtures/rounds/2025", "models/rounds/2025")]);
}

/** The specification with some files replaced; an edit gets the text and gives another. */
export function edited(edits: Record<string, (text: string) => string>): Map<string, string> {
  const files = specFiles();
  for (const [file, edit] of Object.entries(edits)) {
    const before = files.get(file) ?? "";
    const after = edit(before);
    if (after === before) throw new Error(`The edit of ${file} changed nothing.`);
    files.set(file, after);
  }
  return files;
}

/** The specification of the repository. */
export const spec = readSpec(specFiles());

function filesUnder(folder: string, as: string): Map<string, string> {
  const root = join(import.meta.dirname, "../..", folder);
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(yaml|csv)$/.test(name),
  );
  return new Map(names.sort().map((name) => [`${as}/${name}`, readFileSync(join(root, name), "utf8")]));
}
