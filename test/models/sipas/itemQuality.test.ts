import { expect, test } from "vitest";
import {
  alphaEstimate,
  covarianceOf,
  type ItemMoments,
  itemStructure,
} from "../../../models/sipas/itemQuality.ts";

/** Two items of three persons, who weigh 1, 1 and 2. */
const [a, b, w] = [
  [1, 2, 3],
  [1, 3, 3],
  [1, 1, 2],
];
const moments: ItemMoments = {
  n: 3,
  weight: 4,
  sums: [9, 10],
  products: [1 + 4 + 18, 1 + 6 + 18, 1 + 9 + 18],
};

test("covariances from sums are those from persons: the weighted mean of products of deviations, times n/(n − 1)", () => {
  const mean = (x: readonly number[]) => x.reduce((sum, value, i) => sum + w![i]! * value, 0) / 4;
  const byHand = (x: readonly number[], y: readonly number[]) =>
    (1.5 * x.reduce((sum, _, i) => sum + w![i]! * (x[i]! - mean(x)) * (y[i]! - mean(y)), 0)) / 4;
  const found = covarianceOf(moments)!;
  expect(found[0]![0]).toBeCloseTo(byHand(a!, a!), 14);
  expect(found[0]![1]).toBeCloseTo(byHand(a!, b!), 14);
  expect(found[1]![0]).toBe(found[0]![1]);
  expect(found[1]![1]).toBeCloseTo(byHand(b!, b!), 14);
});

test("alpha has the spread of its replicates as error; a replicate without weights is left out", () => {
  const flatter = { ...moments, products: [23, 24, 28] }; // the covariance falls from 0.9375 to 0.5625
  const { alpha, se, df, n, status } = alphaEstimate(moments, () => [moments, flatter, null], {
    df: 2,
    minimumN: 3,
  });
  // 2 (1 − (V11 + V22) / (V11 + 2 V12 + V22)), with V = 1.03125, 0.9375, 1.125
  expect(alpha).toBeCloseTo(2 * (1 - 2.15625 / 4.03125), 12);
  const other = 2 * (1 - 2.15625 / 3.28125);
  expect(se).toBeCloseTo(Math.sqrt((other - (alpha as number)) ** 2 / 2), 12);
  expect([df, n, status]).toEqual([2, 3, "ok"]);
});

test("alpha is withheld below the least number, and says so where one first-stage unit, nobody or no variation gives none", () => {
  const of = (own: ItemMoments, df: number, minimumN: number) =>
    alphaEstimate(own, () => [own, own], { df, minimumN });
  expect(of(moments, 2, 30)).toMatchObject({ status: "suppressed", alpha: null, n: null });
  expect(of(moments, 0, 3)).toMatchObject({ status: "one_cluster", alpha: null, n: 3 });
  expect(of({ n: 0, weight: 0, sums: [0, 0], products: [0, 0, 0] }, 2, 3).status).toBe("no_responses");
  const alike = { n: 3, weight: 4, sums: [8, 8], products: [16, 16, 16] };
  expect(of(alike, 2, 3)).toMatchObject({ status: "not_estimable", alpha: null });
  expect(itemStructure(alike)).toMatchObject({ standardisedAlpha: null, firstShare: null, loadings: null });
});

test("two items have no alpha without one of them and no factor model, but two components that share the variance", () => {
  const found = itemStructure(moments)!;
  const r = 0.9375 / Math.sqrt(1.03125 * 1.125);
  expect(found.itemRest[0]).toBeCloseTo(r, 12);
  expect(found.firstShare).toBeCloseTo((1 + r) / 2, 12);
  expect(found.secondShare).toBeCloseTo((1 - r) / 2, 12);
  expect(found.ifDropped).toEqual([null, null]);
  expect(found.loadings).toBeNull();
});
