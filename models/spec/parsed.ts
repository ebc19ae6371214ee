import type { Issue } from "../errors.ts";

/** A place inside a specification file: keys and positions from the root, e.g. ["rules", "satisfied_from"]. */
export type Path = readonly PropertyKey[];

/**
 * A specification file after reading: its value, or what is wrong with it. Never both: a value stands only
 * when no issue was found. `at` makes an issue for a place in it, with the line.
 */
export interface Parsed<T> {
  readonly file: string;
  readonly value: T | null;
  readonly issues: readonly Issue[];
  readonly at: (path: Path, message: string) => Issue;
}

/** Writes a path the way a reader points: `factors[2].part`. */
export function formatPath(path: Path): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${String(key)}`))
    .join("");
}
