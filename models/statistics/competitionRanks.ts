/** Which end of the scale is rank 1. */
export type RankOrder = "largest first" | "smallest first";

/**
 * Competition ranks ("1, 2, 2, 4"): a unit's rank is one more than the number of units strictly ahead of it.
 *
 * Equal values share the better rank and the next rank is skipped. Two values are equal only when they are the same
 * double: quantise scores before ranking (12 decimals drop float noise), never round them for print first.
 *
 * @param values one score a unit; null is a unit without a score, which gets no rank and is ahead of nobody
 * @example competitionRanks([70, 90, 90, 50]) // [3, 1, 1, 4]
 */
export function competitionRanks(
  values: readonly (number | null)[],
  order: RankOrder = "largest first",
): (number | null)[] {
  return ranksInOrder(values, order, (ahead) => ahead + 1);
}

/**
 * Dense ranks ("1, 2, 2, 3"): one more than the number of distinct better values; no rank is skipped.
 *
 * @example denseRanks([70, 90, 90, 50]) // [2, 1, 1, 3]
 */
export function denseRanks(
  values: readonly (number | null)[],
  order: RankOrder = "largest first",
): (number | null)[] {
  return ranksInOrder(values, order, (_ahead, distinctAhead) => distinctAhead + 1);
}

function ranksInOrder(
  values: readonly (number | null)[],
  order: RankOrder,
  rankOf: (ahead: number, distinctAhead: number) => number,
): (number | null)[] {
  const sign = order === "largest first" ? -1 : 1;
  const scored = values.flatMap((value, unit) => (value === null ? [] : [{ unit, key: sign * value }]));
  scored.sort((a, b) => a.key - b.key);
  const ranks: (number | null)[] = values.map(() => null);
  let ahead = 0;
  let distinct = -1;
  scored.forEach(({ unit, key }, position) => {
    if (position === 0 || key !== scored[position - 1]!.key) {
      ahead = position;
      distinct += 1;
    }
    ranks[unit] = rankOf(ahead, distinct);
  });
  return ranks;
}
