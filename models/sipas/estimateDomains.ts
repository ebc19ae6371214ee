import { estimateNode, type NodeEstimate } from "./estimateNode.ts";
import { type ItemTotals, itemTotals, linearForm } from "./linearForm.ts";
import type { NodeFormula } from "./nodeFormulas.ts";
import { nodeVariances, type Scope } from "./nodeVariance.ts";
import { participation } from "./participation.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** A part of the population: some strata, with the share of each where strata are averaged, else null: answers are pooled. */
export interface Domain {
  readonly level: string;
  readonly code: string;
  readonly strata: readonly string[];
  readonly weights: readonly number[] | null;
}

/** The strata whose answers are pooled for a domain: all of it, or each stratum alone. */
export interface ScopeKey {
  readonly code: string;
  readonly strata: readonly string[];
  readonly weight: number;
}

/** A domain that pools is one scope, named after it; one that averages has a scope for each stratum. */
export function scopesOf({ level, code, strata, weights }: Domain): ScopeKey[] {
  if (weights === null) return [{ code: `${level}/${code}`, strata, weight: 1 }];
  return strata.map((stratum, index) => ({
    code: `province/${stratum}`,
    strata: [stratum],
    weight: weights[index] as number,
  }));
}

/** Σ (scale·u)² of the respondents of each row, for a composite node in a scope; null where it is not known. */
export type CompositeSquares = (scope: string, node: string) => Float64Array | null;

/** A node whose linearised variable has one term needs no squares: the counts give them. */
export function isSingleItem({ terms }: NodeFormula): boolean {
  return terms.length === 1 && terms[0]!.items.length === 1;
}

/**
 * Every node in every domain, with errors by linearisation over all stages of the sample and calibration residuals.
 *
 * @param minimumN cells of fewer respondents are suppressed
 */
export function* estimateDomains(
  cells: SurveyCells,
  domains: readonly Domain[],
  formulas: readonly NodeFormula[],
  squares: CompositeSquares,
  minimumN: number,
): Generator<{ domain: Domain; formula: NodeFormula; estimate: NodeEstimate }> {
  const variances = nodeVariances(cells);
  const takingPart = participation(cells);
  const totals = new Map<string, ReadonlyMap<string, ItemTotals>>();
  for (const domain of domains) {
    const scopes = scopesOf(domain);
    for (const { code, strata } of scopes) if (!totals.has(code)) totals.set(code, itemTotals(cells, strata));
    for (const formula of formulas) {
      const isProportion = isSingleItem(formula);
      const { n, df } = takingPart(isProportion ? formula.terms[0]!.items[0]! : null, domain.strata);
      const written = scopes.map((scope) => toScope(scope, formula, totals, isProportion ? null : squares));
      const found = written.every((scope) => scope !== null) ? written : [];
      const estimate = estimateNode({
        value:
          found.length === 0 ? null : found.reduce((sum, { weight, form }) => sum + weight * form.value, 0),
        isProportion,
        n,
        df,
        minimumN,
        variance: () => variances(found, n),
      });
      yield { domain, formula, estimate };
    }
  }
}

function toScope(
  { code, strata, weight }: ScopeKey,
  formula: NodeFormula,
  totals: ReadonlyMap<string, ReadonlyMap<string, ItemTotals>>,
  squares: CompositeSquares | null,
): Scope | null {
  const form = linearForm(formula, totals.get(code) ?? new Map());
  return form && { strata, form, weight, squares: squares?.(code, formula.node) ?? null };
}
