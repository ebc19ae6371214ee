import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EstimateError } from "../../../models/errors.ts";
import {
  type CellMargin,
  clusterCovariance,
  domainRatioRecipe,
  estimate,
  iterativeProportionalFitting,
  mean,
  prestonFactors,
  rake,
  raoWuFactors,
  repeatRecipe,
  type SampledUnit,
  surveyDesign,
  toCategories,
  total,
} from "../../../models/statistics/index.ts";
import { readTable } from "../../published/table.ts";

function stratum(code: string, n: number, population?: number): SampledUnit[] {
  return Array.from({ length: n }, (_, i) => ({
    stratum: code,
    stages: [`D${i}`],
    ...(population === undefined ? {} : { population: [population] }),
  }));
}

const citizens = readTable(
  fileURLToPath(new URL("../../published/reference/data/citizens.csv", import.meta.url)),
);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const runs = { seed: 23, numRuns: 50 };

describe("Rao-Wu replicates", () => {
  test("of two districts, one is taken twice and the other left out", () => {
    const { of } = raoWuFactors(stratum("P01", 2), { replicates: 20, seed: 1 });
    for (let r = 0; r < 20; r++) expect([...of(r)].sort()).toEqual([0, 2]);
  });

  test("the factors of a stratum sum to its number of units, and none is negative", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 0, max: 20 }),
        fc.nat(),
        (n, more, seed) => {
          const factors = raoWuFactors(stratum("P01", n, n + more), { replicates: 3, seed }).of(2);
          expect(sum(factors)).toBeCloseTo(n, 9);
          expect(Math.min(...factors)).toBeGreaterThanOrEqual(-1e-12);
        },
      ),
      runs,
    );
  });

  test("a stratum whose units are all in the sample does not vary", () => {
    const { of } = raoWuFactors(stratum("P01", 3, 3), { replicates: 5, seed: 1 });
    expect([...of(4)]).toEqual([1, 1, 1]);
  });

  test("listing the districts in another order gives each the same factors", () => {
    const psus = [...stratum("P01", 4), ...stratum("P02", 3)];
    const forward = raoWuFactors(psus, { replicates: 6, seed: 9 });
    const backward = raoWuFactors(psus.toReversed(), { replicates: 6, seed: 9 });
    expect([...backward.of(5)].toReversed()).toEqual([...forward.of(5)]);
  });

  test("a stratum draws the same whatever other strata are in the survey", () => {
    const alone = raoWuFactors(stratum("P02", 3), { replicates: 6, seed: 9 });
    const together = raoWuFactors([...stratum("P01", 4), ...stratum("P02", 3)], { replicates: 6, seed: 9 });
    expect([...together.of(3)].slice(4)).toEqual([...alone.of(3)]);
  });

  test("replicates of another seed differ", () => {
    const [a, b] = [1, 2].map((seed) => raoWuFactors(stratum("P01", 6), { replicates: 1, seed }).of(0));
    expect([...a!]).not.toEqual([...b!]);
  });

  test("for totals they average to the estimate and spread like the linearised variance, with and without fpc", () => {
    const y = Float64Array.of(12, 30, 7, 22, 18, 9, 41, 16, 25);
    for (const population of [undefined, 12]) {
      const psus = [...stratum("P01", 4, population), ...stratum("P02", 5, population)];
      const factors = raoWuFactors(psus, { replicates: 4000, seed: 3 });
      const result = repeatRecipe(factors, (f) => [y.reduce((t, value, u) => t + f[u]! * value, 0)]);
      const expected = Math.sqrt(
        clusterCovariance({
          strata: psus.map((psu) => psu.stratum),
          totals: [y],
          populationCounts: population === undefined ? undefined : psus.map(() => population),
        })[0]![0]!,
      );
      const mean = sum(result.replicateEstimates.map((one) => one![0]!)) / 4000;
      expect(Math.abs(mean - 180)).toBeLessThan((4 * expected) / Math.sqrt(4000)); // four Monte Carlo errors
      expect(Math.abs(result.standardErrors[0]! / expected - 1)).toBeLessThan(4 / Math.sqrt(2 * 4000));
      expect(result.df).toBe(7);
    }
  });

  test("a smaller m keeps the variance of a total", () => {
    const y = [12, 30, 7, 22, 18, 9];
    const expected = Math.sqrt(clusterCovariance({ totals: [Float64Array.from(y)] })[0]![0]!);
    const factors = raoWuFactors(stratum("P01", 6), { replicates: 4000, seed: 3, sampleSize: () => 2 });
    const { standardErrors } = repeatRecipe(factors, (f) => [
      y.reduce((t, value, u) => t + f[u]! * value, 0),
    ]);
    expect(Math.abs(standardErrors[0]! / expected - 1)).toBeLessThan(4 / Math.sqrt(2 * 4000));
  });

  test("a stratum with one sampled district of several is refused by name", () => {
    expect(() => raoWuFactors(stratum("P07", 1, 8), { replicates: 1, seed: 1 })).toThrow(
      "Stratum P07 has a single sampled unit, which no bootstrap can vary.",
    );
  });

  test("a district listed twice, a rate given for a count, and too large an m are refused", () => {
    const options = { replicates: 1, seed: 1 };
    expect(() => raoWuFactors([...stratum("P01", 2), ...stratum("P01", 2)], options)).toThrow(EstimateError);
    expect(() => raoWuFactors(stratum("P01", 3, 0.25), options)).toThrow(
      "3 sampled units of a population of 0.25",
    );
    expect(() => raoWuFactors(stratum("P01", 3), { ...options, sampleSize: () => 3 })).toThrow("m = 3");
  });
});

describe("Preston's replicates", () => {
  const stages = ["district", "commune", "id"];
  const counts = ["n_district", "n_commune", "n_person"];
  const column = (name: string) => citizens.labels(name) as string[];
  const units: SampledUnit[] = column("province").map((province, row) => ({
    stratum: province,
    stages: stages.map((name) => column(name)[row]!),
    population: counts.map((name) => citizens.numbers(name)[row]!),
  }));
  const visits = citizens.numbers("visits");
  const weights = citizens.numbers("w");

  test("of a three-stage sample with fpc spread a total like the linearised variance", () => {
    const design = surveyDesign({
      strata: column("province"),
      clusters: stages.map(column),
      populationCounts: counts.map(citizens.numbers),
      weights,
    });
    const known = visits.map((value) => (Number.isNaN(value) ? 0 : value));
    const expected = estimate(design, total(known));
    const weighted = known.map((value, row) => value * weights[row]!);
    const result = repeatRecipe(prestonFactors(units, { replicates: 2000, seed: 4 }), (f) => [
      weighted.reduce((t, value, row) => t + f[row]! * value, 0),
    ]);
    expect(result.estimates[0]).toBeCloseTo(expected.estimate!, 3);
    expect(Math.abs(result.standardErrors[0]! / expected.se! - 1)).toBeLessThan(4 / Math.sqrt(2 * 2000));
    expect(result.df).toBe(expected.df);
  });

  test("the order of rows changes no factor", () => {
    const forward = prestonFactors(units, { replicates: 2, seed: 4 }).of(1);
    const backward = prestonFactors(units.toReversed(), { replicates: 2, seed: 4 }).of(1);
    expect([...backward].toReversed()).toEqual([...forward]);
  });

  test("a unit without populations of all its stages is refused", () => {
    expect(() => prestonFactors(stratum("P01", 4), { replicates: 1, seed: 1 })).toThrow("needs a population");
  });
});

describe("repeating the recipe", () => {
  const factors = raoWuFactors(stratum("P01", 5), { replicates: 200, seed: 2 });
  const men = [3, 5, 2, 6, 4];
  const women = [4, 4, 4, 4, 4];

  test("a total that every replicate is post-stratified to has no error", () => {
    const { estimates, standardErrors } = repeatRecipe(factors, (f) => {
      const sampled = men.reduce((t, value, u) => t + f[u]! * value, 0);
      const gate = 100 / sampled; // the weighting step, repeated on the replicate's own weights
      return [gate * sampled, gate * women.reduce((t, value, u) => t + f[u]! * value, 0)];
    });
    expect(estimates[0]).toBe(100);
    expect(standardErrors[0]).toBeLessThan(1e-12);
    expect(standardErrors[1]).toBeGreaterThan(1);
  });

  test("raking on cells in every replicate agrees with the linearised error, and margins have none", () => {
    const column = (name: string) => citizens.labels(name) as string[];
    const rows = [...citizens.numbers("visits").keys()].filter(
      (row) => !Number.isNaN(citizens.numbers("visits")[row]!),
    );
    const at = <T>(values: ArrayLike<T>) => rows.map((row) => values[row]!);
    const [province, district, sex, age] = ["province", "district", "sex", "agegrp"].map((name) =>
      at(column(name)),
    );
    const w = at(citizens.numbers("w"));
    const visits = at(citizens.numbers("visits"));
    const share = w.reduce((sum, weight) => sum + weight, 0) / 100;
    const totals = {
      sex: { F: 51 * share, M: 49 * share },
      age: { "18-34": 33 * share, "35-54": 39 * share, "55+": 28 * share },
    };
    const design = rake(surveyDesign({ strata: province, clusters: [district!], weights: w }), {
      sex: { labels: sex!, totals: totals.sex },
      age: { labels: age!, totals: totals.age },
    });
    const linearised = estimate(design, mean(visits));

    const districts = [...new Set(district)].map((code) => ({
      stratum: province![district!.indexOf(code)]!,
      stages: [code],
    }));
    const psuOf = district!.map((code) => districts.findIndex(({ stages }) => stages[0] === code));
    const [sexCodes, ageCodes] = [toCategories(sex!), toCategories(age!)];
    const cellOf = sexCodes.codes.map((code, row) => code * 3 + ageCodes.codes[row]!);
    const margins: CellMargin[] = [
      {
        name: "sex",
        categories: sexCodes.labels,
        codes: Int32Array.of(0, 0, 0, 1, 1, 1),
        totals: Float64Array.from(sexCodes.labels, (l) => totals.sex[l as "F"]),
      },
      {
        name: "age",
        categories: ageCodes.labels,
        codes: Int32Array.of(0, 1, 2, 0, 1, 2),
        totals: Float64Array.from(ageCodes.labels, (l) => totals.age[l as "55+"]),
      },
    ];
    const sumCells = (f: Float64Array, value: (row: number) => number) => {
      const cells = new Float64Array(6);
      cellOf.forEach((cell, row) => {
        cells[cell]! += f[psuOf[row]!]! * w[row]! * value(row);
      });
      return cells;
    };
    const recipe = (f: Float64Array) => {
      const counts = sumCells(f, () => 1);
      const g = iterativeProportionalFitting(counts, margins);
      const total = (cells: Float64Array) => cells.reduce((sum, cell, c) => sum + g[c]! * cell, 0);
      return [
        total(sumCells(f, (row) => visits[row]!)) / total(counts),
        counts.reduce((sum, cell, c) => sum + (c < 3 ? g[c]! * cell : 0), 0),
      ];
    };
    const psuFactors = raoWuFactors(districts, { replicates: 1000, seed: 6 });
    const { estimates, standardErrors } = repeatRecipe(psuFactors, recipe);
    expect(estimates[0]).toBeCloseTo(linearised.estimate!, 12);
    expect(Math.abs(standardErrors[0]! / linearised.se! - 1)).toBeLessThan(4 / Math.sqrt(2 * 1000));
    expect(standardErrors[1]! / totals.sex.F).toBeLessThan(1e-12);
  });

  test("a replicate in which a step cannot be done is left out, counted, and its reason kept", () => {
    const result = repeatRecipe(factors, (f) => {
      if (f[0] === 0) throw new EstimateError("The class of D0 is empty.");
      return [f[0]!];
    });
    const without = Array.from({ length: 200 }, (_, r) => factors.of(r)[0]).filter((f) => f === 0).length;
    expect(result.stopped.count).toBe(without);
    expect(result.stopped.reason).toContain("The class of D0 is empty.");
    expect(result.used).toEqual([200 - without]);
    expect(result.replicateEstimates.filter((one) => one === null)).toHaveLength(without);
  });

  test("a step that cannot be done on the full sample stops the work", () => {
    const recipe = () => {
      throw new EstimateError("Raking does not converge.");
    };
    expect(() => repeatRecipe(factors, recipe)).toThrow("Raking does not converge.");
  });

  test("a domain that some replicates lose is estimated from the others, which are counted", () => {
    const cells = {
      domains: 2,
      items: 1,
      unit: [0, 1, 2, 3, 4],
      domain: [1, 0, 0, 0, 0],
      numerators: Float64Array.of(1, 1, 2, 3, 4),
      denominators: Float64Array.of(2, 4, 4, 4, 4),
    };
    const { estimates, used, standardErrors } = repeatRecipe(factors, domainRatioRecipe(cells));
    expect(estimates).toEqual([10 / 16, 0.5]);
    const kept = Array.from({ length: 200 }, (_, r) => factors.of(r)[0]).filter((f) => f !== 0).length;
    expect(kept).toBeLessThan(200);
    expect(used[1]).toBe(kept);
    expect(standardErrors[1]).toBe(0); // a single district's own ratio never moves
  });

  test("an estimate that the full sample cannot give has no error either", () => {
    const { estimates, standardErrors, used } = repeatRecipe(factors, () => [null, Number.NaN]);
    expect([estimates, standardErrors, used]).toEqual([
      [null, null],
      [null, null],
      [0, 0],
    ]);
  });
});
