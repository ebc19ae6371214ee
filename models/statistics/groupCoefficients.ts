import { EstimateError } from "../errors.ts";

/**
 * What a stratum with one sampled PSU of several adds at the first stage: `remove` and `certainty` nothing; `average` the mean
 * contribution of the other strata; `adjust` the squared distance of its total from the grand mean of all PSU totals;
 * `fail` refuses the design.
 */
export type LonelyPsuRule = "fail" | "remove" | "certainty" | "average" | "adjust";

/** Units above this share of the population are a census of their group: no sampling, no variance. */
const CERTAINTY = 1 - 1e-7;

/** The groups of one stage, as far as their multipliers depend on them. */
export interface StageGroups {
  /** 0 for the strata of the first stage. */
  readonly depth: number;
  readonly sampleCounts: Float64Array;
  readonly populationCounts: Float64Array;
  /** Πf of the stages above, of each group. */
  readonly inherited: Float64Array;
  readonly labels: readonly string[] | undefined;
}

/** What each group's sum of squares is multiplied by, and the groups of one unit that are centred on the mean of all. */
export interface GroupCoefficients {
  readonly coefficients: Float64Array;
  readonly centredOnGrandMean: Int32Array;
}

/**
 * Πf (1 − f) n/(n − 1) of each group, with the rule for single units applied to the first stage.
 *
 * @throws EstimateError for single units under `fail`, and under `average` when there is no other stratum
 */
export function groupCoefficients(groups: StageGroups, rule: LonelyPsuRule): GroupCoefficients {
  const { depth, sampleCounts, populationCounts, inherited } = groups;
  const coefficients = new Float64Array(sampleCounts.length);
  const lonely: number[] = [];
  sampleCounts.forEach((n, group) => {
    const fraction = n / populationCounts[group]!;
    if (fraction >= CERTAINTY || inherited[group] === 0) return;
    if (n === 1) lonely.push(group);
    else coefficients[group] = (inherited[group]! * (1 - fraction) * n) / (n - 1);
  });
  if (lonely.length > 0 && rule === "fail") throw lonelyError(groups, lonely);
  if (depth > 0 || lonely.length === 0) return { coefficients, centredOnGrandMean: new Int32Array(0) };
  return {
    coefficients,
    centredOnGrandMean: applyLonelyRule(rule, lonely, groups, coefficients),
  };
}

function lonelyError({ depth, labels }: StageGroups, lonely: readonly number[]): EstimateError {
  const where = depth === 0 && labels ? `stratum ${labels[lonely[0]!]}` : `${lonely.length} group(s)`;
  return new EstimateError(
    `At stage ${depth + 1}, ${where} has a single sampled unit of several: its variance cannot be estimated.`,
    {
      hint: "Combine strata, or choose a rule for single units: remove, certainty, average or adjust.",
    },
  );
}

function applyLonelyRule(
  rule: LonelyPsuRule,
  lonely: readonly number[],
  { sampleCounts, populationCounts }: StageGroups,
  coefficients: Float64Array,
): Int32Array {
  if (rule === "average") {
    const estimable = sampleCounts.length - lonely.length;
    if (estimable === 0) {
      throw new EstimateError(
        "Every stratum has a single sampled unit: the average rule has nothing to average.",
      );
    }
    for (let group = 0; group < coefficients.length; group++)
      coefficients[group]! *= sampleCounts.length / estimable;
  }
  if (rule !== "adjust") return new Int32Array(0);
  for (const group of lonely) coefficients[group] = 1 - 1 / populationCounts[group]!;
  return Int32Array.from(lonely);
}
