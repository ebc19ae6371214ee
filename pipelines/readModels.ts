import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SpecFiles } from "../models/spec/reading.ts";
import { readSpec } from "../models/spec/readSpec.ts";
import type { Spec } from "../models/spec/spec.ts";
import { filesIn } from "./discover.ts";
import { sha256 } from "./files.ts";
import { packageRoot } from "./packageRoot.ts";
import type { Project } from "./project.ts";

/** Everything the specification files say, and the hash of their text. */
export interface Models {
  /** Read and checked when it is first asked for; throws SpecError with every problem. */
  readonly spec: Spec;
  readonly hash: string;
  /** The files, each with the hash of its text. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a set of files says, with their hashes. */
export function toModels(texts: ReadonlyMap<string, string>, read: (files: SpecFiles) => Spec): Models {
  let spec: Spec | null = null;
  return {
    get spec() {
      spec ??= read(texts);
      return spec;
    },
    hash: sha256(JSON.stringify([...texts])),
    files: Object.fromEntries([...texts].map(([path, text]) => [path, sha256(text)])),
  };
}

/**
 * Reads models/**: the package's own YAML and CSV, and over them those of the project (a project adds a round by
 * adding its folder).
 */
export async function readModels(project: Project): Promise<Models> {
  const texts = await readModelFiles([packageRoot, project.root]);
  return toModels(texts, readSpec);
}

/** The specification files under the models folders of some roots, later roots over earlier ones, sorted by path. */
export async function readModelFiles(roots: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const root of new Set(roots)) {
    for (const path of await filesIn(join(root, "models"), [".yaml", ".csv"])) {
      texts.set(`models/${path}`, await readFile(join(root, "models", path), "utf8"));
    }
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
