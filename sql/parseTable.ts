import { parseDocument } from "yaml";
import type { Issue } from "../models/errors.ts";
import { SpecError } from "../models/errors.ts";
import { type TableHead, tableHead } from "./tableHead.ts";

export interface SqlTable {
  readonly head: TableHead;
  readonly select: string;
}

const headComment = /^\s*\/\*([\s\S]*?)\*\//;

/** Splits a table's file into its head (YAML in the first comment) and its one SELECT. Throws SpecError with every problem. */
export function parseTable(text: string, file: string): SqlTable {
  const comment = headComment.exec(text);
  if (!comment) {
    throw new SpecError([
      {
        file,
        path: "",
        line: 1,
        message: "the file must begin with a comment that holds its summary and grain",
      },
    ]);
  }
  const document = parseDocument(comment[1] ?? "");
  const problems: Issue[] = document.errors.map((error) => ({
    file,
    path: "head",
    line: error.linePos?.[0].line ?? 1,
    message: error.message.split("\n")[0] ?? "",
  }));
  if (problems.length > 0) throw new SpecError(problems);
  const parsed = tableHead.safeParse(document.toJS());
  if (!parsed.success) {
    throw new SpecError(
      parsed.error.issues.map((issue) => ({
        file,
        path: `head.${issue.path.join(".")}`,
        message: issue.message,
      })),
    );
  }
  return { head: parsed.data, select: text.slice(comment[0].length).trim() };
}
