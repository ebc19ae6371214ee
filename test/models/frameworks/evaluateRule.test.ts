import { describe, expect, test } from "vitest";
import { checkRule } from "../../../models/frameworks/checkRule.ts";
import { evaluateRule, type Inputs } from "../../../models/frameworks/evaluateRule.ts";
import { type Rule, rule } from "../../../models/frameworks/rule.ts";
import { formatPath } from "../../../models/spec/parsed.ts";

const name = { vi: "Số", en: "Figure" };
const number = (code: string) => ({ code, name, kind: "number" });
const yesNo = (code: string) => ({ code, name, kind: "yes_no" });
const parse = (raw: unknown): Rule => rule.parse(raw);

const points = (made: Rule, max: string, inputs: Inputs) => {
  const result = evaluateRule(made, max, inputs);
  return result.status === "scored" ? result.points : result.status;
};

const issued = parse({ kind: "yes_no", inputs: [yesNo("issued")] });
const onTime = parse({
  kind: "share",
  inputs: [number("done"), number("planned")],
  part: "done",
  whole: "planned",
  full_from: "100",
  zero_below: "80",
  between: "proportional",
});

describe("yes or no", () => {
  test("yes gives the maximum, no gives zero, and no answer gives no points at all", () => {
    expect(points(issued, "0.75", { issued: "yes" })).toBe("0.75");
    expect(points(issued, "0.75", { issued: "no" })).toBe("0");
    expect(evaluateRule(issued, "0.75", {})).toEqual({ status: "missing", inputs: ["issued"] });
    expect(evaluateRule(issued, "0.75", { issued: "" })).toEqual({ status: "missing", inputs: ["issued"] });
  });

  test("anything else is no answer", () => {
    expect(evaluateRule(issued, "0.75", { issued: "có" })).toEqual({
      status: "impossible",
      problem: 'issued is "có"; yes or no is needed',
    });
  });
});

describe("a share with bands", () => {
  test.each([
    ["100", "100", "1.5"],
    ["120", "100", "1.5"],
    ["99", "100", "1.485"],
    ["80", "100", "1.2"],
    ["79", "100", "0"],
    ["0", "100", "0"],
    ["2", "3", "0"],
    ["5", "6", "1.25"],
    ["6", "7", "1.285714286"],
  ])("%s of %s, full from 100 %%, zero below 80 %%, gives %s of 1.5 points", (done, planned, expected) => {
    expect(points(onTime, "1.5", { done, planned })).toBe(expected);
  });

  test("80 % exactly is within the band, however it comes about", () => {
    expect(points(onTime, "1.5", { done: "0.8", planned: "1" })).toBe("1.2");
    expect(points(onTime, "1.5", { done: "0.799999999", planned: "1" })).toBe("0");
  });

  test("interpolated, half way between the bands gives half the points", () => {
    const made = parse({ ...onTime, zero_below: "60", between: "interpolated" });
    expect(points(made, "1.5", { done: "80", planned: "100" })).toBe("0.75");
    expect(points(made, "1.5", { done: "60", planned: "100" })).toBe("0");
    expect(points(made, "1.5", { done: "100", planned: "100" })).toBe("1.5");
  });

  test("a step without a line between: full from 80 %, else nothing", () => {
    const made = parse({ ...onTime, full_from: "80", zero_below: "80" });
    expect([
      points(made, "1", { done: "80", planned: "100" }),
      points(made, "1", { done: "79.9", planned: "100" }),
    ]).toEqual(["1", "0"]);
  });

  test("a share of nothing is impossible, not zero and not full", () => {
    expect(evaluateRule(onTime, "1.5", { done: "0", planned: "0" })).toEqual({
      status: "impossible",
      problem: "planned is 0: there is no share of nothing",
    });
  });

  test("the steps say how the points came about", () => {
    const result = evaluateRule(onTime, "1.5", { done: "9", planned: "10" });
    expect(result).toMatchObject({ steps: ["90 %", "proportional, of 1.5", "= 1.35"] });
  });
});

describe("count and deduct", () => {
  test("0.5 a piece, three pieces are 1.5, and ten are no more than the cap", () => {
    const made = parse({ kind: "count", inputs: [number("n")], each: "0.5", cap: "2" });
    expect(points(made, "3", { n: "3" })).toBe("1.5");
    expect(points(made, "3", { n: "10" })).toBe("2");
    expect(points(made, "3", { n: "0" })).toBe("0");
    expect(points(parse({ kind: "count", inputs: [number("n")], each: "0.5" }), "3", { n: "10" })).toBe("3");
  });

  test("a penalty within a leaf takes 0.25 a piece from the maximum and never goes below what its cap leaves", () => {
    const made = parse({ kind: "deduct", inputs: [number("late")], each: "0.25", cap: "1" });
    expect(points(made, "1.5", { late: "0" })).toBe("1.5");
    expect(points(made, "1.5", { late: "2" })).toBe("1");
    expect(points(made, "1.5", { late: "9" })).toBe("0.5");
    expect(
      points(parse({ kind: "deduct", inputs: [number("late")], each: "0.25" }), "1.5", { late: "99" }),
    ).toBe("0");
  });

  test.each(["-1", "1.5", "1e3", "1,5", " 1"])("%j is no count", (n) => {
    expect(
      evaluateRule(parse({ kind: "count", inputs: [number("n")], each: "0.5" }), "3", { n }).status,
    ).toBe("impossible");
  });
});

describe("a formula with branches", () => {
  const made = parse({
    kind: "formula",
    inputs: [number("outcome"), number("target")],
    branches: [
      { when: "outcome >= target", points: "max" },
      { when: "outcome >= 0.8 * target", points: "outcome / target * max" },
      { points: "0" },
    ],
  });

  test("the first branch that holds decides", () => {
    expect(points(made, "1.65", { outcome: "8", target: "8" })).toBe("1.65");
    expect(points(made, "1.65", { outcome: "7", target: "8" })).toBe("1.44375");
    expect(points(made, "1.65", { outcome: "6.39", target: "8" })).toBe("0");
  });

  test("points above the maximum or below zero are refused, not cut to fit", () => {
    const wild = parse({ kind: "formula", inputs: [number("x")], branches: [{ points: "x * max" }] });
    expect(evaluateRule(wild, "2", { x: "1.5" })).toEqual({
      status: "impossible",
      problem: "the rule gives 3 points; the leaf has 0 to 2",
    });
    expect(evaluateRule(wild, "2", { x: "-0.5" }).status).toBe("impossible");
    const byZero = parse({ kind: "formula", inputs: [number("x")], branches: [{ points: "max / x" }] });
    expect(evaluateRule(byZero, "2", { x: "0" })).toEqual({
      status: "impossible",
      problem: 'the formula "max / x" divides by zero',
    });
  });
});

describe("a rule is checked when it is read", () => {
  const problems = (raw: unknown, max = "1"): string[] => {
    const found: string[] = [];
    checkRule(parse(raw), max, (path, message) => found.push(`${formatPath(path)}: ${message}`));
    return found;
  };

  test("a sound rule has no problem", () => {
    expect(problems(onTime)).toEqual([]);
    expect(problems(issued)).toEqual([]);
  });

  test("every problem is said at once, with its place", () => {
    expect(
      problems({
        kind: "formula",
        inputs: [number("x"), number("x"), number("max")],
        branches: [{ points: "x" }, { when: "x + 1", points: "y" }, { when: "x > 1", points: "x > 1" }],
      }),
    ).toEqual([
      "inputs[1].code: x stands twice",
      "inputs[2].code: max is a word of formulas; an input needs another name",
      "branches[0]: needs a condition: only the last branch holds otherwise",
      'branches[1].when: "x + 1" is a number, not a condition',
      'branches[1].points: "y": "y" is none of max, x (character 1)',
      "branches[2].when: the last branch holds otherwise: it has no condition",
      'branches[2].points: "x > 1" is a condition, not a number',
    ]);
  });

  test("a share needs percent, or part and whole, and bands in order", () => {
    expect(problems({ ...onTime, whole: undefined, zero_below: "101" })).toEqual([
      ": a share has either percent, or part and whole",
      "zero_below: is 101, above full_from 100",
    ]);
  });

  test("a cap lies within the maximum", () => {
    expect(problems({ kind: "count", inputs: [number("n")], each: "0.5", cap: "2" })).toEqual([
      "cap: is 2, above the maximum of 1 points",
    ]);
  });

  test("an unknown kind of rule is refused", () => {
    expect(rule.safeParse({ kind: "script", inputs: [number("n")], code: "1" }).success).toBe(false);
  });
});
