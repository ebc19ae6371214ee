import type { SamplingStage } from "./samplingStages.ts";

/** Units below the last stage of a tree that stand there only as sums: how many, of how many, and their cross-products. */
export interface WithinUnits {
  readonly sampleCounts: ArrayLike<number>;
  readonly populationCounts: ArrayLike<number>;
  /** `crossProducts[a][b]`, a ≤ b: Σ z_a z_b over the units below, one value a row of the tree. */
  readonly crossProducts: readonly (readonly ArrayLike<number>[])[];
}

/**
 * Covariance matrix of estimated totals Σz over a multistage sample, from z by row of the sampling stages.
 *
 *     V_ab = Σ_stage Σ_group c_g Σ_unit (z_a − z̄_ag)(z_b − z̄_bg)
 *
 * z carries the overall weight (z = w u), which is why later stages are multiplied by sampling fractions and not divided.
 * Rows may be respondents, or units already summed (villages, districts) whose own respondents are described by `within`:
 * then their contribution is (Σz² − (Σz)²/n) with the same multiplier. Give z of linearised variables there, which are centred
 * by nature; the difference of two large sums loses digits otherwise.
 *
 * Covers simple random sampling of units within each group, with or without replacement; not unequal-probability sampling
 * without replacement.
 */
export function multistageCovariance(
  stages: readonly SamplingStage[],
  columns: readonly Float64Array[],
  within?: WithinUnits,
): number[][] {
  const covariance = columns.map(() => new Array<number>(columns.length).fill(0));
  if (within !== undefined) addWithin(covariance, stages.at(-1)!, columns, within);
  const depth = stages.findLastIndex((stage) => stage.coefficients.some((coefficient) => coefficient > 0));
  if (depth < 0) return mirror(covariance);
  let totals: readonly Float64Array[] = columns.map((column) => unitTotals(stages[depth]!, column));
  for (let level = depth; level >= 0; level--) {
    const stage = stages[level]!;
    addCrossProducts(covariance, centreUnits(stage, totals));
    if (level > 0) totals = totals.map((total) => sumBy(total, stage.groupOfUnit, stage.sampleCounts.length));
  }
  return mirror(covariance);
}

/** Units are numbered by first appearance: when there are as many as rows, row i is unit i. */
function unitTotals({ unitOfRow, groupOfUnit }: SamplingStage, column: Float64Array): Float64Array {
  return groupOfUnit.length === column.length ? column : sumBy(column, unitOfRow, groupOfUnit.length);
}

/** Sums of a column by the number that each of its values points to. */
export function sumBy(column: Float64Array, target: Int32Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let row = 0; row < column.length; row++) sums[target[row]!]! += column[row]!;
  return sums;
}

/** √c (z − z̄) of every unit, a column each: their cross-products are the stage's share of the covariance. */
function centreUnits(stage: SamplingStage, totals: readonly Float64Array[]): Float64Array[] {
  const { groupOfUnit, scales } = stage;
  return totals.map((total) => {
    const mean = groupMeans(stage, total);
    const centred = new Float64Array(total.length);
    for (let unit = 0; unit < total.length; unit++) {
      centred[unit] = scales[unit]! * (total[unit]! - mean[groupOfUnit[unit]!]!);
    }
    return centred;
  });
}

function groupMeans({ groupOfUnit, sampleCounts, centredOnGrandMean }: SamplingStage, total: Float64Array) {
  const means = sumBy(total, groupOfUnit, sampleCounts.length);
  for (let group = 0; group < means.length; group++) means[group]! /= sampleCounts[group]!;
  if (centredOnGrandMean.length === 0) return means;
  const grandMean = total.reduce((sum, value) => sum + value, 0) / total.length;
  for (const group of centredOnGrandMean) means[group] = grandMean;
  return means;
}

function addCrossProducts(covariance: number[][], columns: readonly Float64Array[]): void {
  for (let i = 0; i < columns.length; i++) {
    for (let j = i; j < columns.length; j++) covariance[i]![j]! += dot(columns[i]!, columns[j]!);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

function addWithin(
  covariance: number[][],
  last: SamplingStage,
  columns: readonly Float64Array[],
  within: WithinUnits,
): void {
  for (let i = 0; i < columns.length; i++) {
    for (let j = i; j < columns.length; j++) {
      covariance[i]![j]! += withinProducts(
        last,
        columns[i]!,
        columns[j]!,
        within,
        within.crossProducts[i]![j]!,
      );
    }
  }
}

function withinProducts(
  { unitOfRow, sampledShares }: SamplingStage,
  a: Float64Array,
  b: Float64Array,
  { sampleCounts, populationCounts }: WithinUnits,
  products: ArrayLike<number>,
): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) {
    const n = sampleCounts[row]!;
    if (n < 2) continue;
    const centred = products[row]! - (a[row]! * b[row]!) / n;
    const coefficient = (sampledShares[unitOfRow[row]!]! * (1 - n / populationCounts[row]!) * n) / (n - 1);
    sum += coefficient * (a === b ? Math.max(0, centred) : centred); // rounding must not make a variance negative
  }
  return sum;
}

function mirror(upper: number[][]): number[][] {
  return upper.map((row, i) => row.map((_, j) => (j < i ? upper[j]![i]! : row[j]!)));
}
