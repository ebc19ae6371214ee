import type { z } from "zod";
import type { Path } from "./parsed.ts";

type ZodIssue = z.core.$ZodIssue;

/** Every problem with its place and its sentence; of keys that are not known, each by itself. */
export function explainIssues(
  issues: readonly ZodIssue[],
  root: unknown,
): readonly { readonly path: Path; readonly message: string }[] {
  return issues.flatMap((issue) => {
    const message = explainIssue(issue, root);
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message }))
      : [{ path: issue.path, message }];
  });
}

/** Says in a sentence which rule a value breaks: the value as it stands, and what is allowed. */
export function explainIssue(issue: ZodIssue, root: unknown): string {
  const value = valueAt(root, issue.path);
  if (issue.code === "unrecognized_keys") return "is not a known key here";
  if (issue.code === "invalid_key") return `is no name that may stand here; ${issue.issues[0]?.message}`;
  if (value === undefined) return `is missing${expectation(issue)}`;
  return `is ${show(value)}${expectation(issue)}`;
}

function expectation(issue: ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `; ${issue.expected === "int" ? "a whole number" : article(issue.expected)} is needed`;
    case "invalid_value":
      return `; one of ${issue.values.map(String).join(", ")} is allowed`;
    case "too_small":
      return `; ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${unitOf(issue.origin)} is needed`;
    case "too_big":
      return `; ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${unitOf(issue.origin)} is allowed`;
    case "invalid_format":
      return issue.format === "date" ? "; a real date as YYYY-MM-DD is needed" : `; ${patternRule(issue)}`;
    default:
      return `; ${issue.message}`;
  }
}

function article(type: string): string {
  const words: Record<string, string> = {
    string: "text (in quotes when it looks like a number)",
    number: "a number",
    array: "a list",
    object: "a set of keys",
    boolean: "true or false",
  };
  return words[type] ?? type;
}

function unitOf(origin: string): string {
  if (origin === "string") return " character";
  return origin === "array" ? " entry" : "";
}

function patternRule(issue: ZodIssue & { pattern?: string | undefined }): string {
  return issue.message.startsWith("Invalid")
    ? `it must match ${issue.pattern ?? "its format"}`
    : issue.message;
}

function show(value: unknown): string {
  return typeof value === "object" && value !== null
    ? Array.isArray(value)
      ? "a list"
      : "a set of keys"
    : JSON.stringify(value);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}
