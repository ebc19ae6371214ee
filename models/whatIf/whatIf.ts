import { Big } from "big.js";
import { fromAmount, toAmount } from "./amount.ts";
import { cheapestLeaves } from "./cheapestLeaves.ts";
import { fewestLeaves } from "./fewestLeaves.ts";
import { pointsForRank, rankAmong, type Standing } from "./pointsForRank.ts";

/** A leaf as it stands. Only leaves that are scored on documents or outcomes can be lifted by the unit. */
export interface WhatIfLeaf {
  readonly code: string;
  readonly kind: string;
  readonly points: string;
  readonly max: string;
}

export type WhatIfGoal =
  | { readonly kind: "points"; readonly points: string }
  | { readonly kind: "ranks"; readonly ranks: number };

export interface WhatIfQuestion {
  /** The unit's total; bonuses and penalties are in it. */
  readonly own: Standing;
  /** The others that it is ranked with; they are held at their values. */
  readonly others: readonly Standing[];
  readonly ties: "competition" | "dense";
  readonly leaves: readonly WhatIfLeaf[];
  readonly goal: WhatIfGoal;
  /** Surveyed leaves set to the points of an assumed share; nobody can order a survey's answer. */
  readonly assumed?: ReadonlyMap<string, string>;
  /** What it costs to lift a leaf to its maximum. With it the cheapest plan is sought, among the leaves that have a cost. */
  readonly costs?: ReadonlyMap<string, string>;
}

export interface LiftedLeaf extends WhatIfLeaf {
  /** Points that the leaf gains at its maximum. */
  readonly gain: string;
  readonly cost: string | null;
}

export interface WhatIfAnswer {
  /** `reached`: nothing needs lifting; `first`: no better rank exists; `out_of_reach`: all leaves together fall short. */
  readonly status: "planned" | "reached" | "first" | "out_of_reach";
  /** Points that are needed in all, those of assumed shares included. */
  readonly needed: string;
  /** Of them, what assumed shares give (or take). */
  readonly assumed: string;
  readonly plan: readonly LiftedLeaf[];
  readonly cost: string | null;
  /** What the plan gains beyond the need: so much may one of its leaves stay below its maximum. */
  readonly spare: string;
  /** After the plan, with every leaf of it at its maximum. */
  readonly points: string;
  readonly rank: number;
  readonly rankBefore: number;
}

const liftable = new Set(["appraised", "statistic"]);

/**
 * What would lift this unit: the fewest leaves, or the cheapest ones, that gain some points or ranks. Exact, because the index is a sum:
 * every leaf of the plan goes to its maximum, everything else stays. It says what would have to happen, not what is likely.
 *
 * @example whatIf({ own: { points: "8", max: "10" }, others: [], ties: "competition", leaves: [{ code: "1.1", kind: "appraised", points: "1", max: "3" }], goal: { kind: "points", points: "1.5" } }).points // "10"
 */
export function whatIf(question: WhatIfQuestion): WhatIfAnswer {
  const { own, others, ties, leaves, costs } = question;
  const assumed = leaves.reduce((sum, leaf) => {
    const points = question.assumed?.get(leaf.code);
    return points === undefined ? sum : sum + toAmount(points) - toAmount(leaf.points);
  }, 0n);
  const rankBefore = rankAmong(own, others, ties);
  const target = targetOf(question, rankBefore);
  const needed = toAmount(target) - toAmount(own.points);
  const after = (gained: bigint): Standing => ({
    points: fromAmount(toAmount(own.points) + assumed + gained),
    max: own.max,
  });
  const answer = (status: WhatIfAnswer["status"], plan: readonly LiftedLeaf[]): WhatIfAnswer => {
    const gained = plan.reduce((sum, { gain }) => sum + toAmount(gain), 0n);
    const reached = after(gained);
    return {
      status,
      needed: fromAmount(needed),
      assumed: fromAmount(assumed),
      plan,
      cost:
        costs === undefined
          ? null
          : plan.reduce((sum, leaf) => sum.plus(leaf.cost ?? 0), new Big(0)).toFixed(),
      spare: fromAmount(status === "planned" ? gained + assumed - needed : 0n),
      points: reached.points,
      rank: rankAmong(reached, others, ties),
      rankBefore,
    };
  };
  if (question.goal.kind === "ranks" && rankBefore === 1) return answer("first", []);
  if (needed <= assumed) return answer("reached", []);
  const found = choose(leaves, needed - assumed, costs);
  if (found === null) return answer("out_of_reach", []);
  return answer("planned", found);
}

function targetOf({ own, others, ties, goal }: WhatIfQuestion, rank: number): string {
  if (goal.kind === "points") return new Big(own.points).plus(goal.points).toFixed();
  return pointsForRank(own, others, Math.max(1, rank - goal.ranks), ties);
}

function choose(
  leaves: readonly WhatIfLeaf[],
  needed: bigint,
  costs: ReadonlyMap<string, string> | undefined,
): readonly LiftedLeaf[] | null {
  const gaps = leaves
    .filter(({ kind }) => liftable.has(kind))
    .map((leaf) => ({ ...leaf, gap: toAmount(leaf.max) - toAmount(leaf.points) }));
  const chosen =
    costs === undefined
      ? fewestLeaves(
          gaps.map((leaf) => ({ ...leaf, gain: leaf.gap })),
          needed,
        )
      : cheapestLeaves(
          gaps.flatMap((leaf) => {
            const cost = costs.get(leaf.code);
            return cost === undefined ? [] : [{ ...leaf, gain: leaf.gap, cost: toAmount(cost) }];
          }),
          needed,
        );
  if (chosen === null) return null;
  return chosen.map(({ code, kind, points, max, gain }) => ({
    code,
    kind,
    points,
    max,
    gain: fromAmount(gain),
    cost: costs?.get(code) ?? null,
  }));
}
