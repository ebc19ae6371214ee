import { expect, test } from "vitest";
import { estimateNode, type NodeParts } from "../../../models/sipas/estimateNode.ts";

const parts: NodeParts = {
  value: 0.8,
  isProportion: true,
  n: 400,
  df: 2,
  minimumN: 30,
  variance: () => ({ variance: 0.0009, srsVariance: 0.0004 }),
};

/** The 97.5 % point of Student's t on 2 degrees of freedom has a closed form: 0.95/√(2 · 0.975 · 0.025) = 4.3027. */
const t = 0.95 / Math.sqrt(2 * 0.975 * 0.025);

test("an interval on two degrees of freedom is 4.30 standard errors to each side, cut at 100 %", () => {
  const { se, low, high, deff, nEff, status } = estimateNode(parts);
  expect(status).toBe("ok");
  expect(se).toBeCloseTo(0.03, 12);
  expect(low).toBeCloseTo(0.8 - t * 0.03, 12);
  expect(high).toBeCloseTo(0.8 + t * 0.03, 12);
  expect(deff).toBeCloseTo(2.25, 12);
  expect(nEff).toBeCloseTo(400 / 2.25, 10);
  expect(estimateNode({ ...parts, value: 0.95 }).high).toBe(1);
});

test("F64: a share of 100 % keeps an interval that goes below it, and asks for no variance", () => {
  const variance = () => {
    throw new Error("asked");
  };
  const all = estimateNode({ ...parts, value: 1, n: 31, variance });
  expect(all).toMatchObject({ share: 1, se: 0, high: 1, status: "ok" });
  expect(all.low).toBeGreaterThan(0.2);
  expect(all.low).toBeLessThan(0.95);
});

test("a share that weights were raked to is known: no error, no interval around it, no effective sample size", () => {
  const variance = () => ({ variance: 1e-21, srsVariance: 0.0004 });
  expect(estimateNode({ ...parts, variance })).toMatchObject({
    ...{ share: 0.8, se: 0, low: 0.8, high: 0.8, deff: 0, nEff: null, n: 400, df: 2, status: "ok" },
  });
});

test("too few answers are suppressed with their number, no answer and one first-stage unit each have their own reason", () => {
  expect(estimateNode({ ...parts, n: 29 })).toMatchObject({ status: "suppressed", share: null, n: null });
  expect(estimateNode({ ...parts, n: 0 })).toMatchObject({ status: "no_responses", share: null, n: 0 });
  expect(estimateNode({ ...parts, value: null })).toMatchObject({ status: "no_responses", share: null });
  expect(estimateNode({ ...parts, df: 0 })).toMatchObject({ status: "one_cluster", share: null, n: 400 });
  const constant = { ...parts, isProportion: false, variance: () => ({ variance: 0, srsVariance: null }) };
  expect(estimateNode(constant)).toMatchObject({ status: "not_estimable", se: null });
});
