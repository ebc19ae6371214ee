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
      covariance: classCovariance(own, values.linearised, quantities.length),
    })),
  };
}

/** The shares of one class under given weights of its responses, and the linearised value of each response. */
function classValues(
  { codes, listed, answers }: NonresponseClass,
  quantities: readonly (readonly number[])[],
  combine: CombineRule,
): { shares: readonly (number | null)[]; linearised: readonly (readonly number[])[] } {
  const n = answers.length;
  if (n > listed) {
    throw new EstimateError(
      `${n} responses came from the ${listed} names of ${codes.join(" and ")}; nobody answers twice or from outside the list.`,
    );
  }
  const linearised: number[][] = answers.map(() => []);
  const shares = quantities.map((items) => {
    const ratios = ratiosOf(answers, combine === "pooled_answers" ? [items] : items.map((item) => [item]));
    answers.forEach((row, k) => {
      linearised[k]!.push(
        ratios.reduce(
          (sum, { positions, ratio, counted }) => sum + residual(row, positions, ratio, counted / n),
          0,
        ) / ratios.length,
      );
    });
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
  linearised: readonly (readonly number[])[],
  size: number,
): number[][] {
  const r = answers.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  if (r < 2) return matrix;
  const scale = (weight ** 2 * (1 - r / listed)) / (r * (r - 1));
  for (const row of linearised)
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) matrix[a]![b]! += scale * row[a]! * row[b]!;
  return matrix;
}
