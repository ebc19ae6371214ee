/**
 * The written rule of merging, for classes of areas and for categories of a margin: of the groups that cannot stand alone the
 * smallest (of equals the first) joins the next, the last the one before it, until all can or one is left.
 *
 * @example mergeNeighbours([[1], [2], [9]], (group) => sizeOf(group) >= 3, sizeOf) // [[1, 2], [9]]
 */
export function mergeNeighbours<Member>(
  groups: readonly (readonly Member[])[],
  isEnough: (members: readonly Member[]) => boolean,
  sizeOf: (members: readonly Member[]) => number,
): (readonly Member[])[] {
  let merged = [...groups];
  while (merged.length > 1) {
    const short = merged.flatMap((members, index) => (isEnough(members) ? [] : [index]));
    if (short.length === 0) break;
    const least = Math.min(...short.map((index) => sizeOf(merged[index]!)));
    const small = short.find((index) => sizeOf(merged[index]!) === least) as number;
    const from = Math.min(small, merged.length - 2);
    merged = [...merged.slice(0, from), [...merged[from]!, ...merged[from + 1]!], ...merged.slice(from + 2)];
  }
  return merged;
}
