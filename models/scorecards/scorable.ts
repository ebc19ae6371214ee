import type { Framework, LeafKind } from "../frameworks/framework.ts";
import { frameworkLeaves } from "../frameworks/frameworkNodes.ts";
import type { Rule } from "../frameworks/rule.ts";

/** A place where points may stand: a leaf, or a bonus or penalty beside the tree. */
export interface Scorable {
  readonly code: string;
  readonly kind: LeafKind | "bonus" | "penalty";
  readonly max: string;
  readonly isSelfScored: boolean;
  readonly needsEvidence: boolean;
  readonly rule: Rule | null;
}

/** What a scorecard of a round may hold besides points. */
export interface Allowed {
  readonly notApplicable: boolean;
  readonly bonus: boolean;
  readonly penalty: boolean;
  readonly withholding: boolean;
}

/** Nothing is allowed where the round is silent. */
export const nothingAllowed: Allowed = {
  notApplicable: false,
  bonus: false,
  penalty: false,
  withholding: false,
};

/**
 * Where points of a framework may stand.
 *
 * @example scorables(illustrative).length // the leaves, then the adjustments
 */
export function scorables(framework: Framework): Scorable[] {
  return [
    ...frameworkLeaves(framework).map((leaf) => ({
      code: leaf.code,
      kind: leaf.kind,
      max: leaf.max,
      isSelfScored: leaf.self_scored,
      needsEvidence: leaf.evidence !== undefined,
      rule: leaf.rule ?? null,
    })),
    ...framework.adjustments.map(({ code, kind, cap }) => ({
      code,
      kind,
      max: cap,
      isSelfScored: false,
      needsEvidence: false,
      rule: null,
    })),
  ];
}

/** What a statistic leaf declares besides its figures: which documents set the target and gave the outcome, of which year. */
export const statisticInputs = ["target", "outcome", "target_source", "outcome_source", "year"] as const;
