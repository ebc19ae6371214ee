import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Cell } from "./demographics.ts";

/** The share of persons whose latent satisfaction is above 0, when it is `intercept` + their effect + a standard normal. */
export function shareSatisfied(intercept: number, cells: readonly Cell[]): number {
  let share = 0;
  for (const cell of cells) share += cell.share * normalCdf(intercept + cell.effect, 0, 1);
  return share;
}

/** The intercept under which `share` (0–1) of the persons are satisfied. The share is so near to one normal's that six steps are exact. */
export function interceptFor(share: number, cells: readonly Cell[]): number {
  let intercept = normalQuantile(share, 0, 1);
  for (let i = 0; i < 6; i++) {
    intercept += normalQuantile(share, 0, 1) - normalQuantile(shareSatisfied(intercept, cells), 0, 1);
  }
  return intercept;
}
