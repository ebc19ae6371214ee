import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { KnownError, SpecError } from "../models/errors.ts";
import { parseYaml } from "../models/spec/parseYaml.ts";
import { alertSettings } from "./alertSettings.ts";
import { packageRoot } from "./packageRoot.ts";
import { calendar } from "./schedule/calendar.ts";

const store = z.looseObject({
  kind: z.string().min(1),
  /** What every number from this store is: real published figures or invented ones. */
  provenance: z.enum(["published", "illustrative"]),
  /** A store in a file that may be absent: then nothing is read of it. */
  optional: z.boolean().optional(),
});

const size = z.string().regex(/^\d+(\.\d+)?(MB|GB)$/, "a size such as 2GB is needed");

/** Bytes of a size such as 2GB. */
export function toBytes(text: string): number {
  return Number.parseFloat(text) * (text.endsWith("GB") ? 1e9 : 1e6);
}

/** The languages a release is written in. */
export const releaseLanguage = z.enum(["vi", "en", "both"]);

/** thuocdo.yaml */
const projectConfig = z.strictObject({
  /** Runtime state; one file system. */
  var: z.string().default("var"),
  /** Of the reports: one, or both, and then Vietnamese first. */
  language: releaseLanguage.default("vi"),
  /** In which reports are written, besides pages of HTML. */
  formats: z.array(z.string().regex(/^[a-z]+$/)).default([]),
  threads: z.int().positive().optional(),
  memory_limit: size.default("4GB"),
  /** A run is refused when less is free; it grows with the largest build. */
  free_disk: size.default("200MB"),
  /** After so many days the deliveries are taken out of a snapshot; without it they are kept as long as it is. */
  deliveries_keep_days: z.int().positive().optional(),
  alerts: alertSettings.optional(),
  schedule: calendar.optional(),
  monitor: z
    .strictObject({
      /** Units where a form was answered by fewer of the registered are written to. There is no default. */
      letter_threshold_percent: z.number().gt(0).max(100),
    })
    .optional(),
  stores: z.record(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and hyphens make one"),
    store,
  ),
});

export type ProjectConfig = z.infer<typeof projectConfig>;

/** The folder that holds thuocdo.yaml, and what it says. */
export interface Project {
  readonly root: string;
  readonly config: ProjectConfig;
  /** Absolute path of a part of `var`. */
  readonly varPath: (...parts: string[]) => string;
  /** A configured path: as it is if absolute, else in the project; what the project lacks under models/, in the package. */
  readonly resolvePath: (path: string) => string;
}

/** Finds and reads the project that a folder belongs to: the nearest thuocdo.yaml at or above it. */
export function openProject(folder: string): Project {
  const root = findProjectRoot(resolve(folder));
  const text = readText(join(root, "thuocdo.yaml"));
  const { value, issues } = parseYaml<ProjectConfig>("thuocdo.yaml", text, projectConfig);
  if (value === null) throw new SpecError(issues);
  const variable = resolve(root, value.var);
  return {
    root,
    config: value,
    varPath: (...parts) => join(variable, ...parts),
    resolvePath: (path) => {
      if (isAbsolute(path)) return path;
      const own = join(root, path);
      return path.startsWith("models/") && !existsSync(own) ? join(packageRoot, path) : own;
    },
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new KnownError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      hint: "It must be a file that this user may read.",
    });
  }
}

/** The stores to be read, by name: an optional one whose file is absent is left out. */
export function storesOf({ config, resolvePath }: Project): [string, ProjectConfig["stores"][string]][] {
  return Object.entries(config.stores)
    .filter(
      ([, { optional, path }]) => !optional || typeof path !== "string" || existsSync(resolvePath(path)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function findProjectRoot(folder: string, from = folder): string {
  if (existsSync(join(folder, "thuocdo.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) {
    throw new KnownError(
      `No thuocdo.yaml in ${from} or in any folder above: this is not a Thước Đo project.`,
      {
        hint: "Run `thuocdo init <folder>` to make a project, or change into one.",
      },
    );
  }
  return findProjectRoot(parent, from);
}
