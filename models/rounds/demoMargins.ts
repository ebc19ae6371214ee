import type { Unit } from "../units/unit.ts";
import type { Margin } from "./round.ts";

const source = "số minh họa, không phải tổng điều tra – invented, no census figure";

/**
 * The demo's own adult margins: of every province, adults by gender, age group and residence. They are
 * invented. Adults are taken as 70 % of the 2019 population, and the shares vary smoothly between provinces
 * by a number made from the unit's code. The categories of each margin add exactly to the adults.
 *
 * @throws RangeError when a unit has no population to take adults of
 *
 * @example demoMargins([hanoi])[0] // { unit_code: "01", margin_code: "gender", category_code: "male", population: 2728468, … }
 */
export function demoMargins(units: readonly Unit[]): Margin[] {
  return units.flatMap((unit) => {
    if (unit.population_2019 === null) throw new RangeError(`Unit ${unit.unit_code} has no population.`);
    const adults = Math.round((unit.population_2019 * 7) / 10);
    return Object.entries(sharesOf(unit)).flatMap(([margin_code, shares]) => {
      const counts = apportion(adults, Object.values(shares));
      return Object.keys(shares).map(
        (category_code, i): Margin => ({
          unit_code: unit.unit_code,
          margin_code,
          category_code,
          population: counts[i] ?? 0,
          provenance: "illustrative",
          source,
          reference_date: null,
          verified_by: null,
        }),
      );
    });
  });
}

/** Relative sizes of the categories, in parts of a thousand or so: only their proportions count. */
function sharesOf({ unit_code, unit_type }: Unit): Record<string, Record<string, number>> {
  const vary = (purpose: string, from: number, to: number) =>
    from + ((to - from) * hash(`${purpose} ${unit_code}`)) / 1000;
  const urban = unit_type === "city" ? vary("urban", 550, 800) : vary("urban", 150, 450);
  return {
    gender: { male: vary("male", 480, 500), female: 1000 - vary("male", 480, 500) },
    age: {
      age_18_24: vary("18", 120, 150),
      age_25_34: vary("25", 210, 250),
      age_35_49: vary("35", 300, 330),
      age_50_60: vary("50", 160, 190),
      age_over_60: vary("60", 110, 170),
    },
    residence: { urban, rural: 1000 - urban },
  };
}

/** Whole counts in the given proportions that add exactly to the total (largest remainders first). */
function apportion(total: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (total * share) / all);
  const counts = exact.map(Math.floor);
  const left = total - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) counts[i] = (counts[i] ?? 0) + 1;
  return counts;
}

/** FNV-1a over UTF-16 units, folded to 0 … 999: the same for the same text everywhere. */
function hash(text: string): number {
  let state = 2166136261;
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 16777619) >>> 0;
  return ((state ^ (state >>> 15)) >>> 0) % 1000;
}
