import { type Document, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import type { Issue } from "../errors.ts";
import { explainIssues } from "./explainIssue.ts";
import { formatPath, type Parsed, type Path } from "./parsed.ts";

/**
 * Reads one YAML specification file against its schema. Every problem is collected, each with its path and
 * line; a key the schema does not know is a problem, and so is a key that stands twice.
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const lines = new LineCounter();
  if (text.includes("\0")) {
    const at = (path: Path, message: string): Issue => ({ file, path: formatPath(path), line: 1, message });
    return { file, value: null, issues: [at([], "is no text in UTF-8; save it again in that encoding")], at };
  }
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = lineFinder(document, lines);
  const at = (path: Path, message: string): Issue => ({
    file,
    path: formatPath(path),
    line: lineOf(path),
    message,
  });
  const broken = [...syntaxErrors(document), ...unknownAliases(document)].map(
    ({ offset, message }): Issue => ({ file, path: "", line: lines.linePos(offset).line, message }),
  );
  if (broken.length > 0) return { file, value: null, issues: broken, at };

  const root: unknown = document.toJS({ maxAliasCount: 10_000 });
  const result = schema.safeParse(root);
  if (result.success) return { file, value: result.data, issues: [], at };
  const issues = explainIssues(result.error.issues, root).map(({ path, message }) => at(path, message));
  return { file, value: null, issues, at };
}

/** The line of a key, of a value without one, or of the nearest place above it. */
function lineFinder(document: Document, lines: LineCounter): (path: Path) => number {
  const keyOffset = (path: Path): number | undefined => {
    const parent = document.getIn(path.slice(0, -1), true) as { items?: { key?: Keyed }[] } | undefined;
    return parent?.items?.find((item) => item?.key?.value === path.at(-1))?.key?.range?.[0];
  };
  return (path) => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const place = path.slice(0, depth);
      const node = document.getIn(place, true) as Keyed | undefined;
      const start = keyOffset(place) ?? node?.range?.[0];
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1; // an empty file
  };
}

interface Keyed {
  readonly value?: unknown;
  readonly range?: [number, number, number];
}

interface Broken {
  readonly offset: number;
  readonly message: string;
}

function syntaxErrors({ errors }: Document): Broken[] {
  return errors.map((error) => ({
    offset: error.pos[0],
    message: (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, ""),
  }));
}

/** The parser itself speaks of an alias without its anchor only by throwing, and only of the first. */
function unknownAliases(document: Document): Broken[] {
  const broken: Broken[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        broken.push({
          offset: alias.range?.[0] ?? 0,
          message: `*${alias.source} stands before its anchor, or has none`,
        });
    },
  });
  return broken;
}
