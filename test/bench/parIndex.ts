import type { RuleOf } from "../../models/frameworks/rule.ts";
import { estimateShares } from "../../models/officials/estimateShares.ts";
import { type ListedGroup, nonresponseClasses } from "../../models/officials/listedGroups.ts";
import { deltaError, replicateLeaves, type UnitSurvey } from "../../models/officials/nodeErrors.ts";
import { surveyPoints } from "../../models/officials/surveyPoints.ts";
import { type RankedUnit, rankUnits } from "../../models/rankings/rankUnits.ts";
import { randomNormal, randomUniform, seededStream } from "../../models/statistics/index.ts";
import { type Timing, time } from "./statistics.ts";

const UNITS = 63;
const FORMS = 785; // 49,458 forms were counted in 2023
const LEAVES = 7;
const ITEMS_PER_LEAF = 3;
const NODES = 130;

const linear: RuleOf<"share"> = {
  kind: "share",
  inputs: [{ code: "percent", name: { vi: "kết quả", en: "result" }, kind: "number" }],
  percent: "percent",
  full_from: "100",
  zero_below: "0",
  between: "proportional",
};

/** Times what a round's PAR INDEX costs from answers in memory to scores, intervals and rank sets (limit 1 s). */
export function benchParIndex(): Timing[] {
  const units = Array.from({ length: UNITS }, (_, u) => drawUnit(u));
  return [
    time(
      `scores, intervals of ${NODES} nodes and rank sets (5,000 draws) of ${UNITS} units, ${UNITS * FORMS} forms of ${LEAVES * ITEMS_PER_LEAF} items`,
      () => {
        const scored = units.map(scoreUnit);
        return { scored, ranks: rankUnits(scored.map(({ ranked }) => ranked)) };
      },
      ({ scored, ranks }) =>
        `mean ${mean(scored.map(({ ranked }) => ranked.percent)).toPrecision(10)}, ${ranks.reduce((sum, { simultaneous: { low, high } }) => sum + high - low + 1, 0)} ranks in all sets`,
    ),
    time(
      `1,000 replicates of the whole computation of one unit, ${FORMS} forms`,
      () => {
        const { groups, survey, items } = scoreUnit(units[0]!);
        return replicateLeaves(survey, nonresponseClasses(groups, 5), items, "mean_of_items", {
          replicates: 1000,
          seed: 1,
        });
      },
      (replicates) => `mean of the first leaf ${mean([...replicates.values()][0]!).toPrecision(8)}`,
    ),
  ];
}

interface DrawnUnit {
  readonly code: string;
  readonly fixed: number;
  readonly groups: readonly ListedGroup[];
}

function drawUnit(u: number): DrawnUnit {
  const stream = seededStream(1, "bench officials", u);
  const level = 0.5 + 0.25 * randomUniform(stream);
  const answers = (n: number) =>
    Array.from({ length: n }, () => {
      const person = level + 0.2 * randomNormal(stream);
      return Array.from({ length: LEAVES * ITEMS_PER_LEAF }, () =>
        randomUniform(stream) < 0.03
          ? null
          : Math.min(4, Math.max(0, Math.round(4 * (person + 0.2 * randomNormal(stream))))) / 4,
      );
    });
  return {
    code: `P${u}`,
    fixed: 50 + 12 * randomUniform(stream),
    groups: [0.2, 0.5, 0.3].map((share, g) => ({
      code: `g${g}`,
      listed: Math.round((FORMS * share) / 0.7),
      weight: null,
      answers: answers(Math.round(FORMS * share)),
    })),
  };
}

function scoreUnit({ code, fixed, groups }: DrawnUnit) {
  const leaves = Array.from({ length: LEAVES }, (_, q) =>
    Array.from({ length: ITEMS_PER_LEAF }, (__, i) => q * ITEMS_PER_LEAF + i),
  );
  const { shares, classes } = estimateShares(nonresponseClasses(groups, 5), leaves, "mean_of_items");
  const points = shares.map((share) => Number(surveyPoints(linear, "3.15", share!)));
  const survey: UnitSurvey = {
    unit: code,
    leaves: shares.map((share, q) => ({
      code: `8.2.${q}`,
      kind: "survey",
      rule: linear,
      max: 3.15,
      share: share!,
      se: 0,
      df: 1,
    })),
    officialLeaves: shares.map((_, q) => `8.2.${q}`),
    covariances: classes,
  };
  const errors = Array.from({ length: NODES }, (_, node) =>
    deltaError(survey, (leaf) => node % 10 === 0 || leaf.endsWith(`.${node % 10}`)),
  );
  const ranked: RankedUnit = {
    code,
    percent: fixed + points.reduce((sum, each) => sum + each, 0),
    se: errors[0]!.se,
    df: errors[0]!.df,
  };
  return { groups, survey, ranked, items: new Map(leaves.map((items, q) => [`8.2.${q}`, items])) };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
