import type { SurveyCells } from "./surveyCells.ts";

/** Who takes part in an estimate: respondents, and the degrees of freedom that their first-stage units leave. */
export interface Participation {
  readonly n: number;
  /** First-stage units − strata, both counted where someone takes part. */
  readonly df: number;
}

/** Who takes part, by strata: with an answer that counts to the item, or (for null) with a valid response. */
export function participation(
  cells: SurveyCells,
): (item: string | null, strata: readonly string[]) => Participation {
  const known = new Map<string, Participation>();
  return (item, strata) => {
    let [n, df] = [0, 0];
    for (const stratum of strata) {
      const key = `${item ?? ""}/${stratum}`;
      const own = known.get(key) ?? ofStratum(cells, item, stratum);
      known.set(key, own);
      n += own.n;
      df += own.df;
    }
    return { n, df };
  };
}

function ofStratum(
  { sample, cluster, responses, items, rowsOfStratum }: SurveyCells,
  item: string | null,
  stratum: string,
): Participation {
  const counts = item === null ? responses : items.get(item)!.counted;
  const [from, to] = rowsOfStratum.get(stratum) ?? [0, 0];
  const psus = new Set<number>();
  let n = 0;
  let last = -1; // rows of one unit mostly stand together
  for (let row = from; row < to; row++) {
    if (counts[row] === 0) continue;
    n += counts[row]!;
    const psu = sample.psuOf[cluster[row]!]!;
    if (psu !== last) psus.add(psu);
    last = psu;
  }
  return { n, df: Math.max(psus.size - 1, 0) };
}
