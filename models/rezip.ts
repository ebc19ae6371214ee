import { unzipSync, zipSync } from "fflate";

/**
 * The same archive with its names sorted and one fixed time: equal parts give equal bytes. Parts may be rewritten on the
 * way, such as the one that holds the time of writing.
 */
export function rezip(
  bytes: Uint8Array,
  rewrite: (name: string, part: Uint8Array) => Uint8Array = (_, part) => part,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const kept = Object.fromEntries(parts.map(([name, part]) => [name, rewrite(name, part)]));
  return zipSync(kept, { mtime: new Date(1980, 0, 1) });
}
