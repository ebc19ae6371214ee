/** A leaf that could be lifted to its maximum, and the points that this would give; order settles ties. */
export interface Gap {
  readonly code: string;
  readonly gain: bigint;
}

/**
 * The fewest leaves that gain at least `needed` when lifted to their maximum: the largest gaps first. The index is additive, so no
 * set of k leaves, lifted in whole or in part, gains more than the k largest gaps; where these fall short, k leaves never suffice.
 *
 * @example fewestLeaves([{ code: "a", gain: 2n }, { code: "b", gain: 3n }], 3n) // [{ code: "b", gain: 3n }]
 * @returns null when all leaves together fall short
 */
export function fewestLeaves<Leaf extends Gap>(
  leaves: readonly Leaf[],
  needed: bigint,
): readonly Leaf[] | null {
  const largestFirst = [...leaves].filter(({ gain }) => gain > 0n).sort((a, b) => compare(b.gain, a.gain));
  const chosen: Leaf[] = [];
  let gained = 0n;
  for (const leaf of largestFirst) {
    if (gained >= needed) break;
    chosen.push(leaf);
    gained += leaf.gain;
  }
  return gained >= needed ? chosen : null;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
