import { expect, test } from "vitest";
import type { RuleOf } from "../../../models/frameworks/rule.ts";
import { isLinear, surveyPoints } from "../../../models/officials/surveyPoints.ts";

const proportional: RuleOf<"share"> = {
  kind: "share",
  inputs: [{ code: "percent", name: { vi: "kết quả", en: "result" }, kind: "number" }],
  percent: "percent",
  full_from: "100",
  zero_below: "0",
  between: "proportional",
};

test("points are share times maximum, exact to nine decimals: 80 % of 3.15 are 2.52, a third of 3.10 is 1.033333333", () => {
  expect(surveyPoints(proportional, "3.15", 0.8)).toBe("2.52");
  expect(surveyPoints(proportional, "3.10", 1 / 3)).toBe("1.033333333");
});

test("a cap or a threshold is data of the rule, and ends linearity", () => {
  const capped = { ...proportional, full_from: "80" };
  const floored = { ...proportional, zero_below: "50" };
  expect([surveyPoints(capped, "2", 0.85), surveyPoints(floored, "2", 0.49)]).toEqual(["2", "0"]);
  expect([proportional, capped, floored].map(isLinear)).toEqual([true, false, false]);
});

test("a rule that needs more than the survey's result gives no points", () => {
  const [percent] = proportional.inputs;
  const two = { ...proportional, inputs: [percent!, { ...percent!, code: "other" }] };
  expect(surveyPoints(two, "2", 0.5)).toBeNull();
});
