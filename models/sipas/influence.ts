import type { NodeFormula } from "./nodeFormulas.ts";

/** The weighted counts of one first-stage unit (or of a whole province, their sum) for one item. */
export interface ItemTotals {
  readonly satisfied: number;
  readonly counted: number;
}

export type TotalsByItem = ReadonlyMap<string, ItemTotals>;

/**
 * The value of a node and, per first-stage unit, its part in the linearised variance.
 *
 * For a ratio R = Y/X the linearised variable is (y − R·x)/X, which is linear in the respondents, so its total over a
 * first-stage unit needs only that unit's Y and X. A weighted sum of ratios adds their linearised totals.
 *
 * Särndal, Swensson, Wretman (1992), Model Assisted Survey Sampling, sections 5.5–5.6.
 *
 * @returns null when some item of the formula has no counted answer: there is nothing to estimate
 */
export function influence(
  formula: NodeFormula,
  total: TotalsByItem,
  psus: readonly TotalsByItem[],
): { value: number; scores: number[] } | null {
  const scores = new Array<number>(psus.length).fill(0);
  let value = 0;
  for (const { coefficient, items } of formula.terms) {
    const whole = pool(total, items);
    if (whole.counted === 0) return null;
    const ratio = whole.satisfied / whole.counted;
    value += coefficient * ratio;
    for (const [index, psu] of psus.entries()) {
      const own = pool(psu, items);
      scores[index] =
        (scores[index] as number) + (coefficient * (own.satisfied - ratio * own.counted)) / whole.counted;
    }
  }
  return { value, scores };
}

function pool(totals: TotalsByItem, items: readonly string[]): ItemTotals {
  let satisfied = 0;
  let counted = 0;
  for (const item of items) {
    const own = totals.get(item);
    satisfied += own?.satisfied ?? 0;
    counted += own?.counted ?? 0;
  }
  return { satisfied, counted };
}
