import { EstimateError } from "../errors.ts";
import { deducibleCells, type PublishedSum } from "./deducibleCells.ts";

/** A cell that a release would show, and what hiding it would cost. */
export interface ReleaseCell {
  readonly n: number;
  /** Cells of a lower rank are hidden first: an item before a factor, a province before the nation. */
  readonly rank: number;
}

/**
 * A cell that is not shown: too few stand behind it, few hold most of its weight, another one could be worked out from it, or it differs by few persons from
 * what an earlier release shows.
 */
export type Hidden =
  | { readonly reason: "too_few" }
  | { readonly reason: "dominated" }
  | { readonly reason: "protects"; readonly cell: string }
  | { readonly reason: "differs"; readonly release: string };

/**
 * Secondary suppression: hides further cells until none of the hidden ones can be worked out by adding and subtracting what is
 * still shown. Where one can, a cell of the sums that give it away is hidden too: of the lowest rank, then in the most of those
 * sums, then with the fewest respondents, then by its code. So a rule decides, nobody's judgement; it hides more than the
 * least that would do.
 *
 * Hundepool et al. (2012), Statistical Disclosure Control, section 4.4.
 *
 * @param few the cells hidden for themselves
 * @throws when a sum has no other cell to hide
 */
export function protectCells(
  cells: ReadonlyMap<string, ReleaseCell>,
  few: ReadonlySet<string>,
  sums: readonly PublishedSum[],
): ReadonlyMap<string, Hidden> {
  const hidden = new Map<string, Hidden>([...few].sort().map((cell) => [cell, { reason: "too_few" }]));
  const sumsOf = new Map<string, PublishedSum[]>();
  for (const sum of sums)
    for (const { cell } of sum.terms) sumsOf.set(cell, [...(sumsOf.get(cell) ?? []), sum]);
  for (;;) {
    const known = [...deducibleCells(new Set(hidden.keys()), sums)].sort();
    if (known.length === 0) return hidden;
    const added = new Set<string>();
    for (const cell of known) {
      const own = sumsOf.get(cell) ?? [];
      const alone = own.filter(({ terms }) =>
        terms.every((term) => term.cell === cell || !hidden.has(term.cell)),
      );
      const giving = alone.length > 0 ? alone : own;
      if (giving.some(({ terms }) => terms.some((term) => added.has(term.cell)))) continue;
      const chosen = cheapest(giving, cells, hidden);
      if (chosen === null) continue; // given away through another one, which comes first
      hidden.set(chosen, { reason: "protects", cell });
      added.add(chosen);
    }
    if (added.size === 0 && !hideAround(known[0] as string))
      throw new EstimateError(
        `Nothing can be hidden that keeps ${known.join(", ")} from being worked out by subtraction.`,
      );
  }

  /** A cell that only several sums together give away: one of all those that hang together with it by hidden cells. */
  function hideAround(cell: string): boolean {
    const chosen = cheapest([...connected(cell, sumsOf, hidden)], cells, hidden);
    if (chosen !== null) hidden.set(chosen, { reason: "protects", cell });
    return chosen !== null;
  }
}

function connected(
  cell: string,
  sumsOf: ReadonlyMap<string, readonly PublishedSum[]>,
  hidden: ReadonlyMap<string, Hidden>,
): ReadonlySet<PublishedSum> {
  const found = new Set<PublishedSum>();
  const reached = new Set([cell]);
  for (const one of reached)
    for (const sum of sumsOf.get(one) ?? []) {
      if (found.has(sum)) continue;
      found.add(sum);
      for (const term of sum.terms) if (hidden.has(term.cell)) reached.add(term.cell);
    }
  return found;
}

function cheapest(
  sums: readonly PublishedSum[],
  cells: ReadonlyMap<string, ReleaseCell>,
  hidden: ReadonlyMap<string, Hidden>,
): string | null {
  const shared = new Map<string, number>();
  for (const { terms } of sums)
    for (const { cell } of terms)
      if (!hidden.has(cell) && cells.has(cell)) shared.set(cell, (shared.get(cell) ?? 0) + 1);
  const [first] = [...shared].sort(([a, inA], [b, inB]) => {
    const [one, other] = [cells.get(a) as ReleaseCell, cells.get(b) as ReleaseCell];
    return one.rank - other.rank || inB - inA || one.n - other.n || (a < b ? -1 : 1);
  });
  return first?.[0] ?? null;
}
