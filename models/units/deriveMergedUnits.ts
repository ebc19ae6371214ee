import type { Unit } from "./unit.ts";

/**
 * Gives a merged unit what follows from its parents (the units whose successor it is), where its own row is
 * empty: the population is their sum, and the region is theirs when all of them lie in one. A merged unit of
 * parents from two regions has no region: none was laid down for it.
 *
 * @example deriveMergedUnits(units).find((unit) => unit.unit_code === "08-2025")?.population_2019 // 1639490
 */
export function deriveMergedUnits(units: readonly Unit[]): Unit[] {
  return units.map((unit) => {
    const parents = units.filter((other) => other.successor_code === unit.unit_code);
    if (parents.length === 0) return unit;
    return {
      ...unit,
      population_2019: unit.population_2019 ?? sumOf(parents.map((parent) => parent.population_2019)),
      region_code: unit.region_code ?? theOne(parents.map((parent) => parent.region_code)),
    };
  });
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

function theOne<T>(values: readonly (T | null)[]): T | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
