import { expect, test } from "vitest";
import { mergedDomains } from "../../../models/sipas/mergedDomains.ts";

const parts = [
  { unit: "02", successor: "08-2025", population: 900 },
  { unit: "08", successor: "08-2025", population: 300 },
  { unit: "10", successor: "15-2025", population: 700 },
  { unit: "15", successor: "15-2025", population: null },
];

test("F70: a merged province of whose old ones one has no data pools what exists, and says what is missing and how many it covers", () => {
  const [merged] = mergedDomains(parts, new Set(["08"]));
  expect(merged).toEqual({
    domain: { level: "merged", code: "08-2025", strata: ["08"], weights: [1] },
    coverage: 0.25,
    missing: ["02"],
  });
});

test("with data in all of them it is their mean by population; with data in none it has no strata", () => {
  expect(mergedDomains(parts, new Set(["02", "08"]))[0]).toMatchObject({
    domain: { strata: ["02", "08"], weights: [0.75, 0.25] },
    coverage: 1,
    missing: [],
  });
  expect(mergedDomains(parts, new Set())[0]).toMatchObject({
    domain: { strata: [] },
    coverage: 0,
    missing: ["02", "08"],
  });
});

test("a population that is not known is no weight: no value where it would be needed, and coverage is not told", () => {
  const of = (...units: string[]) => mergedDomains(parts, new Set(units))[1];
  expect(of("10", "15")).toMatchObject({ domain: { strata: [] }, coverage: null });
  expect(of("10")).toMatchObject({
    domain: { strata: ["10"], weights: [1] },
    coverage: null,
    missing: ["15"],
  });
});
