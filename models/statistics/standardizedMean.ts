import { EstimateError } from "../errors.ts";
import { mean } from "./mean.ts";
import type { Statistic } from "./statistic.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * A directly standardised mean: the means of the classes (ages, say), weighted by the classes' shares of a standard population,
 * so that domains of other composition can be compared.
 *
 *     ȳ_s = Σ_a π_a ȳ_a,   u = π_a (y − ȳ_a)/W_a
 *
 * Not defined in a domain without an answer in one of the classes of the standard population.
 *
 * @param population size of each class in the standard population
 * @example estimate(subpopulation(design, isNorth), standardizedMean(satisfied, age, { "18-34": 30, "35+": 70 }))
 * @throws EstimateError for a class of the sample without a size, sizes that are negative, and sizes that sum to zero
 */
export function standardizedMean(
  variable: NumericColumn,
  classes: LabelColumn,
  population: Readonly<Record<string, number>>,
): Statistic {
  const values = toNumbers(variable);
  const { codes, labels } = toCategories(classes);
  const parts = classShares(labels, population).map(({ label, share }) => {
    const code = labels.indexOf(label);
    return { share, average: mean(values.map((value, row) => (codes[row] === code ? value : Number.NaN))) };
  });
  return {
    rows: Uint8Array.from(values, (value, row) => (Number.isNaN(value) || codes[row]! < 0 ? 0 : 1)),
    estimate(weights) {
      const means = parts.map(({ average }) => average.estimate(weights));
      if (means.includes(null)) return null;
      return means.reduce<number>((sum, value, a) => sum + parts[a]!.share * value!, 0);
    },
    scores(weights) {
      const scores = new Float64Array(values.length);
      for (const { share, average } of parts) {
        average.scores!(weights).forEach((score, row) => {
          scores[row]! += share * score;
        });
      }
      return scores;
    },
  };
}

function classShares(labels: readonly string[], population: Readonly<Record<string, number>>) {
  const unknown = labels.find((label) => population[label] === undefined);
  if (unknown !== undefined)
    throw new EstimateError(`The standard population has no size for the class ${unknown}.`);
  const negative = Object.entries(population).find(([, size]) => !(size >= 0));
  if (negative !== undefined)
    throw new EstimateError(
      `The class ${negative[0]} has a size of ${negative[1]}; it must be zero or more.`,
    );
  const sum = Object.values(population).reduce((total, size) => total + size, 0);
  if (sum === 0) throw new EstimateError("The standard population sums to zero.");
  return Object.entries(population)
    .filter(([, size]) => size > 0)
    .map(([label, size]) => ({ label, share: size / sum }));
}
