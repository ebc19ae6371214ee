import type { z } from "zod";
import type { Issue } from "../errors.ts";
import { parseCsv } from "./parseCsv.ts";
import type { Parsed } from "./parsed.ts";
import { parseYaml } from "./parseYaml.ts";

/** Specification files by their path from the project root, e.g. `models/rounds/2022/round.yaml`, and their text. */
export type SpecFiles = ReadonlyMap<string, string>;

/** One reading of the specification files: opens them one by one and remembers every problem. */
export interface Reading {
  readonly files: SpecFiles;
  csv<Shape extends z.core.$ZodLooseShape>(
    file: string,
    schema: z.ZodObject<Shape, z.core.$strict>,
  ): Parsed<z.infer<z.ZodObject<Shape, z.core.$strict>>[]>;
  yaml<T>(file: string, schema: z.ZodType<T>): Parsed<T>;
  /** The distinct names that the first group of `pattern` finds in the paths of the files, in order. */
  names(pattern: RegExp): string[];
  report(issues: readonly Issue[]): void;
  /** Has nothing been reported so far? Files that are still to be read do not count. */
  isClean(): boolean;
  /** Everything reported, by file and line, with a word on each file that lies where files are read but was not. */
  issues(): Issue[];
}

export function startReading(files: SpecFiles): Reading {
  const issues: Issue[] = [];
  const opened = new Set<string>();

  function open<T>(file: string, parse: (text: string) => Parsed<T>): Parsed<T> {
    opened.add(file);
    const text = files.get(file);
    const parsed = text === undefined ? missing<T>(file) : parse(text);
    issues.push(...parsed.issues);
    return parsed;
  }

  return {
    files,
    csv: (file, schema) => open(file, (text) => parseCsv(file, text, schema)),
    yaml: (file, schema) => open(file, (text) => parseYaml(file, text, schema)),
    names: (pattern) =>
      [...new Set([...files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort(),
    report: (found) => issues.push(...found),
    isClean: () => issues.length === 0,
    issues: () => [...issues, ...strays(files, opened)].sort(byPlace),
  };
}

const rooms = /^models\/(units|instruments|frameworks|rounds|published|participation)\/.*\.(yaml|yml|csv)$/;

/** A misspelt file name would otherwise pass without a word. */
function strays(files: SpecFiles, opened: ReadonlySet<string>): Issue[] {
  return [...files.keys()]
    .filter((file) => rooms.test(file) && !opened.has(file))
    .map((file) => ({ file, path: "", message: "is not a file that is read; its name or place is wrong" }));
}

function missing<T>(file: string): Parsed<T> {
  const at = (_: unknown, message: string): Issue => ({ file, path: "", message });
  return { file, value: null, issues: [at([], "is missing")], at };
}

function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
