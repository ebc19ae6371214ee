import { describe, expect, test } from "vitest";
import type { RuleOf } from "../../../models/frameworks/rule.ts";
import {
  alternatives,
  indexUnder,
  reference,
  schemes,
  type UnitParts,
} from "../../../models/rankings/alternatives.ts";
import { robustness } from "../../../models/rankings/robustness.ts";

const linear: RuleOf<"share"> = {
  kind: "share",
  inputs: [{ code: "percent", name: { vi: "kết quả", en: "result" }, kind: "number" }],
  percent: "percent",
  full_from: "100",
  zero_below: "0",
  between: "proportional",
};
const leaf = (kind: "survey" | "sipas", max: number, share: number, plain = share) => ({
  kind,
  max,
  rule: linear,
  shares: Object.fromEntries(
    schemes.map((scheme) => [scheme, scheme === "plain" ? plain : share]),
  ) as UnitParts["areas"][number]["leaves"][number]["shares"],
});
/** Area 1: 50 points, appraised. Area 2: 30 appraised, 10 officials, 10 SIPAS. */
const unit = (
  code: string,
  first: number,
  self: number,
  second: number,
  officials: number,
  sipas: number,
  plain = officials,
) => ({
  code,
  se: 0,
  areas: [
    { code: "1", fixed: { final: first, appraised_1: first, self }, max: 50, leaves: [] },
    {
      code: "2",
      fixed: { final: second, appraised_1: second, self: second },
      max: 50,
      leaves: [leaf("survey", 10, officials, plain), leaf("sipas", 10, sipas)],
    },
  ],
});
const a = unit("a", 40, 50, 20, 0.8, 0.9);
const b = unit("b", 45, 45, 15, 0.8, 0.7, 0.9);

describe("an index under other rules, by hand", () => {
  test("as it stands: 40 + 20 + 8 + 9 = 77 of 100", () => {
    expect(indexUnder(a, reference)).toBe(77);
  });

  test("self-scored, SIPAS left out, from 50 %, one area out, every form alike", () => {
    expect(indexUnder(a, { ...reference, stage: "self" })).toBe(87);
    expect(indexUnder(a, { ...reference, sipas: "left_out" })).toBeCloseTo((100 * 68) / 90, 12);
    expect(indexUnder(a, { ...reference, sipas: "from_50" })).toBe(40 + 20 + 8 + 8);
    expect(indexUnder(a, { ...reference, areaOut: "2" })).toBe(80);
    expect(indexUnder(b, { ...reference, scheme: "plain" })).toBe(45 + 15 + 9 + 7);
  });

  test("what changes nothing is said to be the same, and what cannot be applied is said too", () => {
    const status = new Map(alternatives([a, b]).map((own) => [own.code, own.status]));
    expect(status.get("officials_by_list")).toBe("same");
    expect(status.get("officials_plain")).toBe("applied");
    expect(status.get("sipas_plain")).toBe("not_applied");
    expect([...status.keys()].slice(-2)).toEqual(["without_1", "without_2"]);
  });
});

describe("everything varied at once", () => {
  test("units that no choice and no error can bring together never move, and nothing explains what does not vary", () => {
    const made = robustness([unit("a", 50, 50, 30, 1, 1), unit("z", 5, 5, 1, 0.1, 0.1)]);
    expect(made?.meanShift).toBe(0);
    expect(made?.units.map(({ low, median, high }) => [low, median, high])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(made?.sensitivities.every(({ first, total }) => first === 0 && total === 0)).toBe(true);
  });

  test("where only the area left out matters, it explains all of the variance", () => {
    const made = robustness([unit("a", 50, 50, 0, 0.5, 0.5), unit("b", 0, 0, 29, 0.5, 0.5)]);
    const total = new Map(made?.sensitivities.map((own) => [own.input, own.total]));
    expect(total.get("area")).toBeGreaterThan(0.95);
    expect(total.get("stage")).toBe(0);
    expect(total.get("sampling")).toBe(0);
  });

  test("the same seed gives the same numbers", () => {
    const units = [a, b, unit("c", 42, 44, 18, 0.7, 0.8)].map((own) => ({ ...own, se: 1 }));
    expect(robustness(units, 5)).toEqual(robustness(units, 5));
  });
});
