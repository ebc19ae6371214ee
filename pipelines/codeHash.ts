import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { codeEnding, codeRoot, packageRoot } from "./packageRoot.ts";

/** The rooms whose code decides what the numbers are, and how they are shown. */
const rooms = ["models", "sources", "sql", "reports", "pipelines"] as const;

let known: Promise<string> | undefined;

/** Hash of the code that runs: equal code makes equal figures of equal inputs, whatever its version is called. */
export function codeHash(): Promise<string> {
  known ??= readCodeHash();
  return known;
}

async function readCodeHash(): Promise<string> {
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
  return sha256(JSON.stringify(files));
}
