import {
  type ComparedUnits,
  competitionRanks,
  denseRanks,
  independentCovariance,
  type RankSet,
  rankConfidenceSets,
  type SimulatedRank,
  simulatedRanks,
  studentisedDraws,
} from "../statistics/index.ts";
import { rankSettings } from "./rankSettings.ts";

/** A unit that is ranked, with its index in percent; the units are surveyed independently of each other. */
export interface RankedUnit {
  readonly code: string;
  readonly percent: number;
  readonly se: number;
  /** Infinity: nothing of it is estimated. */
  readonly df: number;
}

export interface UnitRank {
  readonly code: string;
  readonly rank: number;
  /** Holds the unit's true rank with the stated probability, read alone. */
  readonly marginal: RankSet;
  /** All units' sets hold at once with the stated probability. */
  readonly simultaneous: RankSet;
  /** Units that the simultaneous comparison cannot tell from this one, in the order of the ranking. */
  readonly indistinct: readonly string[];
  /** A description: shares of draws among the first and the last; null where fewer than twice as many are ranked. */
  readonly ends: Pick<SimulatedRank, "topShare" | "bottomShare"> | null;
}

/**
 * Ranks with all that is uncertain about them. Ranks are made on percent brought to 12 decimals; sets by the step-down of Mogstad,
 * Romano, Shaikh and Wilhelm with draws studentised by each unit's own degrees of freedom.
 *
 * @example rankUnits([{ code: "a", percent: 90, se: 1, df: 40 }, { code: "b", percent: 70, se: 1, df: 40 }])[1].rank // 2
 */
export function rankUnits(
  ranked: readonly RankedUnit[],
  ties: "competition" | "dense" = "competition",
  { draws, seed, coverage, ends: k } = rankSettings as {
    draws: number;
    seed: number;
    coverage: number;
    ends: number;
  },
): UnitRank[] {
  const estimates = ranked.map(({ percent }) => Math.round(percent * 1e12) / 1e12);
  const ranks = (ties === "dense" ? denseRanks : competitionRanks)(estimates);
  if (ranked.length < 2)
    return ranked.map(({ code }) => ({
      code,
      rank: 1,
      marginal: { low: 1, high: 1 },
      simultaneous: { low: 1, high: 1 },
      indistinct: [],
      ends: null,
    }));
  const compared: ComparedUnits = {
    units: ranked.map(({ code }) => code),
    estimates,
    covariance: independentCovariance(ranked.map(({ se }) => se)),
    df: ranked.map(({ df }) => df),
  };
  const drawn = studentisedDraws(compared, draws, seed);
  const { marginal, simultaneous } = rankConfidenceSets(compared, drawn, { coverage });
  const simulated = ranked.length >= 2 * k ? simulatedRanks(compared, drawn, k) : null;
  const apart = new Set(simultaneous.ahead.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`]));
  const order = estimates.map((_, j) => j).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  return ranked.map(({ code }, j) => ({
    code,
    rank: ranks[j]!,
    marginal: marginal.sets[j]!,
    simultaneous: simultaneous.sets[j]!,
    indistinct: order
      .filter((other) => other !== j && !apart.has(`${j}/${other}`))
      .map((at) => ranked[at]!.code),
    ends: simulated === null ? null : simulated[j]!,
  }));
}
