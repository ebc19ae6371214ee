import { describe, expect, test } from "vitest";
import type { RuleOf } from "../../../models/frameworks/rule.ts";
import { estimateShares } from "../../../models/officials/estimateShares.ts";
import { type ListedGroup, nonresponseClasses } from "../../../models/officials/listedGroups.ts";
import {
  bootstrapError,
  deltaError,
  needsBootstrap,
  replicateLeaves,
  type SurveyedLeaf,
  type UnitSurvey,
} from "../../../models/officials/nodeErrors.ts";
import { randomUniform, seededStream } from "../../../models/statistics/index.ts";

const linear: RuleOf<"share"> = {
  kind: "share",
  inputs: [{ code: "percent", name: { vi: "kết quả", en: "result" }, kind: "number" }],
  percent: "percent",
  full_from: "100",
  zero_below: "0",
  between: "proportional",
};
const stream = seededStream(11, "answers");
const levels = [0, 0.25, 0.5, 0.75, 1];
const draw = (n: number) =>
  Array.from({ length: n }, () => {
    const person = randomUniform(stream);
    return [0, 1].map(() => levels[Math.min(4, Math.floor(2.5 * (person + randomUniform(stream))))]!);
  });
const groups: ListedGroup[] = [
  { code: "a", listed: 60, weight: 0.4, answers: draw(35) },
  { code: "b", listed: 90, weight: 0.6, answers: draw(50) },
];
const classes = nonresponseClasses(groups, 5);
const { shares, classes: covariances } = estimateShares(classes, [[0], [1]], "mean_of_items");

function survey(rule: RuleOf<"share">): UnitSurvey {
  const official = (code: string, max: number, q: number): SurveyedLeaf => ({
    code,
    kind: "survey",
    rule,
    max,
    share: shares[q]!,
    se: 0,
    df: 1,
  });
  const sipas: SurveyedLeaf = {
    code: "2.1",
    kind: "sipas",
    rule: linear,
    max: 10,
    share: 0.82,
    se: 0.015,
    df: 2,
  };
  return {
    unit: "u",
    leaves: [official("1.1", 3, 0), official("1.2", 2, 1), sipas],
    officialLeaves: ["1.1", "1.2"],
    covariances,
  };
}
const items = new Map([
  ["1.1", [0]],
  ["1.2", [1]],
]);
const repeat = (own: UnitSurvey, replicates = 4000) =>
  replicateLeaves(own, classes, items, "mean_of_items", { replicates, seed: 3 });
const inTotal = () => true;
const inArea1 = (code: string) => code.startsWith("1.");

describe("the error of a node", () => {
  test("by hand: the total's variance is that of both surveys, weighted by the points a whole share is worth", () => {
    const V = (i: number, j: number) =>
      covariances.reduce((sum, { covariance }) => sum + covariance[i]![j]!, 0);
    const officials = 9 * V(0, 0) + 4 * V(1, 1) + 12 * V(0, 1);
    expect(deltaError(survey(linear), inArea1).se).toBeCloseTo(Math.sqrt(officials), 13);
    expect(deltaError(survey(linear), inTotal).se).toBeCloseTo(Math.sqrt(officials + 0.15 ** 2), 13);
  });

  test("the leaves of one survey go together: their sum varies more than if they were independent", () => {
    const own = survey(linear);
    const alone = ["1.1", "1.2"].map((leaf) => deltaError(own, (code) => code === leaf).se ** 2);
    expect(deltaError(own, inArea1).se ** 2).toBeGreaterThan(alone[0]! + alone[1]!);
  });

  test("a node without a surveyed leaf has no error", () => {
    expect(deltaError(survey(linear), () => false)).toMatchObject({ se: 0, df: Number.POSITIVE_INFINITY });
  });

  test("delta method and the whole computation repeated agree where every rule is a line", () => {
    const own = survey(linear);
    const replicates = repeat(own);
    expect(needsBootstrap(own)).toBe(false);
    for (const inNode of [inTotal, inArea1, (code: string) => code === "1.2"]) {
      const ratio = bootstrapError(own, replicates, inNode).se / deltaError(own, inNode).se;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.04); // 4,000 replicates: standard error of the ratio 1.1 %
    }
  });

  test("below a cap that every replicate passes nothing varies, which the delta method cannot see", () => {
    const own = survey({ ...linear, full_from: "20" });
    const { se, ends } = bootstrapError(own, repeat(own, 500), inArea1);
    expect(needsBootstrap(own)).toBe(true);
    expect([se, ends]).toEqual([0, [5, 5]]);
    expect(deltaError(own, inArea1).se).toBeGreaterThan(0.05);
  });

  test("near a threshold points jump: their error is larger than the line's", () => {
    const threshold = String(Math.round(10000 * shares[0]!) / 100);
    const own = survey({ ...linear, zero_below: threshold });
    const leaf = (code: string) => code === "1.1";
    expect(bootstrapError(own, repeat(own, 500), leaf).se).toBeGreaterThan(3 * deltaError(own, leaf).se);
  });
});
