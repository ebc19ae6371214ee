import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { codeEnding, codeRoot, packageRoot } from "./packageRoot.ts";

/** The rooms whose code decides what the numbers are, and how they are shown. */
const rooms = ["models", "sources", "sql", "reports", "pipelines"] as const;

let known: Promise<readonly (readonly [string, string])[]> | undefined;

/** Hash of the code that runs: equal code makes equal figures of equal inputs, whatever its version is called. */
export async function codeHash(): Promise<string> {
  return sha256(JSON.stringify(await codeFiles()));
}

/** The files of the code that runs, each with its hash. */
export function codeFiles(): Promise<readonly (readonly [string, string])[]> {
  known ??= readCodeFiles();
  return known;
}

async function readCodeFiles(): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for (const room of rooms) {
    for (const path of await filesIn(join(codeRoot, room), [codeEnding])) {
      if (path.endsWith(`.d${codeEnding}`)) continue;
      files.push([`${room}/${path}`, sha256(await readFile(join(codeRoot, room, path)))]);
    }
  }
  for (const path of await filesIn(join(packageRoot, "sql"), [".sql"])) {
    files.push([`sql/${path}`, sha256(await readFile(join(packageRoot, "sql", path)))]);
  }
  return files;
}
