import { expect, test } from "vitest";
import { outcomeRates } from "../../../models/statistics/outcomeRates.ts";

/** The table of twelve persons in the manual of R's outcomerate: I 4, P 2, R 1, NC 1, O 1, UH 1, UO 1, NE 1. */
const twelve = { I: 4, P: 2, R: 1, NC: 1, O: 1, UH: 1, UO: 1, NE: 1 };
const rates = (cases: Parameters<typeof outcomeRates>[0], e?: number) =>
  Object.fromEntries(outcomeRates(cases, e).map(({ code, rate }) => [code, rate]));

test("AAPOR's rates of twelve persons, by hand from the formulas of Standard Definitions", () => {
  expect(rates(twelve, 0.8)).toEqual({
    RR1: 4 / 11,
    RR2: 6 / 11,
    RR3: 4 / 10.6,
    RR4: 6 / 10.6,
    RR5: 4 / 9,
    RR6: 6 / 9,
    COOP1: 4 / 8,
    COOP2: 6 / 8,
    COOP3: 4 / 7,
    COOP4: 6 / 7,
    REF1: 1 / 11,
    REF2: 1 / 10.6,
    REF3: 1 / 9,
    CON1: 8 / 11,
    CON2: 8 / 10.6,
    CON3: 8 / 9,
  });
});

test("without an estimate, unknown cases are as often eligible as those whose eligibility is known", () => {
  expect(rates(twelve)["RR3"]).toBeCloseTo(4 / (9 + 0.9 * 2), 12);
});

test("where nobody was sampled there is no rate, and no NaN", () => {
  const none = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 3 };
  expect(new Set(Object.values(rates(none)))).toEqual(new Set([null]));
});

test("a response rate never falls when cases of unknown eligibility are left out of its base", () => {
  const { RR1, RR3, RR5 } = rates(twelve) as Record<"RR1" | "RR3" | "RR5", number>;
  expect(RR1).toBeLessThan(RR3);
  expect(RR3).toBeLessThan(RR5);
});
