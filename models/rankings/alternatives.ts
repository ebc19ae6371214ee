import type { Rule } from "../frameworks/rule.ts";
import { toPointsOf } from "../officials/surveyPoints.ts";

/** How the officials' answers become shares: the round's rule, or another that was not chosen. */
export const schemes = ["reference", "by_list", "equal_groups", "plain", "pooled_items"] as const;
export type Scheme = (typeof schemes)[number];

/** How SIPAS becomes points: the round's rule, a line from 50 %, or not at all. */
export const sipasRules = ["reference", "from_50", "left_out"] as const;
export type SipasRule = (typeof sipasRules)[number];

/** Whose points of the leaves that units score themselves: the final ones, the first appraisal's, or the units' own. */
export const scoredStages = ["final", "appraised_1", "self"] as const;
export type ScoredStage = (typeof scoredStages)[number];

/** One way to compute an index. */
export interface Choice {
  readonly scheme: Scheme;
  readonly sipas: SipasRule;
  readonly stage: ScoredStage;
  /** The area that is left out of points and maximum; null: none. */
  readonly areaOut: string | null;
}

export const reference: Choice = { scheme: "reference", sipas: "reference", stage: "final", areaOut: null };

/** A unit with everything that its index is made of under any choice. */
export interface UnitParts {
  readonly code: string;
  /** Standard error of the index in percent, as it stands. */
  readonly se: number;
  readonly areas: readonly {
    readonly code: string;
    /** Points that no survey gives, by stage. */
    readonly fixed: Readonly<Record<ScoredStage, number>>;
    readonly max: number;
    readonly leaves: readonly {
      readonly kind: "survey" | "sipas";
      readonly max: number;
      readonly rule: Rule;
      /** By scheme; of SIPAS all the same. */
      readonly shares: Readonly<Record<Scheme, number>>;
    }[];
  }[];
}

/**
 * A unit's index in percent under a choice.
 *
 * @example indexUnder(unit, { ...reference, areaOut: "3" })
 */
export function indexUnder(unit: UnitParts, { scheme, sipas, stage, areaOut }: Choice): number {
  let points = 0;
  let max = 0;
  for (const area of unit.areas) {
    if (area.code === areaOut) continue;
    points += area.fixed[stage];
    max += area.max;
    for (const leaf of area.leaves) {
      if (leaf.kind === "sipas" && sipas === "left_out") max -= leaf.max;
      else if (leaf.kind === "sipas" && sipas === "from_50")
        points += leaf.max * Math.max(0, (leaf.shares[scheme] - 0.5) / 0.5);
      else points += toPointsOf(leaf.rule, leaf.max)(leaf.shares[scheme]);
    }
  }
  return (100 * points) / max;
}

/** What one alternative changes, and whether it could be applied to these units at all. */
export interface Alternative {
  readonly code: string;
  readonly choice: Choice;
  /** `same`: it is what the round does anyway; `not_applied`: these units lack what it needs. */
  readonly status: "applied" | "same" | "not_applied";
}

/** Every alternative to a ranking, one change at a time, in the order of the page. */
export function alternatives(units: readonly UnitParts[]): Alternative[] {
  const hasSipas = units.some(({ areas }) =>
    areas.some(({ leaves }) => leaves.some(({ kind }) => kind === "sipas")),
  );
  const change = (code: string, part: Partial<Choice>): Alternative => {
    const choice = { ...reference, ...part };
    const isSame = units.every(
      (unit) => Math.abs(indexUnder(unit, choice) - indexUnder(unit, reference)) < 1e-12,
    );
    return { code, choice, status: isSame ? "same" : "applied" };
  };
  return [
    { code: "reference", choice: reference, status: "applied" },
    ...schemes.slice(1).map((scheme) => change(`officials_${scheme}`, { scheme })),
    ...(hasSipas
      ? [
          ...sipasRules.slice(1).map((sipas) => change(`sipas_${sipas}`, { sipas })),
          // fictional provinces have one invented SIPAS and no answers to weight in another way
          { code: "sipas_plain", choice: reference, status: "not_applied" as const },
        ]
      : []),
    ...scoredStages.slice(1).map((stage) => change(`stage_${stage}`, { stage })),
    ...(units[0]?.areas ?? []).map(({ code }) => change(`without_${code}`, { areaOut: code })),
  ];
}
