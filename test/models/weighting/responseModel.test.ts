import { expect, test } from "vitest";
import {
  areaPropensities,
  areaRepresentativeness,
  type ModelledArea,
} from "../../../models/weighting/responseModel.ts";

const area = (region: string, asked: number, responded: number, persons = 100): ModelledArea => ({
  ...{ region, unitType: "province", persons, asked, responded },
});

test("a classification alone has the response rate of each category as its propensity", () => {
  const model = areaPropensities(
    [area("north", 10, 8), area("south", 10, 4), area("south", 10, 6)],
    ["region"],
  );
  expect(Array.from(model!.propensities, (p) => Number(p.toFixed(9)))).toEqual([0.8, 0.5, 0.5]);
});

test("a term that is the same everywhere, or follows from those before it, is left out and said", () => {
  const areas = [area("north", 10, 8), { ...area("south", 10, 4), unitType: "city" }];
  expect(areaPropensities(areas, ["region", "unit_type", "persons"])!.terms).toEqual(["region"]);
});

test("by hand: two regions that respond by 80 and 50 % have S of 0.15 and R of 0.7, less what 40 people leave to chance", () => {
  const { indicator, adjusted, partial } = areaRepresentativeness(
    [area("north", 20, 16), area("south", 20, 10)],
    ["region"],
  );
  // S² = 40·0.15²/39; of estimating: (0.8·0.2/20 + 0.5·0.5/20)/4
  expect(indicator).toBeCloseTo(1 - 2 * Math.sqrt((40 * 0.0225) / 39), 9);
  expect(adjusted).toBeCloseTo(1 - 2 * Math.sqrt((40 * 0.0225) / 39 - (0.008 + 0.0125) / 4), 9);
  expect(partial.get("region")).toBeCloseTo(0.15, 9);
});

test("where everybody responded, or nobody, there is nothing to model and no indicator", () => {
  expect(areaRepresentativeness([area("north", 20, 20), area("south", 5, 5)], ["region"])).toMatchObject({
    ...{ asked: 25, responded: 25, indicator: null, adjusted: null },
  });
  expect(areaPropensities([area("north", 20, 0)], ["region"])).toBeNull();
});
