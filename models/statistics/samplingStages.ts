import { EstimateError } from "../errors.ts";
import { crossCodes } from "./crossCodes.ts";
import { groupCoefficients, type LonelyPsuRule } from "./groupCoefficients.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";
import type { NumericColumn } from "./toNumbers.ts";

/** How units were drawn, outermost stage first. Every column has one value a row. */
export interface SamplingPlan {
  /** Stratum of the first stage; absent: one stratum. */
  readonly strata?: LabelColumn | undefined;
  /** Sampled unit at each stage, outermost first; empty: every row is a primary sampling unit. */
  readonly clusters?: readonly LabelColumn[] | undefined;
  /** Units in the population, by stage: of the stratum at stage 1, of the parent unit after it. A count, not a rate. */
  readonly populationCounts?: readonly NumericColumn[] | undefined;
  /** True when the labels of PSUs are unique only within their stratum. */
  readonly nest?: boolean | undefined;
  readonly lonelyPsu?: LonelyPsuRule | undefined;
}

/** One stage of sampling: units within groups (strata at stage 1, units of the stage before after it). */
export interface SamplingStage {
  readonly unitOfRow: Int32Array;
  /** Group of each unit. */
  readonly groupOfUnit: Int32Array;
  /** n: sampled units of each group, also those without a row in some domain. */
  readonly sampleCounts: Float64Array;
  /** N: units of each group in the population; Infinity when drawn with replacement. */
  readonly populationCounts: Float64Array;
  /** Multiplier of each group's sum of squares: Πf of the stages above × (1−f) × n/(n−1). */
  readonly coefficients: Float64Array;
  /** √ of that multiplier, for each unit. */
  readonly scales: Float64Array;
  /** Πf of the stages down to this one, for each unit: what the variance within the unit is multiplied by. */
  readonly sampledShares: Float64Array;
  /** Groups of one unit that is centred on the mean of all units (the `adjust` rule). */
  readonly centredOnGrandMean: Int32Array;
}

/**
 * The stages of a sample as numbered units, with the multiplier that each group's sum of squares takes in the variance.
 *
 *     V = Σ_stage Σ_group c_g Σ_unit (z − z̄_g)²,   c_g = f_1 … f_{s−1} (1 − f_g) n_g/(n_g − 1)
 *
 * is the recursion of multistage sampling without replacement, written flat (Särndal, Swensson, Wretman 1992, ch. 4). A stage
 * without population counts is taken as drawn with replacement (N infinite), and the stages below it then add nothing.
 * After stage 1 a group of one unit adds nothing at its own stage, except under `fail`.
 *
 * @throws EstimateError for missing labels, PSUs in two strata, counts that vary within a group or fall short of the sample,
 *   and single PSUs under `fail`
 */
export function samplingStages(plan: SamplingPlan, rows: number): SamplingStage[] {
  const stages: SamplingStage[] = [];
  const strata = plan.strata === undefined ? null : completeCategories(plan.strata, "The stratum", rows);
  let group = strata?.codes ?? new Int32Array(rows);
  let inherited = new Float64Array(strata?.labels.length ?? 1).fill(1);
  const clusters: readonly (LabelColumn | null)[] = plan.clusters?.length ? plan.clusters : [null];
  clusters.forEach((labels, depth) => {
    const units = numberUnits(group, labels, depth, rows, depth > 0 || (plan.nest ?? false));
    const sampleCounts = countUnits(units.groupOfUnit, inherited.length);
    const populationCounts = readPopulationCounts(plan.populationCounts?.[depth], group, sampleCounts, depth);
    const groups = { depth, sampleCounts, populationCounts, inherited, labels: strata?.labels };
    const scaled = groupCoefficients(groups, plan.lonelyPsu ?? "fail");
    const sampledShares = inheritFractions(units.groupOfUnit, sampleCounts, populationCounts, inherited);
    const scales = Float64Array.from(units.groupOfUnit, (parent) => Math.sqrt(scaled.coefficients[parent]!));
    stages.push({ ...units, sampleCounts, populationCounts, ...scaled, scales, sampledShares });
    inherited = sampledShares;
    group = units.unitOfRow;
  });
  return stages;
}

/** A classification in which every row must have its label, of the sample's own length. */
function completeCategories(column: LabelColumn, what: string, rows: number) {
  if (column.length !== rows) {
    throw new EstimateError(`${what} has ${column.length} values; the sample has ${rows} rows.`);
  }
  const categories = toCategories(column);
  const missing = categories.codes.indexOf(-1);
  if (missing >= 0) throw new EstimateError(`${what} is missing in row ${missing + 1}; every row needs one.`);
  return categories;
}

/** Units numbered by first appearance, each within its group. */
function numberUnits(
  group: Int32Array,
  labels: LabelColumn | null,
  depth: number,
  rows: number,
  nested: boolean,
) {
  if (labels === null) return { unitOfRow: Int32Array.from(group, (_, row) => row), groupOfUnit: group };
  const categories = completeCategories(labels, `The unit of stage ${depth + 1}`, rows);
  const width = categories.labels.length;
  const { codes: unitOfRow, firstRows } = crossCodes(group, categories.codes, width);
  const groupOfUnit = firstRows.map((row) => group[row]!);
  if (!nested && groupOfUnit.length > width) {
    throw new EstimateError("A primary sampling unit stands in two strata.", {
      hint: "Set nest when the labels of units are unique only within their stratum.",
    });
  }
  return { unitOfRow, groupOfUnit };
}

function countUnits(groupOfUnit: Int32Array, groups: number): Float64Array {
  const counts = new Float64Array(groups);
  for (const group of groupOfUnit) counts[group]! += 1;
  return counts;
}

function readPopulationCounts(
  column: NumericColumn | undefined,
  group: Int32Array,
  sampleCounts: Float64Array,
  depth: number,
): Float64Array {
  if (column === undefined) return new Float64Array(sampleCounts.length).fill(Infinity);
  if (column.length !== group.length) {
    throw new EstimateError(
      `Stage ${depth + 1} has ${column.length} population counts; the sample has ${group.length} rows.`,
    );
  }
  const counts = new Float64Array(sampleCounts.length);
  const given = Float64Array.from(column, Number);
  for (let row = 0; row < group.length; row++) {
    const [count, known] = [given[row]!, counts[group[row]!]!];
    if (!(count > 0))
      throw new EstimateError(
        `The population count of stage ${depth + 1} is ${count} in row ${row + 1}; it must be positive.`,
      );
    if (known !== 0 && known !== count) {
      throw new EstimateError(
        `The population count of stage ${depth + 1} is both ${known} and ${count} within one group (row ${row + 1}).`,
      );
    }
    counts[group[row]!] = count;
  }
  counts.forEach((count, index) => {
    if (count < sampleCounts[index]!) {
      throw new EstimateError(
        `At stage ${depth + 1}, ${sampleCounts[index]} units were sampled of a population of ${count}.`,
        {
          hint: "Population counts are numbers of units, not sampling rates.",
        },
      );
    }
  });
  return counts;
}

function inheritFractions(
  groupOfUnit: Int32Array,
  sampleCounts: Float64Array,
  populationCounts: Float64Array,
  inherited: Float64Array,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(
    groupOfUnit,
    (group) => (inherited[group]! * sampleCounts[group]!) / populationCounts[group]!,
  );
}
