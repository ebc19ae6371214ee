import { expect, test } from "vitest";
import { countQuantile } from "../../../models/participation/countQuantile.ts";
import { forecastParticipation, formPace } from "../../../models/participation/forecastParticipation.ts";
import { randomUniform } from "../../../models/statistics/randomVariates.ts";
import { seededStream } from "../../../models/statistics/seededStream.ts";

const even = { rate: 0.01, unitVariance: 0, driftVariance: 0, driftDf: 10_000 };
const left = { daysLeft: 10, spanDays: 7 };

test("with units alike and a steady pace, each pending person answers with probability 1 − exp(−rate · days)", () => {
  const { expected } = forecastParticipation({ pending: 100, personDays: 700, answers: 7 }, even, left);
  expect(expected).toBeCloseTo(100 * (1 - Math.exp(-0.1)), 9);
});

test("a unit nobody answers in is not forecast at nothing: it is drawn to the pace of all, as far as units are alike", () => {
  const silent = { pending: 100, personDays: 700, answers: 0 };
  const alike = forecastParticipation(silent, { ...even, unitVariance: 0.01 }, left);
  const unlike = forecastParticipation(silent, { ...even, unitVariance: 4 }, left);
  expect(alike.expected).toBeGreaterThan(unlike.expected);
  expect(unlike.expected).toBeGreaterThan(0);
});

test("where nobody is pending or no day is left, nothing more comes", () => {
  const none = { expected: 0, low: 0, high: 0 };
  expect(forecastParticipation({ pending: 0, personDays: 70, answers: 7 }, even, left)).toEqual(none);
  expect(
    forecastParticipation({ pending: 10, personDays: 70, answers: 7 }, even, { daysLeft: 0, spanDays: 7 }),
  ).toEqual(none);
});

test("a pace that moved before makes the interval wider, and never beyond those who are pending", () => {
  const own = { pending: 80, personDays: 560, answers: 6 };
  const steady = forecastParticipation(own, even, left);
  const moving = forecastParticipation(own, { ...even, driftVariance: 0.5 }, left);
  expect(moving.high - moving.low).toBeGreaterThan(steady.high - steady.low);
  expect(moving.high).toBeLessThanOrEqual(80);
});

test("there is no pace without an answer, or without three spans to compare", () => {
  const unit = { pending: 10, personDays: 70, answers: 3 };
  expect(formPace([{ ...unit, answers: 0 }], [unit, unit, unit])).toBeNull();
  expect(formPace([unit], [unit, unit])).toBeNull();
});

test("the pace of two units and three spans, by hand", () => {
  const units = [
    { pending: 5, personDays: 100, answers: 1 },
    { pending: 5, personDays: 100, answers: 9 },
  ];
  const spans = [
    { personDays: 200, answers: 10 },
    { personDays: 200, answers: 20 },
    { personDays: 200, answers: 20 },
  ];
  const pace = formPace(units, spans)!;
  expect(pace.rate).toBe(10 / 200);
  // μ = 5 for both: ((1 − 5)² − 5 + (9 − 5)² − 5) / (25 + 25) = 22 / 50
  expect(pace.unitVariance).toBeCloseTo(0.44, 12);
  expect(pace.driftVariance).toBeCloseTo(Math.max(0, (Math.log(2) ** 2 - 0.15 - 0.1) / 2), 12);
  expect(pace.driftDf).toBe(2);
});

test("a quantile of a binomial count is the smallest count that reaches the level", () => {
  // four coins: 1/16, 5/16, 11/16, 15/16, 1
  expect([0.05, 0.3, 0.31, 0.32, 0.7, 0.95].map((level) => countQuantile(4, [0.5], level))).toEqual([
    0, 1, 1, 2, 3, 4,
  ]);
  expect(countQuantile(4, [0, 1], 0.5)).toBe(0);
  expect(countQuantile(4, [0, 1], 0.51)).toBe(4);
});

test("exact sum and normal approximation meet where one takes over from the other", () => {
  const [small, large] = [countQuantile(1_000, [0.5], 0.975), countQuantile(1_020, [0.5], 0.975)];
  expect(large - small).toBeGreaterThanOrEqual(9);
  expect(large - small).toBeLessThanOrEqual(12);
});

test("of binomial counts at a known pace, the interval holds about as many as it claims", () => {
  const stream = seededStream(8);
  const pending = 60;
  const { low, high } = forecastParticipation({ pending, personDays: 1e6, answers: 1e4 }, even, left);
  const chance = 1 - Math.exp(-0.1);
  let held = 0;
  for (let i = 0; i < 2_000; i++) {
    let n = 0;
    for (let person = 0; person < pending; person++) if (randomUniform(stream) < chance) n += 1;
    if (low <= n && n <= high) held += 1;
  }
  expect(held / 2_000).toBeGreaterThan(0.94);
  expect(held / 2_000).toBeLessThan(0.99);
});
