export type NationRule = "pooled" | "mean_of_units" | "population_weighted";

/**
 * What each province counts for in a region or the nation when provinces, not answers, are averaged: equal shares, or
 * shares of the 2019 population.
 *
 * @returns null for the rule `pooled` (all answers count as they are), or when a population is not known
 */
export function populationWeights(
  rule: NationRule,
  populations: readonly (number | null)[],
): number[] | null {
  if (rule === "pooled") return null;
  if (rule === "mean_of_units") return populations.map(() => 1 / populations.length);
  if (populations.some((population) => population === null)) return null;
  const total = populations.reduce<number>((sum, population) => sum + (population as number), 0);
  return populations.map((population) => (population as number) / total);
}
