import { deducibleCells, type PublishedSum } from "./deducibleCells.ts";
import { type Hidden, protectCells, type ReleaseCell } from "./protectCells.ts";

/** A cell of the new release, which stands or falls with others of its domain. */
export interface DomainCell extends ReleaseCell {
  readonly domain: string;
}

/** What an earlier release shows of a cell, beside what stands behind it now. */
export interface EarlierFigure {
  /** By how much each count that both tell has changed; empty where a figure tells no count. */
  readonly changes: readonly number[];
  readonly isSame: boolean;
}

/** A release that readers hold already, also one that was withdrawn since. */
export interface EarlierRelease {
  readonly release: string;
  readonly shown: ReadonlyMap<string, EarlierFigure>;
}

/**
 * Why a figure is in readers' hands whatever this release hides: an earlier one shows it (`shown`), it follows from what earlier
 * ones show (`deducible`), or, where nothing is done about it, this one shows how few were added or taken out (`differs`).
 */
export interface Exposure {
  readonly how: "shown" | "deducible" | "differs";
  readonly release: string;
}

export interface Protection {
  readonly hidden: ReadonlyMap<string, Hidden>;
  readonly exposed: ReadonlyMap<string, Exposure>;
}

/** What is done about earlier releases: further cells are hidden, or it is only said what they give away. */
export type EarlierRule = "protect" | "warn";

export interface ReleaseToProtect {
  readonly cells: ReadonlyMap<string, DomainCell>;
  /** The cells hidden for themselves. */
  readonly few: ReadonlySet<string>;
  readonly sums: readonly PublishedSum[];
  readonly earlier: readonly EarlierRelease[];
  /** A count that changed by less than this names those who were added or taken out. */
  readonly minimumCount: number;
  readonly rule: EarlierRule;
}

/**
 * Secondary suppression over a release together with the earlier ones of its round, as readers lay them side by side.
 *
 * Where a count differs by few from what an earlier release shows, the difference is a small cell and is known as soon as the new
 * figure is, so that figure is hidden. Domains in which nothing that was shown has changed are one with their former
 * selves: what an earlier release shows of them is known, what it hid must stay unknown. Of other domains the former
 * figures are other quantities. The sums of every release hold at once, and {@link protectCells} hides what they give away.
 */
export function protectRelease(release: ReleaseToProtect): Protection {
  const { cells, few, sums, minimumCount, rule } = release;
  const earlier = release.earlier.filter(({ shown }) => shown.size > 0);
  if (earlier.length === 0) return { hidden: protectCells(cells, few, sums), exposed: new Map() };
  const differing = new Map<string, string>();
  for (const { release: name, shown } of earlier)
    for (const [cell, { changes }] of shown)
      if (cells.has(cell) && changes.some((change) => change !== 0 && Math.abs(change) < minimumCount))
        differing.set(cell, name);
  const { published, former } = besideEarlier(cells, sums, earlier);
  const all = [...sums, ...former.sums];
  const secret = new Set([...few, ...differing.keys()].sort());
  const given = givenAway(cells, secret, published, former, all);
  const exposed = new Map<string, Exposure>();
  for (const cell of secret) {
    const by = published.get(cell) ?? earlier.find(({ shown }) => shown.get(cell)?.isSame)?.release;
    if (by !== undefined) exposed.set(cell, { how: "shown", release: by });
    else if (given.has(cell))
      exposed.set(cell, { how: "deducible", release: earlier.map((each) => each.release).join(" ") });
  }
  if (rule === "warn") {
    const hidden = protectCells(cells, few, sums);
    const told = deducibleCells(new Set([...hidden.keys()].filter((cell) => !published.has(cell))), all);
    for (const [cell, name] of differing)
      if (!hidden.has(cell) || told.has(cell)) exposed.set(cell, { how: "differs", release: name });
    return { hidden, exposed };
  }
  const isOpen = (cell: string) => !published.has(cell) && !given.has(cell);
  const guarded = protectCells(
    new Map([...cells].filter(([cell]) => isOpen(cell))),
    new Set([...secret, ...former.cells].filter(isOpen)),
    all,
  );
  const hidden = new Map<string, Hidden>();
  for (const [cell, why] of guarded) if (cells.has(cell) && !secret.has(cell)) hidden.set(cell, why);
  for (const [cell, name] of differing) hidden.set(cell, { reason: "differs", release: name });
  for (const cell of few) hidden.set(cell, { reason: "too_few" });
  return { hidden, exposed };
}

interface Former {
  /** What earlier releases hid of domains that have changed since: quantities of their own. */
  readonly cells: ReadonlySet<string>;
  readonly sums: readonly PublishedSum[];
}

/** What is known of the new cells by earlier releases, and the sums of these, of what they do not show. */
function besideEarlier(
  cells: ReadonlyMap<string, DomainCell>,
  sums: readonly PublishedSum[],
  earlier: readonly EarlierRelease[],
): { published: ReadonlyMap<string, string>; former: Former } {
  const published = new Map<string, string>();
  const formerCells = new Set<string>();
  const formerSums: PublishedSum[] = [];
  for (const { release, shown } of earlier) {
    const changed = new Set<string>();
    for (const [cell, { isSame }] of shown) if (!isSame) changed.add(cells.get(cell)?.domain ?? "");
    const hasChanged = (cell: string) => changed.has(cells.get(cell)?.domain ?? "");
    for (const cell of shown.keys())
      if (cells.has(cell) && !hasChanged(cell) && !published.has(cell)) published.set(cell, release);
    const nameOf = (cell: string) => {
      if (!hasChanged(cell)) return cell;
      const name = `${release} ${cell}`;
      formerCells.add(name);
      return name;
    };
    for (const { terms } of sums) {
      const hidden = terms.filter(({ cell }) => !shown.has(cell));
      if (hidden.length > 0)
        formerSums.push({
          terms: hidden.map(({ cell, coefficient }) => ({ cell: nameOf(cell), coefficient })),
        });
    }
  }
  return { published, former: { cells: formerCells, sums: formerSums } };
}

/** What could be worked out though the new release showed nothing. */
function givenAway(
  cells: ReadonlyMap<string, DomainCell>,
  secret: ReadonlySet<string>,
  published: ReadonlyMap<string, string>,
  former: Former,
  sums: readonly PublishedSum[],
): ReadonlySet<string> {
  if (secret.size + former.cells.size === 0) return new Set();
  const open = [...cells.keys()].filter((cell) => !published.has(cell));
  return deducibleCells(new Set([...open, ...former.cells]), sums);
}
