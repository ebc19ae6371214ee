import type { RankOrder } from "./competitionRanks.ts";
import {
  type OrderedPair,
  type PairStatistics,
  pairStatistics,
  stepDownTest,
  unitMaxima,
} from "./pairTests.ts";
import type { ComparedUnits, RankDraws } from "./rankDraws.ts";

/** The ranks that the data do not rule out for a unit: from the best (`low`, 1 is first) to the worst (`high`). */
export interface RankSet {
  readonly low: number;
  readonly high: number;
}

export interface RankSetOptions {
  /** 0.95 when absent. */
  readonly coverage?: number;
  readonly order?: RankOrder;
  /** Recompute the critical value on the pairs not yet told apart, until nothing new is. True when absent. */
  readonly stepDown?: boolean;
}

/** Sets that hold all at once, in the order of the units. */
export interface SimultaneousRankSets {
  readonly sets: readonly RankSet[];
  /** The pairs told apart, by position: the first is ahead of the second. All of them hold at once. */
  readonly ahead: readonly OrderedPair[];
  /** The critical value of each step, largest first. */
  readonly criticalValues: readonly number[];
}

/** A set for each unit by itself, in the order of the units, with the critical values of its steps. */
export interface MarginalRankSets {
  readonly sets: readonly RankSet[];
  readonly criticalValues: readonly (readonly number[])[];
}

/**
 * Simultaneous confidence sets for ranks: with the stated probability all units' true ranks lie in their sets at once.
 *
 * All ordered pairs (j, k) are tested: H_jk "θ_j ≤ θ_k" falls when (est_j − est_k) / se_jk exceeds c, the coverage
 * quantile over the draws of the largest studentised difference among the pairs still in play. Then
 * low_j = 1 + #{k : H_kj fell} and high_j = p − #{k : H_jk fell}. Valid without any assumption on ties or gaps.
 * Two units without any error (se_jk = 0) are compared exactly.
 *
 * Mogstad, Romano, Shaikh and Wilhelm (2024), Inference for ranks, Rev. Econ. Stud. 91, 476–518.
 *
 * @param draws from {@link studentisedDraws}; normal draws only with many degrees of freedom
 * @example simultaneousRankSets(compared, studentisedDraws(compared, 5000, 2026)).sets[0] // { low: 1, high: 7 }
 */
export function simultaneousRankSets(
  compared: ComparedUnits,
  draws: RankDraws,
  options: RankSetOptions = {},
): SimultaneousRankSets {
  return simultaneous(prepare(compared, draws, options), options);
}

/**
 * Marginal confidence sets for ranks: each unit's true rank lies in its own set with the stated probability. Narrower
 * than the simultaneous sets; for one unit read alone, never for picking a pair out of the table.
 *
 * As {@link simultaneousRankSets}, with only the 2(p − 1) ordered pairs that hold the unit, and its own critical value.
 *
 * @example marginalRankSets(compared, draws).sets[0] // { low: 1, high: 5 }
 */
export function marginalRankSets(
  compared: ComparedUnits,
  draws: RankDraws,
  options: RankSetOptions = {},
): MarginalRankSets {
  return marginal(prepare(compared, draws, options), options);
}

/**
 * Both kinds of sets from the same draws, for the price of little more than one: every simultaneous set contains the
 * unit's marginal one.
 *
 * @example rankConfidenceSets(compared, draws).marginal.sets[0] // { low: 1, high: 5 }
 */
export function rankConfidenceSets(
  compared: ComparedUnits,
  draws: RankDraws,
  options: RankSetOptions = {},
): { simultaneous: SimultaneousRankSets; marginal: MarginalRankSets } {
  const prepared = prepare(compared, draws, options);
  return { simultaneous: simultaneous(prepared, options), marginal: marginal(prepared, options) };
}

interface Prepared {
  readonly statistics: PairStatistics;
  /** Of each unit and draw, while all pairs are in play. */
  readonly maxima: Float64Array;
}

function prepare(compared: ComparedUnits, draws: RankDraws, { order }: RankSetOptions): Prepared {
  const statistics = pairStatistics(compared, draws, order);
  return { statistics, maxima: unitMaxima(statistics) };
}

function simultaneous({ statistics, maxima }: Prepared, options: RankSetOptions): SimultaneousRankSets {
  const { p, draws } = statistics;
  const overall = new Float64Array(draws);
  for (let at = 0; at < maxima.length; at++) {
    const d = at % draws;
    overall[d] = Math.max(overall[d]!, maxima[at]!);
  }
  const units = Array.from({ length: p }, (_, j) => j);
  const pairs = units.flatMap((j) => pairsAhead(j, p));
  const { fallen, criticalValues } = stepDownTest(statistics, pairs, overall, options);
  return { sets: units.map((j) => rankSet(j, p, fallen)), ahead: fallen, criticalValues };
}

function marginal({ statistics, maxima }: Prepared, options: RankSetOptions): MarginalRankSets {
  const { p, draws } = statistics;
  const tests = Array.from({ length: p }, (_, j) => {
    const pairs = pairsAhead(j, p).flatMap(([, k]): OrderedPair[] => [
      [j, k],
      [k, j],
    ]);
    return stepDownTest(statistics, pairs, maxima.subarray(j * draws, (j + 1) * draws), options);
  });
  return {
    sets: tests.map(({ fallen }, j) => rankSet(j, p, fallen)),
    criticalValues: tests.map(({ criticalValues }) => criticalValues),
  };
}

function pairsAhead(j: number, p: number): OrderedPair[] {
  return Array.from({ length: p }, (_, k): OrderedPair => [j, k]).filter(([, k]) => k !== j);
}

/**
 * The ranks left to a unit when `fallen` lists the ordered pairs (ahead, behind) that the data tell apart.
 *
 * @example rankSet(0, 3, [[0, 2]]) // { low: 1, high: 2 }
 */
export function rankSet(unit: number, p: number, fallen: readonly OrderedPair[]): RankSet {
  return {
    low: 1 + fallen.filter(([, behind]) => behind === unit).length,
    high: p - fallen.filter(([ahead]) => ahead === unit).length,
  };
}
