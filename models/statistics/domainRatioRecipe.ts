import type { Recipe } from "./repeatRecipe.ts";

/** Weighted totals of items in cells that lie within one sampled unit and one domain. */
export interface DomainCells {
  readonly domains: number;
  readonly items: number;
  /** Of each cell, the sampled unit whose factor it takes, and the domain it belongs to. */
  readonly unit: ArrayLike<number>;
  readonly domain: ArrayLike<number>;
  /** Cell totals of w·y and w·x (for a mean, x = 1 where y was answered) at `cell * items + item`. */
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}

/**
 * The recipe of a table of domain ratios from cell totals, Σ f Σ w y / Σ f Σ w x, for weights that need no further step.
 * The table stands domain by domain: domain d's item k at `d * items + k`; null where the denominator is zero.
 *
 * The cost of a replicate follows the number of cells, not of respondents.
 *
 * @example repeatRecipe(raoWuFactors(psus, { replicates: 1000, seed: 1 }), domainRatioRecipe(cells))
 */
export function domainRatioRecipe(cells: DomainCells): Recipe {
  const { domains, items, unit, domain, numerators, denominators } = cells;
  return (factors) => {
    const y = new Float64Array(domains * items);
    const x = new Float64Array(domains * items);
    for (let cell = 0; cell < unit.length; cell++) {
      const factor = factors[unit[cell]!]!;
      if (factor === 0) continue;
      const to = domain[cell]! * items;
      const from = cell * items;
      for (let k = 0; k < items; k++) {
        y[to + k]! += factor * numerators[from + k]!;
        x[to + k]! += factor * denominators[from + k]!;
      }
    }
    return Array.from(y, (total, at) => (x[at]! === 0 ? null : total / x[at]!));
  };
}
