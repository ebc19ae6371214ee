import { EstimateError } from "../errors.ts";
import { responseStatus } from "./responsePropensity.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";

/** One class of the adjustment. */
export interface WeightingClass {
  readonly label: string;
  /** Sum of weights of all units, and of those that responded. */
  readonly eligibleWeight: number;
  readonly respondentWeight: number;
  readonly respondents: number;
  readonly units: number;
  /** What each respondent's weight is multiplied by. */
  readonly factor: number;
}

export interface WeightingClasses {
  /** Adjusted weights; 0 for nonrespondents. */
  readonly weights: Float64Array;
  readonly classes: readonly WeightingClass[];
}

/**
 * Weighting-class adjustment for nonresponse: within a class the respondents take over the weight of all.
 *
 *     w* = w · Σ_c w (eligible) / Σ_c w (respondents)
 *
 * It takes response as random within a class. Classes with few respondents or a factor above 2 or 3 are returned as they
 * are: merge them by a recorded rule before this step.
 *
 * Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, §15.6 (response homogeneity groups).
 *
 * @param weights of eligible units only: settle unknown eligibility in a step of its own before this one
 * @example weightingClasses([1, 1, 2], ["a", "a", "b"], [1, 0, 1]).weights // [2, 0, 2]
 * @throws EstimateError for a class without respondents, a missing class or response status
 */
export function weightingClasses(
  weights: ArrayLike<number>,
  classes: LabelColumn,
  responded: ArrayLike<boolean | number | null | undefined>,
): WeightingClasses {
  const status = responseStatus(responded);
  const { codes, labels } = toCategories(classes);
  if (codes.includes(-1)) throw new EstimateError(`Row ${codes.indexOf(-1) + 1} has no weighting class.`);
  const sums = labels.map((label) => ({
    label,
    eligibleWeight: 0,
    respondentWeight: 0,
    respondents: 0,
    units: 0,
  }));
  codes.forEach((code, row) => {
    const own = sums[code]!;
    own.units += 1;
    own.eligibleWeight += weights[row]!;
    own.respondents += status[row]!;
    own.respondentWeight += status[row]! * weights[row]!;
  });
  const empty = sums.find(({ respondentWeight }) => !(respondentWeight > 0));
  if (empty) {
    throw new EstimateError(
      `No respondent of the class ${empty.label} can stand for its ${empty.units} units.`,
      {
        hint: "Merge it with a similar class, by a recorded rule.",
      },
    );
  }
  const done = sums.map((own) => ({ ...own, factor: own.eligibleWeight / own.respondentWeight }));
  return {
    weights: Float64Array.from(codes, (code, row) => status[row]! * weights[row]! * done[code]!.factor),
    classes: done,
  };
}
