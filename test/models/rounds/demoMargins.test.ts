import { expect, test } from "vitest";
import { demoMargins } from "../../../models/rounds/demoMargins.ts";
import { toMarginsCsv } from "../../../models/rounds/toMarginsCsv.ts";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import { spec, specFilesWith2025 } from "../specFiles.ts";

const registry = unitRegistry(spec);

test.each([
  ["2022", "2022-12-31", 63],
  ["2025", "2025-12-31", 34],
])("the margins of %s are what the generator writes for the provinces of %s", (year, date, n) => {
  const units = registry.unitsOn("province", date);
  expect(units).toHaveLength(n);
  expect(toMarginsCsv(demoMargins(units))).toBe(specFilesWith2025().get(`models/rounds/${year}/margins.csv`));
});

test("every margin of a province adds exactly to its adults: seven tenths of the people of 2019", () => {
  const [hanoi] = registry.unitsOn("province", "2022-12-31");
  const margins = demoMargins(hanoi === undefined ? [] : [hanoi]);
  const total = (code: string) =>
    margins.filter((row) => row.margin_code === code).reduce((sum, row) => sum + row.population, 0);
  expect(["gender", "age", "residence"].map(total)).toEqual([5_637_564, 5_637_564, 5_637_564]); // 0.7 × 8,053,663
});

test("every margin of the demo says that it is invented", () => {
  const said = new Set(
    demoMargins(registry.unitsOn("province", "2022-12-31")).map((row) => `${row.provenance}: ${row.source}`),
  );
  expect([...said]).toEqual([
    "illustrative: số minh họa, không phải tổng điều tra – invented, no census figure",
  ]);
});

test("no margin of a round comes from the census, which holds totals of all ages only", () => {
  expect(
    spec.rounds.flatMap((round) => round.margins).filter((row) => row.provenance !== "illustrative"),
  ).toEqual([]);
});

test("a unit without a population has no margins to invent", () => {
  const [ministry] = registry.unitsOn("ministry", "2022-12-31");
  expect(() => demoMargins(ministry === undefined ? [] : [ministry])).toThrow("Unit bnv has no population.");
});
