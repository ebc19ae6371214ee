import { EstimateError } from "../errors.ts";
import type { NonresponseClass } from "./listedGroups.ts";

export type CombineRule = "mean_of_items" | "pooled_answers";

/** What a class adds to the covariance of a unit's shares. */
export interface ClassCovariance {
  readonly codes: readonly string[];
  readonly df: number;
  readonly covariance: readonly (readonly number[])[];
}

export interface OfficialShares {
  /** One a quantity, 0 to 1; null where a class gave no answer to one of its items. */
  readonly shares: readonly (number | null)[];
  readonly classes: readonly ClassCovariance[];
}

/**
 * Shares of points from the answers of officials on a named list, adjusted for nonresponse by classes: within a class c
 * those who answered stand for all N_c names. With W_c the weight of the class and R_ci the mean of the answers to item i,
 *
 *     s = Σ_c W_c · mean_i R_ci          (or all answers of the items pooled)
 *     V = Σ_c W_c² (1 − r_c/N_c) S_c / r_c
 *
 * S_c is the covariance matrix of the linearised answers, z_k = Σ_i a_i (y_ki − R_ci m_ki) / m̄_ci, over the r_c responses.
 * A class that answered whole has no variance: the list is the population. Only the error of nonresponse is here,
 * assuming that answers are missing at random within a class; who was put on the list is not.
 *
 * Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, §15.6 (response homogeneity groups), §5.6 (ratios).
 *
 * @param quantities each by the positions of its items
 * @example estimateShares([whole], [[0]], "mean_of_items").shares // [0.75]
 */
export function estimateShares(
  classes: readonly NonresponseClass[],
  quantities: readonly (readonly number[])[],
  combine: CombineRule,
): OfficialShares {
  const each = classes.map((own) => ({ own, values: classValues(own, quantities, combine) }));
  return {
    shares: quantities.map((_, q) => {
      const parts = each.map(({ own, values }) => ({ weight: own.weight, value: values.shares[q]! }));
      if (parts.length === 0 || parts.some(({ value }) => value === null)) return null;
      return parts.reduce((sum, { weight, value }) => sum + weight * value!, 0);
    }),
    classes: each.map(({ own, values }) => ({
      codes: own.codes,
      df: Math.max(0, own.answers.length - 1),
      covariance: classCovariance(own, values.linearised),
    })),
  };
}

/**
 * The same shares when the responses of each class carry other weights, such as those of a replicate.
 *
 * @param factors one list a class, one factor a response
 * @example weightedShares([whole], [[0]], "mean_of_items", [[2, 0]]) // [0.5] where the first answered 0.5
 */
export function weightedShares(
  classes: readonly NonresponseClass[],
  quantities: readonly (readonly number[])[],
  combine: CombineRule,
  factors: readonly ArrayLike<number>[],
): (number | null)[] {
  return quantities.map((items) => {
    const pools = combine === "pooled_answers" ? [items] : items.map((item) => [item]);
    let share = 0;
    for (const [c, { answers, weight }] of classes.entries())
      for (const positions of pools) {
        const ratio = weightedRatio(answers, positions, factors[c]!);
        if (ratio === null) return null;
        share += (weight * ratio) / pools.length;
      }
    return share;
  });
}

function weightedRatio(
  answers: NonresponseClass["answers"],
  positions: readonly number[],
  factors: ArrayLike<number>,
): number | null {
  let sum = 0;
  let counted = 0;
  for (let k = 0; k < answers.length; k++)
    for (const at of positions) {
      const value = answers[k]![at];
      if (value === null || value === undefined) continue;
      sum += factors[k]! * value;
      counted += factors[k]!;
    }
  return counted > 0 ? sum / counted : null;
}

/** The shares of one class, and the linearised values of its responses, a list a quantity. */
function classValues(
  { codes, listed, answers }: NonresponseClass,
  quantities: readonly (readonly number[])[],
  combine: CombineRule,
): { shares: readonly (number | null)[]; linearised: readonly Float64Array[] } {
  const n = answers.length;
  if (n > listed) {
    throw new EstimateError(
      `${n} responses came from the ${listed} names of ${codes.join(" and ")}; nobody answers twice or from outside the list.`,
    );
  }
  const linearised = quantities.map(() => new Float64Array(n));
  const shares = quantities.map((items, q) => {
    const ratios = ratiosOf(answers, combine === "pooled_answers" ? [items] : items.map((item) => [item]));
    for (let k = 0; k < n; k++) {
      let sum = 0;
      for (const { positions, ratio, counted } of ratios)
        sum += residual(answers[k]!, positions, ratio, counted / n);
      linearised[q]![k] = sum / ratios.length;
    }
    if (ratios.some(({ counted }) => counted === 0)) return null;
    return ratios.reduce((sum, { ratio }) => sum + ratio, 0) / ratios.length;
  });
  return { shares, linearised };
}

function ratiosOf(answers: NonresponseClass["answers"], pools: readonly (readonly number[])[]) {
  return pools.map((positions) => {
    let sum = 0;
    let counted = 0;
    for (const row of answers)
      for (const at of positions) {
        const value = row[at];
        if (value === null || value === undefined) continue;
        sum += value;
        counted += 1;
      }
    return { positions, counted, ratio: counted === 0 ? 0 : sum / counted };
  });
}

function residual(
  row: readonly (number | null)[],
  positions: readonly number[],
  ratio: number,
  meanCounted: number,
): number {
  if (meanCounted === 0) return 0;
  let sum = 0;
  for (const at of positions) {
    const value = row[at];
    if (value !== null && value !== undefined) sum += value - ratio;
  }
  return sum / meanCounted;
}

function classCovariance(
  { listed, weight, answers }: NonresponseClass,
  linearised: readonly Float64Array[],
): number[][] {
  const r = answers.length;
  const size = linearised.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  if (r < 2) return matrix;
  const scale = (weight ** 2 * (1 - r / listed)) / (r * (r - 1));
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      let sum = 0;
      for (let k = 0; k < r; k++) sum += linearised[a]![k]! * linearised[b]![k]!;
      matrix[a]![b] = scale * sum;
      matrix[b]![a] = scale * sum;
    }
  return matrix;
}
