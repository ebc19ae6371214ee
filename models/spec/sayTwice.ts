import type { Path } from "./parsed.ts";

/** Takes note of a broken rule at a place of the file being checked. */
export type Say = (path: Path, message: string) => void;

/** Says of every code that stood before in the same list that it stands twice. */
export function sayTwice(codes: readonly string[], pathOf: (index: number) => Path, say: Say): void {
  codes.forEach((code, i) => {
    if (codes.indexOf(code) !== i) say(pathOf(i), `${code} stands twice`);
  });
}
