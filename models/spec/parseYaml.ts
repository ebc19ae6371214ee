import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Issue } from "../errors.ts";
import { explainIssue } from "./explainIssue.ts";
import { formatPath, type Parsed, type Path } from "./parsed.ts";

/**
 * Reads one YAML specification file against its schema. Every problem is collected, each with its path and
 * line; a key the schema does not know is a problem, and so is a key that stands twice.
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (path: Path, message: string): Issue => ({
    file,
    path: formatPath(path),
    line: lineOf(path),
    message,
  });

  /** The line of the value, of its key when it has no value of its own, or of the nearest place above it. */
  function lineOf(path: Path): number {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as
        | { range?: [number, number, number] }
        | undefined;
      const start = keyOffset(path.slice(0, depth)) ?? node?.range?.[0];
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1; // an empty file
  }

  function keyOffset(path: Path): number | undefined {
    const parent = document.getIn(path.slice(0, -1), true) as { items?: { key?: Keyed }[] } | undefined;
    const pair = parent?.items?.find((item) => item?.key?.value === path.at(-1));
    return pair?.key?.range?.[0];
  }

  const broken = document.errors.map((error): Issue => {
    const line = lines.linePos(error.pos[0]).line;
    return { file, path: "", line, message: firstLine(error.message) };
  });
  if (broken.length > 0) return { file, value: null, issues: broken, at };

  const root: unknown = document.toJS();
  const result = schema.safeParse(root);
  if (result.success) return { file, value: result.data, issues: [], at };
  const issues = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => at([...issue.path, key], explainIssue(issue, root)))
      : [at(issue.path, explainIssue(issue, root))],
  );
  return { file, value: null, issues, at };
}

interface Keyed {
  readonly value?: unknown;
  readonly range?: [number, number, number];
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}
