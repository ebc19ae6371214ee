import type { Domain } from "./estimateDomains.ts";
import type { NodeFormula } from "./nodeFormulas.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** When the weight of few persons makes a cell: that of the n heaviest is more than k percent of all. */
export interface DominanceRule {
  readonly n: number;
  readonly k: number;
}

interface Weights {
  readonly total: number;
  /** The n largest, heaviest first. */
  readonly largest: readonly number[];
}

/**
 * The (n, k) rule on weighted shares: how much of the weight behind a node the n heaviest respondents hold, in percent.
 *
 *     100 · Σ_t c_t · (n largest of w) · |items of t| / Σ_{i∈t} W_i
 *
 * A cell of yes and no has no amounts, but weights: whoever holds more than half of them decides on which side of one half
 * the published share lies. Of a composite it is the most that can be, as if the heaviest had answered every item.
 *
 * Hundepool et al. (2012), Statistical Disclosure Control, section 4.2.
 *
 * @example dominance(survey, 1)(province, formula) // 3.2: the heaviest person holds 3.2 % of the weight
 */
export function dominance(survey: SurveyCells, n: number): (domain: Domain, formula: NodeFormula) => number {
  const known = new Map<string, Weights>();
  const ofStratum = (item: string, stratum: string): Weights => {
    const key = `${item}/${stratum}`;
    const own = known.get(key) ?? heaviest(survey, item, stratum, n);
    known.set(key, own);
    return own;
  };
  const ofDomain = (item: string, { strata, weights }: Domain): Weights => {
    const each = strata.map((stratum, i): Weights => {
      const own = ofStratum(item, stratum);
      const scale = weights === null || own.total === 0 ? 1 : (weights[i] as number) / own.total;
      return { total: own.total * scale, largest: own.largest.map((weight) => weight * scale) };
    });
    return {
      total: each.reduce((sum, { total }) => sum + total, 0),
      largest: first(
        n,
        each.flatMap(({ largest }) => largest),
      ),
    };
  };
  return (domain, { terms }) =>
    terms.reduce((sum, { coefficient, items }) => {
      const own = items.map((item) => ofDomain(item, domain));
      const total = own.reduce((all, each) => all + each.total, 0);
      const most = Math.max(...own.map(({ largest }) => largest.reduce((all, weight) => all + weight, 0)));
      return total === 0 ? sum : sum + (100 * coefficient * most * items.length) / total;
    }, 0);
}

function heaviest(
  { items, weight, rowsOfStratum }: SurveyCells,
  item: string,
  stratum: string,
  n: number,
): Weights {
  const { counted } = items.get(item)!;
  const [from, to] = rowsOfStratum.get(stratum) ?? [0, 0];
  let total = 0;
  let largest: number[] = [];
  for (let row = from; row < to; row++) {
    const [persons, own] = [counted[row]!, weight[row]!];
    total += persons * own;
    if (persons === 0 || (largest.length === n && own <= largest[n - 1]!)) continue;
    largest = first(n, [...largest, ...new Array<number>(Math.min(persons, n)).fill(own)]);
  }
  return { total, largest };
}

const first = (n: number, weights: readonly number[]): number[] =>
  [...weights].sort((a, b) => b - a).slice(0, n);
