import { EstimateError } from "../errors.ts";
import type { RankOrder } from "./competitionRanks.ts";
import { quantileType7 } from "./quantileType7.ts";
import type { ComparedUnits, RankDraws } from "./rankDraws.ts";

/** Differences of pairs in standard errors: as observed, and as the draws of estimation errors spread them. */
export interface PairStatistics {
  readonly p: number;
  readonly draws: number;
  /** (est_j − est_k) / se_jk at `j * p + k`, turned so that a larger value puts j ahead; ±Infinity where se_jk = 0. */
  readonly observed: Float64Array;
  readonly deviations: Float64Array;
  readonly standardErrors: Float64Array;
  readonly correlations: Float64Array;
}

/**
 * Studentises the differences of all pairs, se_jk² = V_jj + V_kk − 2 V_jk.
 *
 * @throws EstimateError on an estimate that is not finite, or draws for another number of units
 */
export function pairStatistics(
  { units, estimates, covariance }: ComparedUnits,
  { draws, units: p, deviations, scales }: RankDraws,
  order: RankOrder = "largest first",
): PairStatistics {
  if (units.length !== p) throw new EstimateError(`The draws are for ${p} units; there are ${units.length}.`);
  const missing = estimates.findIndex((estimate) => !Number.isFinite(estimate));
  if (missing >= 0) {
    throw new EstimateError(`Unit ${units[missing]} has no finite estimate, so it cannot be ranked.`, {
      hint: "Leave units without an estimate out of the ranking and say so.",
    });
  }
  const se = covariance.map((row, j) => Math.sqrt(row[j]!));
  const sign = order === "largest first" ? 1 : -1;
  const observed = new Float64Array(p * p);
  const correlations = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) {
      const difference = sign * (estimates[j]! - estimates[k]!);
      observed[j * p + k] =
        difference === 0 ? 0 : difference / Math.sqrt(differenceVariance(covariance, j, k));
      correlations[j * p + k] = covariance[j]![k] === 0 ? 0 : covariance[j]![k]! / (se[j]! * se[k]!);
    }
  }
  const standardErrors = new Float64Array(p * draws);
  for (let at = 0; at < standardErrors.length; at++) {
    standardErrors[at] = se[Math.floor(at / draws)]! * (scales?.[at] ?? 1);
  }
  return { p, draws, observed, deviations, standardErrors, correlations };
}

/** The variance of the difference of two estimates; rounding below zero counts as zero. */
export function differenceVariance(covariance: readonly (readonly number[])[], j: number, k: number): number {
  return Math.max(0, covariance[j]![j]! + covariance[k]![k]! - 2 * covariance[j]![k]!);
}

/** The square of a studentised difference with the difference's sign: in the same order, without a root. 0 without error. */
function signedSquare(
  deviations: Float64Array,
  standardErrors: Float64Array,
  r: number,
  atJ: number,
  atK: number,
): number {
  const sj = standardErrors[atJ]!;
  const sk = standardErrors[atK]!;
  const variance = sj * sj + sk * sk - 2 * r * sj * sk;
  const difference = deviations[atJ]! - deviations[atK]!;
  return variance > 0 ? (difference * Math.abs(difference)) / variance : 0;
}

/**
 * For every unit and draw (at `j * draws + d`) the largest studentised difference, either way, among its pairs.
 * Before any pair falls, both orders of each pair are in play, so one pass over p(p − 1)/2 pairs serves all units.
 */
export function unitMaxima(statistics: PairStatistics): Float64Array {
  const { p, draws, deviations, standardErrors, correlations } = statistics;
  const squares = new Float64Array(p * draws);
  for (let j = 0; j < p; j++) {
    for (let k = j + 1; k < p; k++) {
      const r = correlations[j * p + k]!;
      for (let d = 0; d < draws; d++) {
        const atJ = j * draws + d;
        const atK = k * draws + d;
        const square = Math.abs(signedSquare(deviations, standardErrors, r, atJ, atK));
        if (square > squares[atJ]!) squares[atJ] = square;
        if (square > squares[atK]!) squares[atK] = square;
      }
    }
  }
  return squares.map(Math.sqrt);
}

/** One ordered pair (j, k): the hypothesis is that j is not ahead of k. */
export type OrderedPair = readonly [j: number, k: number];

/**
 * Tests ordered pairs with one critical value, drops those that fall, and repeats on the rest until nothing new falls.
 * Pairs without any error fall by exact comparison.
 *
 * @param maxima the largest studentised difference of each draw while all these pairs are in play
 */
export function stepDownTest(
  statistics: PairStatistics,
  pairs: readonly OrderedPair[],
  maxima: Float64Array,
  { coverage = 0.95, stepDown = true }: { coverage?: number; stepDown?: boolean },
): { fallen: OrderedPair[]; criticalValues: number[] } {
  const observed = ([j, k]: OrderedPair) => statistics.observed[j * statistics.p + k]!;
  const fallen = pairs.filter((pair) => observed(pair) === Number.POSITIVE_INFINITY);
  const criticalValues: number[] = [];
  const sorted = maxima.slice().sort();
  let inPlay = pairs.filter((pair) => Number.isFinite(observed(pair)));
  let critical = quantileType7(sorted, coverage);
  while (inPlay.length > 0) {
    criticalValues.push(critical);
    const rest = inPlay.filter((pair) => !(observed(pair) > critical));
    fallen.push(...inPlay.filter((pair) => observed(pair) > critical));
    if (rest.length === inPlay.length || !stepDown) break;
    inPlay = rest;
    critical = remainingQuantile(statistics, inPlay, { maxima, sorted, coverage });
  }
  return { fallen, criticalValues };
}

/**
 * The coverage quantile of the largest difference among the pairs still in play. Earlier maxima bound the new ones from
 * above, so only draws whose bound reaches the new upper tail need a look: a twentieth or so of them.
 */
function remainingQuantile(
  statistics: PairStatistics,
  inPlay: readonly OrderedPair[],
  { maxima, sorted, coverage }: { maxima: Float64Array; sorted: Float64Array; coverage: number },
): number {
  const draws = sorted.length;
  const tail = draws - Math.floor((draws - 1) * coverage);
  for (let taken = tail + Math.ceil(tail / 4); ; taken *= 2) {
    const threshold = sorted[draws - taken] ?? Number.NEGATIVE_INFINITY;
    const largest: number[] = [];
    maxima.forEach((bound, d) => {
      if (bound >= threshold) largest.push(largestOf(statistics, inPlay, d, bound));
    });
    largest.sort((a, b) => a - b);
    if (largest[largest.length - tail]! >= threshold) {
      const values = new Float64Array(draws); // what lies below the tail is not read
      values.set(largest, draws - largest.length);
      return quantileType7(values, coverage);
    }
  }
}

/** The largest difference of a draw; the search ends at its bound, which most draws still reach. */
function largestOf(
  statistics: PairStatistics,
  pairs: readonly OrderedPair[],
  d: number,
  bound: number,
): number {
  const { p, draws, deviations, standardErrors, correlations } = statistics;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < pairs.length; i++) {
    const j = pairs[i]![0];
    const k = pairs[i]![1];
    const r = correlations[j * p + k]!;
    const square = signedSquare(deviations, standardErrors, r, j * draws + d, k * draws + d);
    if (square <= largest) continue;
    if (Math.sqrt(square) >= bound) return bound;
    largest = square;
  }
  return Math.sign(largest) * Math.sqrt(Math.abs(largest));
}
