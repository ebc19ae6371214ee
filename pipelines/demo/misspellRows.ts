import { misspelledNames } from "./misspelledNames.ts";
import type { RandomStream } from "./randomStream.ts";

/** The unit's name as each of `nRows` rows writes it: a known share of them otherwise, every way in turn. */
export function misspellRows(
  name: string,
  nRows: number,
  share: number,
  chance: RandomStream,
): { names: string[]; counts: Record<string, number> } {
  const names = new Array<string>(nRows).fill(name);
  const counts: Record<string, number> = {};
  const variants = misspelledNames(name);
  if (variants.length === 0 || nRows === 0) return { names, counts };
  const wrong = Math.min(nRows, Math.max(variants.length, Math.round(share * nRows)));
  chance.draw(wrong, nRows).forEach((row, i) => {
    const { kind, text } = variants[i % variants.length]!;
    names[row] = text;
    counts[kind] = (counts[kind] ?? 0) + 1;
  });
  return { names, counts };
}
