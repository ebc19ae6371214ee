import { bucketRows } from "./bucketRows.ts";
import { degreesOfFreedom } from "./degreesOfFreedom.ts";
import { domainVariances } from "./domainVariances.ts";
import { checkLength, type EstimateOptions } from "./estimateJointly.ts";
import { weightsInDomain } from "./subpopulation.ts";
import type { SurveyDesign } from "./surveyDesign.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";
import type { Estimate } from "./toEstimate.ts";
import { isRounding, toEstimate } from "./toEstimate.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** A table of means: `estimates[variable][domain]`. */
export interface DomainMeans {
  readonly domains: readonly string[];
  readonly estimates: Readonly<Record<string, readonly Estimate[]>>;
}

/**
 * Means of many variables in every domain of one classification, with their errors: the same numbers as `estimate` of `mean`
 * in each `subpopulation`, made for tables of thousands of cells. Each variable keeps its own rows with an answer. There are no
 * covariances between cells: ask `estimateJointly` for those.
 *
 * Rows without a label belong to no domain. The degrees of freedom are each cell's own unless the options say otherwise.
 *
 * @example estimateDomainMeans(design, { q1, q2 }, province).estimates.q1[0] // q1 in the first province
 */
export function estimateDomainMeans(
  design: SurveyDesign,
  variables: Readonly<Record<string, NumericColumn>>,
  by: LabelColumn,
  options: EstimateOptions = {},
): DomainMeans {
  const { codes, labels } = toCategories(by);
  checkLength(codes.length, design.rows);
  const weights = weightsInDomain(design, design.weights);
  const domainOfRow = codes.map((code, row) => (weights[row] === 0 ? -1 : code));
  const rowsOfDomain = bucketRows(domainOfRow, labels.length);
  const variance = domainVariances(design, rowsOfDomain);
  const countDf = domainDegrees(design, options);
  const scores = new Float64Array(design.rows);
  const estimateCell = (values: Float64Array, domain: number) => {
    const rows = rowsOfDomain[domain]!;
    const answered = answeredRows(rows, values);
    for (let at = 0; at < rows.length; at++) scores[rows[at]!] = 0;
    const sums = scoreMean(values, weights, answered, scores);
    const finite = options.comparedWith === "with_replacement" ? 1 : 1 - answered.length / sums.population;
    const srs = (sums.population * sums.squares * finite) / (answered.length - 1);
    return toEstimate(
      {
        value: sums.mean,
        n: answered.length,
        df: countDf(answered),
        variance: answered.length === 0 ? 0 : variance(domain, scores),
        srsVariance: srs > 0 && answered.length > 1 ? srs : null,
        isConstant: isRounding(sums.absolute, sums.mean),
        lost: 0,
      },
      options.level,
    );
  };
  const estimates = Object.entries(variables).map(([name, column]) => {
    const values = toNumbers(column, name);
    checkLength(values.length, design.rows);
    return [name, labels.map((_, domain) => estimateCell(values, domain))] as const;
  });
  return { domains: labels, estimates: Object.fromEntries(estimates) };
}

/** The rows with an answer: all of them, in most tables. */
function answeredRows(rows: Int32Array, values: Float64Array): Int32Array {
  for (let at = 0; at < rows.length; at++) {
    if (Number.isNaN(values[rows[at]!])) return rows.filter((row) => !Number.isNaN(values[row]));
  }
  return rows;
}

/** The mean over the rows; leaves u = (y − ȳ)/Σw in their scores. */
function scoreMean(values: Float64Array, weights: Float64Array, rows: Int32Array, scores: Float64Array) {
  let [population, total, squares, absolute] = [0, 0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    population += weights[row]!;
    total += weights[row]! * values[row]!;
  }
  const mean = total / population;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const score = (values[row]! - mean) / population;
    scores[row] = score;
    squares += weights[row]! * score * score;
    absolute += Math.abs(weights[row]! * score);
  }
  return { population, mean, squares, absolute };
}

function domainDegrees(
  design: SurveyDesign,
  { df = "domain" }: EstimateOptions,
): (rows: Int32Array) => number {
  if (df !== "domain") {
    const fixed = df === "design" ? degreesOfFreedom(design) : df;
    return () => fixed;
  }
  const { unitOfRow, groupOfUnit, sampleCounts } = design.stages[0]!;
  const unitSeen = new Int32Array(groupOfUnit.length);
  const stratumSeen = new Int32Array(sampleCounts.length);
  let call = 0;
  return (rows) => {
    call += 1;
    let degrees = 0;
    for (let at = 0; at < rows.length; at++) {
      const unit = unitOfRow[rows[at]!]!;
      const stratum = groupOfUnit[unit]!;
      if (unitSeen[unit] !== call) degrees += 1;
      if (stratumSeen[stratum] !== call) degrees -= 1;
      unitSeen[unit] = call;
      stratumSeen[stratum] = call;
    }
    return degrees;
  };
}
