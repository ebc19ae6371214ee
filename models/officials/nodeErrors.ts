import type { Rule } from "../frameworks/rule.ts";
import { quantileType7 } from "../statistics/quantileType7.ts";
import { randomNormal } from "../statistics/randomVariates.ts";
import { raoWuFactors } from "../statistics/raoWuFactors.ts";
import { seededStream } from "../statistics/seededStream.ts";
import { combinationError } from "./combinationError.ts";
import { type ClassCovariance, type CombineRule, weightedShares } from "./estimateShares.ts";
import type { NonresponseClass } from "./listedGroups.ts";
import { isLinear, toPointsOf } from "./surveyPoints.ts";

/** A surveyed leaf of one unit as it stands in its index. */
export interface SurveyedLeaf {
  readonly code: string;
  readonly kind: "survey" | "sipas";
  readonly rule: Rule;
  readonly max: number;
  readonly share: number;
  /** Of SIPAS, its own error; of officials, the errors stand in the covariances. */
  readonly se: number;
  readonly df: number;
}

/** What the errors of a unit's surveyed leaves come from. */
export interface UnitSurvey {
  readonly unit: string;
  readonly leaves: readonly SurveyedLeaf[];
  /** Leaves of the officials' survey in the order of the covariances. */
  readonly officialLeaves: readonly string[];
  readonly covariances: readonly ClassCovariance[];
}

/** The error of a sum of a unit's points, of which only the surveyed ones vary. */
export interface PointsError {
  readonly se: number;
  readonly df: number;
  /** Ends of the replicates; null: the interval is Student's, from se and df. */
  readonly ends: readonly [number, number] | null;
  readonly method: "delta" | "bootstrap";
}

/**
 * The error of the sum of some surveyed leaves by the delta method: coefficients are the points a whole share is worth.
 * SIPAS and the officials' survey are independent; leaves of officials share respondents. Exact where every rule is linear.
 */
export function deltaError(survey: UnitSurvey, inNode: (code: string) => boolean): PointsError {
  const own = survey.leaves.filter(({ code }) => inNode(code));
  const worth = new Map(own.filter(({ kind }) => kind === "survey").map(({ code, max }) => [code, max]));
  const { variance, df } = combinationError(
    survey.officialLeaves.map((code) => worth.get(code) ?? 0),
    survey.covariances,
    own.flatMap(({ kind, max, se, df }) => (kind === "sipas" ? [{ variance: (max * se) ** 2, df }] : [])),
  );
  return { se: Math.sqrt(variance), df: df ?? 1, ends: null, method: "delta" };
}

/** Do thresholds or caps stand between a unit's answers and its points? */
export function needsBootstrap({ leaves }: UnitSurvey): boolean {
  return leaves.some(({ rule }) => !isLinear(rule));
}

/** Points of every surveyed leaf in every replicate of the whole computation, a list a leaf. */
export type LeafReplicates = ReadonlyMap<string, Float64Array>;

/**
 * Repeats the whole computation from answers to points: respondents are redrawn within their class by Rao and Wu's rescaled
 * bootstrap (finite populations included), weighted again, turned into shares and through every rule; SIPAS is redrawn
 * around its value with its standard error. For rules with thresholds, caps or bands.
 *
 * @param items of each leaf of officials, by position in the answers
 */
export function replicateLeaves(
  survey: UnitSurvey,
  classes: readonly NonresponseClass[],
  items: ReadonlyMap<string, readonly number[]>,
  combine: CombineRule,
  { replicates, seed }: { replicates: number; seed: number },
): LeafReplicates {
  const rows = classes.flatMap((own, c) => own.answers.map((_, k) => ({ own, c, k })));
  const factors = raoWuFactors(
    rows.map(({ own, c, k }) => ({
      stratum: `${c}`,
      stages: [`${k}`],
      population: [own.listed],
    })),
    { replicates, seed },
  );
  const starts = classes.map((_, c) => rows.findIndex((row) => row.c === c));
  const officials = survey.leaves.filter(({ kind }) => kind === "survey");
  const quantities = officials.map(({ code }) => items.get(code) ?? []);
  const made = new Map(survey.leaves.map(({ code }) => [code, new Float64Array(replicates)]));
  const points = new Map(survey.leaves.map(({ code, rule, max }) => [code, toPointsOf(rule, max)]));
  const citizens = survey.leaves.filter(({ kind }) => kind === "sipas");
  for (let r = 0; r < replicates; r++) {
    const all = factors.of(r);
    const byClass = classes.map(({ answers }, c) => all.subarray(starts[c]!, starts[c]! + answers.length));
    const shares = weightedShares(classes, quantities, combine, byClass);
    officials.forEach(({ code, share }, q) => {
      made.get(code)![r] = points.get(code)!(shares[q] ?? share);
    });
    for (const { code, share, se } of citizens) {
      const drawn = share + se * randomNormal(seededStream(seed, "SIPAS", survey.unit, r));
      made.get(code)![r] = points.get(code)!(Math.min(1, Math.max(0, drawn)));
    }
  }
  return made;
}

/** The error of the sum of some surveyed leaves from replicates of the whole computation. */
export function bootstrapError(
  survey: UnitSurvey,
  replicates: LeafReplicates,
  inNode: (code: string) => boolean,
): PointsError {
  const own = survey.leaves.filter(({ code }) => inNode(code));
  const n = [...replicates.values()][0]?.length ?? 0;
  const centre = own.reduce((sum, { rule, max, share }) => sum + toPointsOf(rule, max)(share), 0);
  const sums = new Float64Array(n);
  for (const { code } of own)
    replicates.get(code)!.forEach((points, r) => {
      sums[r]! += points;
    });
  const squares = sums.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const sorted = sums.slice().sort();
  return {
    se: Math.sqrt(squares / n),
    df: deltaError(survey, inNode).df,
    ends: [quantileType7(sorted, 0.025), quantileType7(sorted, 0.975)],
    method: "bootstrap",
  };
}
