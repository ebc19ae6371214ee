import { type Issue, SpecError } from "../../models/errors.ts";

export type CodeLanguage = "sql" | "js" | "ts" | "vega-lite";

/** A notebook is Markdown; its fenced blocks of these languages are cells that are run from top to bottom. */
export type NotebookCell =
  | { readonly kind: "markdown"; readonly source: string }
  | {
      readonly kind: CodeLanguage;
      readonly source: string;
      readonly line: number;
      /** Under this name later cells find the rows. */
      readonly name?: string;
      /** The rows that a chart draws. */
      readonly data?: string;
    };

export interface Notebook {
  readonly file: string;
  readonly title: string;
  readonly cells: readonly NotebookCell[];
}

const fence = /^```\s*(sql|js|ts|vega-lite)\b(.*)$/;
const option = /^([a-z]+)=([A-Za-z_]\w*)$/;

/** Splits the text of a notebook into its cells. Throws SpecError with every problem. */
export function parseNotebook(file: string, text: string): Notebook {
  const cells: NotebookCell[] = [];
  const issues: Issue[] = [];
  let prose: string[] = [];
  const endProse = () => {
    const source = prose.join("\n").trim();
    if (source !== "") cells.push({ kind: "markdown", source });
    prose = [];
  };
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  for (let i = 0; i < lines.length; i += 1) {
    const opening = fence.exec(lines[i] as string);
    if (opening === null) {
      prose.push(lines[i] as string);
      continue;
    }
    endProse();
    const line = i + 1;
    const end = lines.indexOf("```", i + 1);
    if (end === -1) issues.push({ file, path: "", line, message: "the cell that begins here never ends" });
    const source = lines.slice(i + 1, end === -1 ? undefined : end).join("\n");
    const kind = opening[1] as CodeLanguage;
    cells.push({ kind, source, line, ...readOptions(file, line, kind, opening[2] as string, issues) });
    i = end === -1 ? lines.length : end;
  }
  endProse();
  issues.push(...namesTwice(file, cells));
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined)
    issues.push({ file, path: "", line: 1, message: "has no title (a line that begins with #)" });
  if (issues.length > 0) throw new SpecError(issues);
  return { file, title: title as string, cells };
}

function readOptions(file: string, line: number, kind: CodeLanguage, text: string, issues: Issue[]) {
  const found: { name?: string; data?: string } = {};
  const allowed = kind === "vega-lite" ? "data" : "name";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const [, key, value] = option.exec(word) ?? [];
    if (key === allowed) found[allowed] = value as string;
    else
      issues.push({
        file,
        path: "",
        line,
        message: `"${word}" is no option of a ${kind} cell; there is ${allowed}=…`,
      });
  }
  if (kind === "vega-lite" && found.data === undefined) {
    issues.push({ file, path: "", line, message: "a chart needs data=… with the name of a cell above it" });
  }
  return found;
}

function namesTwice(file: string, cells: readonly NotebookCell[]): Issue[] {
  const seen = new Set<string>();
  return cells.flatMap((cell) => {
    if (cell.kind === "markdown" || cell.name === undefined) return [];
    if (!seen.has(cell.name)) {
      seen.add(cell.name);
      return [];
    }
    return [{ file, path: "", line: cell.line, message: `the name ${cell.name} is taken by a cell above` }];
  });
}
