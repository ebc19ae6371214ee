import { bucketRows } from "./bucketRows.ts";
import type { WithinUnits } from "./multistageCovariance.ts";
import type { SamplingStage } from "./samplingStages.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** How respondents were drawn from each unit; null when the variance does not reach below the unit. */
export type Respondents = Omit<WithinUnits, "crossProducts"> | null;

/** A part of a sample that varies independently of the others: a stratum. */
export interface SummedPart {
  /** First of its units, and the first of the next part's. */
  readonly from: number;
  readonly to: number;
  /** Stages over its units, each of which stands for a row. */
  readonly stages: readonly SamplingStage[];
  readonly respondents: Respondents;
}

/** A design whose respondents are summed into the units they were drawn from, the units in the order of the strata. */
export interface SummedDesign {
  /** Unit that each respondent is summed into. */
  readonly unitOfRow: Int32Array;
  /** Part that each unit belongs to. */
  readonly partOfUnit: Int32Array;
  readonly parts: readonly SummedPart[];
}

/**
 * The same sample with one row a unit: the lowest units that hold several respondents, so that a domain's variance costs as much
 * as there are clusters in its strata, not respondents. The variance is the sum over the parts (one part when a rule for single
 * PSUs centres them on the mean of all).
 *
 * @returns null when respondents were drawn directly from strata: there is no unit to sum into
 */
export function summedDesign({ stages, rows }: SurveyDesign): SummedDesign | null {
  const depth = Math.max(
    0,
    stages.findLastIndex((stage) => stage.coefficients.some((coefficient) => coefficient > 0)),
  );
  const lowest = stages[depth]!;
  if (lowest.groupOfUnit.length < rows) return splitStrata(stages.slice(0, depth + 1), null);
  return depth === 0 ? null : splitStrata(stages.slice(0, depth), lowest);
}

/**
 * Cuts stages, whose rows are units that hold respondents, into parts that vary independently.
 *
 * @param respondents how many were sampled of how many in each unit of the last stage
 */
export function splitStrata(stages: readonly SamplingStage[], respondents: Respondents): SummedDesign {
  const whole = stages[0]!.centredOnGrandMean.length > 0;
  const size = whole ? 1 : stages[0]!.sampleCounts.length;
  const units: Int32Array[][] = []; // by stage and part
  let partOfUnit = new Int32Array(0);
  stages.forEach(({ groupOfUnit }, level) => {
    const above = partOfUnit;
    partOfUnit = groupOfUnit.map((group) => (level > 0 ? above[group]! : whole ? 0 : group));
    units.push(bucketRows(partOfUnit, size));
  });
  const place = placeIn(units.at(-1)!);
  let from = 0;
  const parts = units.at(-1)!.map((members, part) => {
    const groups = (level: number) =>
      level > 0 ? units[level - 1]![part]! : whole ? allGroups(stages[0]!) : Int32Array.of(part);
    const own = stages.map((stage, level) => restrictStage(stage, units[level]![part]!, groups(level)));
    const to = from + members.length;
    const made = {
      from,
      to,
      stages: restUnits(own),
      respondents: respondents && pickCounts(respondents, members),
    };
    from = to;
    return made;
  });
  return {
    unitOfRow: stages.at(-1)!.unitOfRow.map((unit) => place[unit]!),
    partOfUnit: Int32Array.from(
      parts.flatMap((part, index) => new Array<number>(part.to - part.from).fill(index)),
    ),
    parts,
  };
}

function allGroups(stage: SamplingStage): Int32Array {
  return Int32Array.from(stage.sampleCounts.keys());
}

/** Where each member stands when the buckets are laid end to end. */
function placeIn(buckets: readonly Int32Array[]): Int32Array {
  const place = new Int32Array(buckets.reduce((sum, bucket) => sum + bucket.length, 0));
  let next = 0;
  for (const bucket of buckets) for (const member of bucket) place[member] = next++;
  return place;
}

function restrictStage(stage: SamplingStage, units: Int32Array, groups: Int32Array): SamplingStage {
  const number = new Map(Array.from(groups, (group, index) => [group, index]));
  return {
    ...stage,
    groupOfUnit: units.map((unit) => number.get(stage.groupOfUnit[unit]!)!),
    scales: pick(stage.scales, units),
    sampledShares: pick(stage.sampledShares, units),
    sampleCounts: pick(stage.sampleCounts, groups),
    populationCounts: pick(stage.populationCounts, groups),
    coefficients: pick(stage.coefficients, groups),
  };
}

function pickCounts(
  { sampleCounts, populationCounts }: NonNullable<Respondents>,
  units: Int32Array,
): Respondents {
  return { sampleCounts: pick(sampleCounts, units), populationCounts: pick(populationCounts, units) };
}

function pick(values: ArrayLike<number>, at: Int32Array): Float64Array {
  return Float64Array.from(at, (index) => values[index]!);
}

/** Stages whose rows are the units of the last of them. */
function restUnits(stages: readonly SamplingStage[]): SamplingStage[] {
  const rested: SamplingStage[] = [];
  let unitOfRow = Int32Array.from(stages.at(-1)!.groupOfUnit.keys());
  for (const stage of stages.toReversed()) {
    rested.unshift({ ...stage, unitOfRow });
    unitOfRow = unitOfRow.map((unit) => stage.groupOfUnit[unit]!);
  }
  return rested;
}
