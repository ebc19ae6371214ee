import { EstimateError } from "../errors.ts";
import type { CalibrationStep } from "./calibrationStep.ts";
import { type SamplingPlan, type SamplingStage, samplingStages } from "./samplingStages.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** What is known of a sample: how it was drawn, and the weight of each row. */
export interface SurveyDeclaration extends SamplingPlan {
  /** Overall weight of each row; absent: Π N/n over the stages, or 1 without population counts. */
  readonly weights?: NumericColumn | undefined;
  /** Number of rows, when no column says it. */
  readonly rows?: number | undefined;
}

/**
 * A sample with all that its variance needs. Made by `surveyDesign`, then only by `subpopulation` and the calibrations: rows
 * are never dropped, so sampled units without a row in a domain keep counting.
 */
export interface SurveyDesign {
  readonly kind: "linearised";
  readonly rows: number;
  readonly weights: Float64Array;
  /** Strata of the first stage. */
  readonly strata: Int32Array;
  readonly stages: readonly SamplingStage[];
  /** 1 for rows of the subpopulation asked about; null: all rows. */
  readonly domain: Uint8Array | null;
  /** Each adjustment of the weights to known totals, in order. */
  readonly calibration: readonly CalibrationStep[];
}

/**
 * Declares a sample once: strata, clusters of each stage, population counts of each stage, weights and the rule for strata
 * with one sampled unit.
 *
 * @example
 * const design = surveyDesign({
 *   strata: ["a", "a", "b", "b"],
 *   clusters: [[1, 2, 3, 4]],
 *   weights: [10, 10, 20, 20],
 * });
 * @throws EstimateError for columns of unequal length, missing labels, weights that are negative or missing or all zero, and
 *   what `samplingStages` refuses
 */
export function surveyDesign(declaration: SurveyDeclaration): SurveyDesign {
  const rows = countRows(declaration);
  const stages = samplingStages(declaration, rows);
  const weights =
    declaration.weights === undefined
      ? inverseProbabilities(stages, rows)
      : toNumbers(declaration.weights, "The weight");
  checkWeights(weights, rows);
  checkSomeWeight(weights);
  return {
    kind: "linearised",
    rows,
    weights,
    strata: strataOfRows(stages[0]!),
    stages,
    domain: null,
    calibration: [],
  };
}

function countRows({ weights, clusters, strata, populationCounts, rows }: SurveyDeclaration): number {
  const count =
    rows ?? weights?.length ?? clusters?.[0]?.length ?? strata?.length ?? populationCounts?.[0]?.length ?? 0;
  if (count === 0) throw new EstimateError("The sample has no rows; a design needs at least one.");
  return count;
}

/** Base weight of each row: the product over the stages of N/n, where N is known. */
function inverseProbabilities(stages: readonly SamplingStage[], rows: number): Float64Array {
  const weights = new Float64Array(rows).fill(1);
  for (const { unitOfRow, groupOfUnit, sampleCounts, populationCounts } of stages) {
    for (let row = 0; row < rows; row++) {
      const group = groupOfUnit[unitOfRow[row]!]!;
      if (populationCounts[group] !== Infinity)
        weights[row]! *= populationCounts[group]! / sampleCounts[group]!;
    }
  }
  return weights;
}

/** Weights must be zero or more, one a row. */
export function checkWeights(weights: Float64Array, rows: number): void {
  if (weights.length !== rows) {
    throw new EstimateError(`There are ${weights.length} weights for ${rows} rows; every row needs one.`);
  }
  const wrong = weights.findIndex((weight) => !(weight >= 0));
  if (wrong >= 0) {
    throw new EstimateError(
      `The weight of row ${wrong + 1} is ${Number.isNaN(weights[wrong]) ? "missing" : weights[wrong]}; it must be zero or more.`,
    );
  }
}

/** A sample without any weight says nothing. */
export function checkSomeWeight(weights: Float64Array): void {
  if (!weights.some((weight) => weight > 0)) {
    throw new EstimateError("All weights are zero; there is nothing to estimate.");
  }
}

function strataOfRows({ unitOfRow, groupOfUnit }: SamplingStage): Int32Array {
  return unitOfRow.map((unit) => groupOfUnit[unit]!);
}
