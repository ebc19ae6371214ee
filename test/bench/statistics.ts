import { performance } from "node:perf_hooks";
import {
  type DomainMeans,
  estimateDomainMeans,
  rake,
  type SurveyDesign,
  surveyDesign,
} from "../../models/statistics/index.ts";
import { type GeneratedSurvey, generateSurvey, PROVINCES } from "./generateSurvey.ts";

/** One timed task: the best of several runs, and a sum that shows it computed what it should. */
export interface Timing {
  readonly task: string;
  readonly seconds: number;
  readonly check: string;
}

/** Times the statistics library on 36,630 rows held in typed arrays. */
export function benchStatistics(rows = 36630): Timing[] {
  const survey = generateSurvey({ rows });
  const design = declareGenerated(survey);
  const items = topTwoItems(survey);
  const margins = raisedMargins(survey);
  const table = (sample: SurveyDesign) => estimateDomainMeans(sample, items, survey.province);
  return [
    time(
      "declare three stages",
      () => declareGenerated(survey),
      (made) => `${made.stages[0]!.groupOfUnit.length} PSUs`,
    ),
    time("63 x 30 domain means, three-stage errors", () => table(design), describeTable),
    time(
      "rake to 63 + 2 + 5 margins",
      () => rake(design, margins),
      () => "",
    ),
    time("the same table, raked in the same run", () => table(rake(design, margins)), describeTable),
  ];
}

export function time<T>(task: string, run: () => T, describe: (result: T) => string, repeats = 5): Timing {
  let [seconds, check] = [Number.POSITIVE_INFINITY, ""];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    const result = run();
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    check = describe(result);
  }
  return { task, seconds, check };
}

export function declareGenerated(survey: GeneratedSurvey): SurveyDesign {
  return surveyDesign({
    strata: survey.province,
    clusters: [survey.district, survey.commune, Int32Array.from({ length: survey.rows }, (_, row) => row)],
    populationCounts: [survey.districtCount, survey.communeCount, survey.personCount],
    weights: survey.weight,
  });
}

/** Items as shares of the answers 4 and 5. */
export function topTwoItems(survey: GeneratedSurvey): Record<string, Float64Array> {
  return Object.fromEntries(
    survey.items.map((item, q) => [`q${q + 1}`, item.map((value) => Number(value >= 4))]),
  );
}

/** Margins near the sample's own, moved by a fixed pattern that other programs can repeat. */
export function raisedMargins(survey: GeneratedSurvey) {
  const sums = new Float64Array(PROVINCES + 1);
  survey.province.forEach((province, row) => {
    sums[province]! += survey.weight[row]!;
  });
  const provinces = sums.map((sum, province) => sum * (1 + ((province % 7) - 3) / 50));
  const population = provinces.reduce((sum, value) => sum + value, 0);
  const shares = (parts: readonly number[]) =>
    Object.fromEntries(parts.map((part, code) => [code, part * population]));
  return {
    province: { labels: survey.province, totals: Object.fromEntries([...provinces.entries()].slice(1)) },
    sex: { labels: survey.sex, totals: shares([0.507, 0.493]) },
    age: { labels: survey.age, totals: shares([0.15, 0.23, 0.29, 0.17, 0.16]) },
  };
}

function describeTable(table: DomainMeans): string {
  const { cells, means, errors } = tableSums(table);
  return `${cells} cells, sum of means ${means.toPrecision(12)}, of errors ${errors.toPrecision(12)}`;
}

/** What two programs compare to show that they computed the same table. */
export function tableSums({ estimates }: DomainMeans): { cells: number; means: number; errors: number } {
  const cells = Object.values(estimates).flat();
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    cells: cells.length,
    means: sum(cells.map((cell) => cell.estimate ?? 0)),
    errors: sum(cells.map((cell) => cell.se ?? 0)),
  };
}
