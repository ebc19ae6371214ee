import { unzipSync, zipSync } from "fflate";

/**
 * The same archive with its names sorted and one fixed time: equal parts give equal bytes. Parts may be rewritten on the
 * way, such as the one that holds the time of writing, others added, and some given another name.
 */
export function rezip(
  bytes: Uint8Array,
  rewrite: (name: string, part: Uint8Array) => Uint8Array = (_, part) => part,
  added: Readonly<Record<string, Uint8Array>> = {},
  nameOf: (name: string) => string = (name) => name,
): Uint8Array {
  const kept = Object.entries(unzipSync(bytes)).map(
    ([name, part]) => [nameOf(name), rewrite(name, part)] as const,
  );
  const parts = [...kept, ...Object.entries(added)].sort(([a], [b]) => (a < b ? -1 : 1));
  // level 4: a hundredth larger than the usual 6, in two thirds of the time
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 4 });
}
