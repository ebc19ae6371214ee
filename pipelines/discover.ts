import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { codeEnding, codeRoot } from "./packageRoot.ts";

/**
 * The files of a folder tree with one of the endings, as sorted paths relative to it: a file's place is its
 * registration. A folder that does not exist holds none.
 */
export async function filesIn(folder: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The default exports of the code files of one room's folder, by path without ending. */
export async function defaultExportsIn<T>(room: string): Promise<Map<string, T>> {
  const folder = join(codeRoot, room);
  const found = new Map<string, T>();
  for (const file of await filesIn(folder, [codeEnding])) {
    if (file.endsWith(`.d${codeEnding}`)) continue;
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { default?: T };
    if (module.default !== undefined) found.set(file.slice(0, -codeEnding.length), module.default);
  }
  return found;
}
