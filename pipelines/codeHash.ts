import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { codeEnding, codeRoot, packageRoot } from "./packageRoot.ts";

/** The rooms whose code decides what the numbers are, and how they are shown. */
const rooms = ["models", "sources", "sql", "reports", "pipelines"] as const;

const known = new Map<string, Promise<string>>();

/** Hash of the code that runs: equal code makes equal figures of equal inputs, whatever its version is called. */
export function codeHash(): Promise<string> {
  return hashOnce(rooms);
}

/** Hash of the code that writes reports: equal documents become equal files under it. */
export function reportCodeHash(): Promise<string> {
  return hashOnce(["reports"]);
}

function hashOnce(of: readonly string[]): Promise<string> {
  const key = of.join("/");
  const hash = known.get(key) ?? readCodeHash(of);
  known.set(key, hash);
  return hash;
}

async function readCodeHash(of: readonly string[]): Promise<string> {
  const files: [string, string][] = [];
  for (const room of of) {
    for (const path of await filesIn(join(codeRoot, room), [codeEnding])) {
      if (path.endsWith(`.d${codeEnding}`)) continue;
      files.push([`${room}/${path}`, sha256(await readFile(join(codeRoot, room, path)))]);
    }
  }
  const tables = of.includes("sql") ? await filesIn(join(packageRoot, "sql"), [".sql"]) : [];
  for (const path of tables) {
    files.push([`sql/${path}`, sha256(await readFile(join(packageRoot, "sql", path)))]);
  }
  return sha256(JSON.stringify(files));
}
