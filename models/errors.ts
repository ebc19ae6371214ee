/**
 * What can go wrong in a way that somebody can mend. Each kind is treated differently by some code:
 * the command line turns it into its exit code and shows no stack. Anything else is a bug (exit 1).
 *
 * A message is a whole sentence with the value and the rule it broke; a hint says what to do next.
 */
export class KnownError extends Error {
  readonly exitCode: number = 1;
  readonly hint: string | undefined;

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.hint = options.hint;
  }
}

/** A command names something that is not there; the message or the hint says what there is. */
export class UsageError extends KnownError {
  override readonly exitCode: number = 2;
}

/** One broken rule of a specification file: where (file, then a path such as `rules.satisfied`, or a line) and what. */
export interface Issue {
  readonly file: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** A YAML or CSV specification is wrong: every issue, with its file and path. */
export class SpecError extends KnownError {
  override readonly exitCode: number = 3;
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], words: { heading?: string; hint?: string } = {}) {
    const list = issues.map((issue) => `  ${formatIssue(issue)}`).join("\n");
    const heading =
      words.heading ??
      `${issues.length} problem${issues.length === 1 ? "" : "s"} in the specification files:`;
    super(`${heading}\n${list}`, {
      hint: words.hint ?? "Correct the files named above; nothing was read or written.",
    });
    this.issues = issues;
  }
}

function formatIssue({ file, path, line, message }: Issue): string {
  const where = line === undefined ? file : `${file}:${line}`;
  return path === "" ? `${where}: ${message}` : `${where}: ${path}: ${message}`;
}

/** The outside world failed: a store is absent, refuses, or breaks off. `retriable` marks what may pass by itself. */
export class SourceError extends KnownError {
  override readonly exitCode: number = 4;
  readonly retriable: boolean;

  constructor(message: string, options: { hint?: string; cause?: unknown; retriable?: boolean } = {}) {
    super(message, options);
    this.retriable = options.retriable ?? false;
  }
}

/** The source no longer fits the instrument: a question is missing, new, renamed or retyped. */
export class DriftError extends KnownError {
  override readonly exitCode: number = 5;
}

/** A table broke one of its promises; the message shows the first failing rows. */
export class CheckError extends KnownError {
  override readonly exitCode: number = 6;
}

/** A quantity cannot be computed as it is specified. */
export class EstimateError extends KnownError {
  override readonly exitCode: number = 6;
}

/** Another run holds the lock. */
export class LockedError extends KnownError {
  override readonly exitCode: number = 7;
}

/** The disk is full, read-only or not ours. */
export class StorageError extends KnownError {
  override readonly exitCode: number = 8;
}
