import type { NodeFormula } from "./nodeFormulas.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** The weighted counts of a scope for one item. */
export interface ItemTotals {
  readonly yes: number;
  readonly counted: number;
}

/** One item in the linearised variable of a node: a·y − r·c, with y 1 for a yes and c 1 where the answer counts. */
export interface LinearTerm {
  readonly item: string;
  readonly a: number;
  readonly r: number;
}

/**
 * A node within a scope (the strata whose answers are pooled): its value, and its linearised variable u = Σ (a·y − r·c)/scale.
 * The scale, the smallest of the weighted counts that it divides by, keeps |Σ (a·y − r·c)| at 1 or below.
 */
export interface LinearForm {
  readonly value: number;
  readonly terms: readonly LinearTerm[];
  readonly scale: number;
}

/**
 * The linearised variable of a weighted sum of ratios Σ_t c_t Y_t/X_t:
 *
 *     u_k = Σ_t c_t (y_tk − R_t x_tk)/X_t
 *
 * Särndal, Swensson, Wretman (1992), Model Assisted Survey Sampling, sections 5.5–5.6.
 *
 * @returns null when some term has no counted answer: there is nothing to estimate
 */
export function linearForm(formula: NodeFormula, totals: ReadonlyMap<string, ItemTotals>): LinearForm | null {
  const ratios = formula.terms.map(({ coefficient, items }) => {
    const own = items.map((item) => totals.get(item));
    const yes = own.reduce((sum, one) => sum + (one?.yes ?? 0), 0);
    const counted = own.reduce((sum, one) => sum + (one?.counted ?? 0), 0);
    return { coefficient, items, ratio: yes / counted, counted };
  });
  if (ratios.length === 0 || ratios.some(({ counted }) => counted === 0)) return null;
  const scale = ratios.reduce((least, { counted }) => Math.min(least, counted), Infinity);
  const terms = ratios.flatMap(({ coefficient, items, ratio, counted }) => {
    const a = coefficient * (scale / counted);
    return items.map((item) => ({ item, a, r: a * ratio }));
  });
  const value = ratios.reduce((sum, { coefficient, ratio }) => sum + coefficient * ratio, 0);
  return { value, terms, scale };
}

/** The weighted counts of every item over some strata. */
export function itemTotals(
  { items, weight, rowsOfStratum }: SurveyCells,
  strata: readonly string[],
): Map<string, ItemTotals> {
  const runs = strata.flatMap((stratum) => [rowsOfStratum.get(stratum) ?? ([0, 0] as const)]);
  return new Map(
    [...items].map(([item, counts]) => {
      let yes = 0;
      let counted = 0;
      for (const [from, to] of runs) {
        for (let row = from; row < to; row++) {
          yes += weight[row]! * counts.yes[row]!;
          counted += weight[row]! * counts.counted[row]!;
        }
      }
      return [item, { yes, counted }] as const;
    }),
  );
}
