import { calibratedOutside } from "./calibratedOutside.ts";
import { linearizedCovariance } from "./linearizedCovariance.ts";
import { multistageCovariance } from "./multistageCovariance.ts";
import { type SummedPart, summedDesign } from "./summedDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** Variance of one domain's estimate, from a column that holds each row's linearised variable u of its own domain. */
export type DomainVariance = (domain: number, scores: Float64Array) => number;

/**
 * Prepares the variances of many domains and variables of one design: the same numbers as `linearizedCovariance` with u set to
 * 0 outside the domain, at the cost of the clusters in the domain's strata instead of all rows for each.
 *
 * @param rowsOfDomain rows of each domain: domains of one classification, which do not overlap
 */
export function domainVariances(design: SurveyDesign, rowsOfDomain: readonly Int32Array[]): DomainVariance {
  const summed = summedDesign(design);
  if (summed === null) {
    return (domain, scores) =>
      linearizedCovariance(design, [keepRows(rowsOfDomain[domain]!, scores)])[0]![0]!;
  }
  const { unitOfRow, partOfUnit, parts } = summed;
  const { weights } = design;
  const outside = design.calibration.length === 0 ? null : calibratedOutside(design, summed, rowsOfDomain);
  const partsOfDomain = rowsOfDomain.map((rows) => [
    ...new Set(rows.map((row) => partOfUnit[unitOfRow[row]!]!)),
  ]);
  const totals = new Float64Array(partOfUnit.length);
  const squares = new Float64Array(partOfUnit.length);
  return (domain, scores) => {
    const rows = rowsOfDomain[domain]!;
    const touched = partsOfDomain[domain]!;
    for (const part of touched) {
      totals.fill(0, parts[part]!.from, parts[part]!.to);
      squares.fill(0, parts[part]!.from, parts[part]!.to);
    }
    const calibrated = outside?.prepare(domain, scores, touched, totals, squares);
    const residuals = calibrated?.residuals ?? scores;
    for (let at = 0; at < rows.length; at++) {
      const unit = unitOfRow[rows[at]!]!;
      const z = weights[rows[at]!]! * residuals[rows[at]!]!;
      totals[unit]! += z;
      squares[unit]! += z * z;
    }
    return touched.reduce(
      (sum, part) => sum + partVariance(parts[part]!, totals, squares),
      calibrated?.varianceElsewhere ?? 0,
    );
  };
}

function keepRows(rows: Int32Array, scores: Float64Array): Float64Array {
  const kept = new Float64Array(scores.length);
  for (const row of rows) kept[row] = scores[row]!;
  return kept;
}

function partVariance(
  { from, to, stages, respondents }: SummedPart,
  totals: Float64Array,
  squares: Float64Array,
): number {
  const within =
    respondents === null ? undefined : { ...respondents, crossProducts: [[squares.subarray(from, to)]] };
  return multistageCovariance(stages, [totals.subarray(from, to)], within)[0]![0]!;
}
