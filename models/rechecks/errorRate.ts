import { proportionInterval } from "../statistics/proportionInterval.ts";

/** Sums over the rechecked forms of a batch: n answers compared in a form, d of them different. */
export interface RecheckSums {
  readonly forms: number;
  readonly compared: number;
  readonly different: number;
  readonly squaredCompared: number;
  readonly product: number;
  readonly squaredDifferent: number;
}

export interface ErrorRate {
  readonly rate: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: "ok" | "no_responses" | "one_cluster";
}

/**
 * The share of rechecked answers that differ, with a 95 % interval that knows that answers of one form err together:
 *
 *     R = Σd/Σn,   V(R) = m/(m−1) Σ(d_i − R n_i)² / (Σn)²
 *
 * over m forms, drawn as if with replacement; the interval is Korn and Graubard's. Where none or all differ, the forms count and
 * not the answers: ten clean answers of one form tell no more than one.
 *
 * @example errorRate({ forms: 2, compared: 10, different: 0, … }).high // 0.84…
 */
export function errorRate(sums: RecheckSums): ErrorRate {
  const { forms, compared, different, squaredCompared, product, squaredDifferent } = sums;
  const nothing = { rate: null, se: null, low: null, high: null };
  if (compared === 0) return { ...nothing, status: "no_responses" };
  const rate = different / compared;
  if (forms < 2) return { ...nothing, rate, status: "one_cluster" };
  const spread = Math.max(0, squaredDifferent - 2 * rate * product + rate ** 2 * squaredCompared);
  const se = Math.sqrt((forms / (forms - 1)) * spread) / compared;
  const isCertain = rate === 0 || rate === 1 || se === 0;
  const { low, high } = proportionInterval(
    {
      proportion: rate,
      se: isCertain ? Math.sqrt((rate * (1 - rate)) / forms) : se,
      df: forms - 1,
      n: isCertain ? forms : compared,
    },
    "beta",
  );
  return { rate, se, low, high, status: "ok" };
}
