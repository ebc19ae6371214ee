import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { codeEnding, codeRoot, packageRoot } from "./packageRoot.ts";

/** The rooms whose code decides what the numbers are, and how they are shown. */
const rooms = ["models", "sources", "sql", "reports", "pipelines"] as const;

type HashedFiles = readonly (readonly [string, string])[];
const known = new Map<string, Promise<HashedFiles>>();

/** Hash of the code that runs: equal code makes equal figures of equal inputs, whatever its version is called. */
export async function codeHash(): Promise<string> {
  return sha256(JSON.stringify(await readOnce(rooms)));
}

/** Hash of the code that makes reports: equal rows become equal files under it. */
export async function reportCodeHash(): Promise<string> {
  return sha256(JSON.stringify(await readOnce(["models", "reports"])));
}

/** The files of the code that runs, each with its hash. */
export function codeFiles(): Promise<HashedFiles> {
  return readOnce(rooms);
}

function readOnce(of: readonly string[]): Promise<HashedFiles> {
  const key = of.join("/");
  const files = known.get(key) ?? readCodeFiles(of);
  known.set(key, files);
  return files;
}

async function readCodeFiles(of: readonly string[]): Promise<HashedFiles> {
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
  return files;
}
