import {
  type ComparedUnits,
  competitionRanks,
  holmRankSets,
  independentCovariance,
  kleinWrightWieczorekSets,
  normalDraws,
  type OrderedPair,
  type RankSet,
  simultaneousRankSets,
  studentisedDraws,
} from "../../models/statistics/index.ts";
import type { Surveyed } from "./intervals.ts";

const DRAWS = 1000;
const KNOWN = Number.POSITIVE_INFINITY;

/** Sets, and where the method names them, the pairs that it tells apart. */
interface Ranking {
  readonly sets: readonly RankSet[];
  readonly ahead?: readonly OrderedPair[];
}

type RankMethod = (provinces: readonly Surveyed[], seed: number) => Ranking;

/** The rank sets compared. The normal ones call every error known, which is what the library refuses below 30 df. */
export const RANK_METHODS: Readonly<Record<string, RankMethod>> = {
  "normal draws, direct errors taken as known": (provinces, seed) => {
    const compared = compare(provinces, ({ own }) => ({ se: own.se, df: KNOWN }));
    return simultaneousRankSets(compared, normalDraws(compared, DRAWS, seed));
  },
  "studentised draws, direct errors on 2 df": (provinces, seed) => {
    const compared = compare(provinces, ({ own }) => ({ se: own.se, df: 2 }));
    return simultaneousRankSets(compared, studentisedDraws(compared, DRAWS, seed));
  },
  "studentised draws, design effect pooled": (provinces, seed) => {
    const compared = compare(provinces, ({ byDeff }) => byDeff);
    return simultaneousRankSets(compared, studentisedDraws(compared, DRAWS, seed));
  },
  "Klein-Wright-Wieczorek, direct errors on 2 df": (provinces) => ({
    sets: kleinWrightWieczorekSets(compare(provinces, ({ own }) => ({ se: own.se, df: 2 }))),
  }),
  "Holm's pairs, direct errors on 2 df": (provinces) => ({
    sets: holmRankSets(compare(provinces, ({ own }) => ({ se: own.se, df: 2 }))),
  }),
};

function compare(
  provinces: readonly Surveyed[],
  error: (province: Surveyed) => { readonly se: number; readonly df: number },
): ComparedUnits {
  return {
    units: provinces.map((_, p) => `P${p}`),
    estimates: provinces.map(({ own }) => own.estimate),
    covariance: independentCovariance(provinces.map((one) => error(one).se)),
    df: provinces.map((one) => error(one).df),
  };
}

/** How a ranking of one round fares against the truth. */
export interface RankVerdict {
  /** Some province's true rank lies outside its set: what happens in at most 5 % of rounds, were the sets honest. */
  readonly missed: boolean;
  /** Some pair told apart is in truth the other way round; null where the method names no pairs. */
  readonly falseOrder: boolean | null;
  /** Ranks in a set, on average over provinces. */
  readonly width: number;
}

export function judgeRanking({ sets, ahead }: Ranking, truth: readonly number[]): RankVerdict {
  const ranks = competitionRanks(truth);
  return {
    missed: sets.some(({ low, high }, p) => ranks[p]! < low || ranks[p]! > high),
    falseOrder: ahead?.some(([first, second]) => truth[first]! <= truth[second]!) ?? null,
    width: sets.reduce((sum, { low, high }) => sum + high - low + 1, 0) / sets.length,
  };
}
