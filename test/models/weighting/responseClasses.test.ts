import { describe, expect, test } from "vitest";
import {
  eligibilityFactors,
  propensityFactors,
  responseFactors,
  type SampleArea,
} from "../../../models/weighting/responseClasses.ts";

/** An area whose places weigh one each. */
const area = (
  unit: string,
  psu: string,
  responded: number,
  refused: number,
  ineligible = 0,
  unknown = 0,
): SampleArea => ({
  ...{ unit, psu, respondents: responded, respondentWeight: responded },
  ...{ nonrespondentWeight: refused, ineligibleWeight: ineligible, unknownWeight: unknown },
});
const name = (unit: string) => `unit ${unit} of round 2022`;
const factors = (found: readonly { readonly factor: number }[]) => found.map(({ factor }) => factor);

describe("unknown eligibility", () => {
  test("is spread over all that is known, and the share of the ineligible leaves with them", () => {
    const areas = [area("01", "a", 6, 2, 2, 1)];
    expect(factors(eligibilityFactors(areas, { rule: "proportional", within: "cluster" }))).toEqual([1.1]);
    expect(factors(eligibilityFactors(areas, { rule: "all_eligible", within: "cluster" }))).toEqual([9 / 8]);
  });

  test("never makes a respondent: an area that knows nothing joins the next of its province", () => {
    const areas = [area("01", "a", 0, 0, 0, 4), area("01", "b", 8, 2, 0, 0), area("02", "c", 5, 0, 0, 0)];
    const found = eligibilityFactors(areas, { rule: "proportional", within: "cluster" });
    expect(factors(found)).toEqual([1.4, 1.4, 1]);
    expect(found.map(({ classNumber }) => classNumber)).toEqual([1, 1, 2]);
  });

  test("of a province that knows nothing at all changes nothing", () => {
    expect(
      factors(eligibilityFactors([area("01", "a", 0, 0, 0, 4)], { rule: "proportional", within: "unit" })),
    ).toEqual([1]);
  });
});

describe("classes of nonresponse", () => {
  const limits = { minimumRespondents: 3, largestFactor: 3 };

  test("let respondents take over the weight of the eligible in their class", () => {
    const areas = [area("01", "a", 6, 2), area("01", "b", 5, 5)];
    expect(factors(responseFactors(areas, [1, 1], { ...limits, within: "psu" }, name))).toEqual([8 / 6, 2]);
  });

  test("weigh what the eligibility of each area left", () => {
    const areas = [area("01", "a", 6, 0), area("01", "a", 4, 2)];
    expect(factors(responseFactors(areas, [1, 1.5], { ...limits, within: "psu" }, name))).toEqual([
      15 / 12,
      15 / 12,
    ]);
  });

  test("merge, where too few responded or would weigh too much, with their neighbour in the frame and within the province", () => {
    const areas = [
      area("01", "a", 2, 1),
      area("01", "b", 6, 0),
      area("01", "c", 4, 12),
      area("02", "d", 9, 0),
    ];
    const found = responseFactors(areas, [1, 1, 1, 1], { ...limits, within: "cluster" }, name);
    expect(factors(found)).toEqual([25 / 12, 25 / 12, 25 / 12, 1]);
  });

  test("of a province in which nobody responded weigh nobody more (F63)", () => {
    const areas = [area("01", "a", 0, 7), area("02", "b", 7, 0)];
    expect(factors(responseFactors(areas, [1, 1], { ...limits, within: "cluster" }, name))).toEqual([1, 1]);
  });

  test("stop where a whole province would weigh more than the round allows", () => {
    expect(() =>
      responseFactors([area("01", "a", 3, 9)], [1], { ...limits, within: "cluster" }, name),
    ).toThrow(
      "Nonresponse of unit 01 of round 2022: with all its areas in one class every respondent would weigh 4.000 times; the round allows 3.",
    );
  });

  test("of propensity are made over provinces, from the least likely to respond", () => {
    const areas = [area("01", "a", 4, 4), area("02", "b", 8, 0), area("03", "c", 3, 5)];
    const found = propensityFactors(areas, [1, 1, 1], { ...limits, classOfArea: [0, 1, 0] }, "round 2022");
    expect(factors(found)).toEqual([16 / 7, 1, 16 / 7]);
  });
});
