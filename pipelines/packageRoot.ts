import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);

/** The folder of this package: the nearest one above this file that holds the package.json of `thuocdo`. */
export const packageRoot = findPackageRoot(dirname(here));

/** Where the code of the rooms runs from: `dist` when compiled, the package folder itself under a test runner. */
export const codeRoot = here.endsWith(".ts") ? packageRoot : join(packageRoot, "dist");

/** The ending of a code file in `codeRoot`. */
export const codeEnding = here.endsWith(".ts") ? ".ts" : ".js";

/** The version in package.json. */
export const codeVersion = (
  JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }
).version;

function findPackageRoot(folder: string): string {
  const file = join(folder, "package.json");
  if (existsSync(file) && (JSON.parse(readFileSync(file, "utf8")) as { name?: string }).name === "thuocdo")
    return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json of thuocdo not found");
  return findPackageRoot(parent);
}
