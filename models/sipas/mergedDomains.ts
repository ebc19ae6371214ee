import type { Domain } from "./estimateDomains.ts";

/** An old unit, the unit it was merged into, and its population. */
export interface MergedPart {
  readonly unit: string;
  readonly successor: string;
  readonly population: number | null;
}

/** A merged unit in a round of the old ones: what of it was surveyed. */
export interface MergedDomain {
  readonly domain: Domain;
  /** Population of the surveyed parts over that of all; null where a population is not known. */
  readonly coverage: number | null;
  readonly missing: readonly string[];
}

/**
 * Merged units as the mean of their old ones, weighted by population: of those that have responses, with the share of the
 * population that they hold. Whatever has no data is named; nothing is put in its place.
 *
 * @param surveyed the old units with responses
 */
export function mergedDomains(parts: readonly MergedPart[], surveyed: ReadonlySet<string>): MergedDomain[] {
  const successors = [...new Set(parts.map(({ successor }) => successor))].sort();
  return successors.map((code) => {
    const own = parts.filter(({ successor }) => successor === code);
    const there = own.filter(({ unit }) => surveyed.has(unit));
    const sum = (some: readonly MergedPart[]) =>
      some.some(({ population }) => population === null)
        ? null
        : some.reduce((total, { population }) => total + (population as number), 0);
    const [all, covered] = [sum(own), sum(there)];
    const isWeighted = covered !== null && covered > 0;
    return {
      domain: {
        level: "merged",
        code,
        strata: isWeighted ? there.map(({ unit }) => unit) : [],
        weights: isWeighted ? there.map(({ population }) => (population as number) / covered) : [],
      },
      coverage: all === null || covered === null ? null : covered / all,
      missing: own.filter(({ unit }) => !surveyed.has(unit)).map(({ unit }) => unit),
    };
  });
}
