import { Big } from "big.js";
import { evaluateExpression } from "./evaluateExpression.ts";
import { parseExpression } from "./expression.ts";
import { compare, type Fraction, fraction, maybeDivide, multiply, subtract, toPoints } from "./fraction.ts";
import type { Rule, RuleInput, RuleOf } from "./rule.ts";

/** What a rule makes of declared figures: points with the steps that led there, or why there are none. */
export type RuleResult =
  | { readonly status: "scored"; readonly points: string; readonly steps: readonly string[] }
  | { readonly status: "missing"; readonly inputs: readonly string[] }
  | { readonly status: "impossible"; readonly problem: string };

/** Declared figures by input: decimal text, or `yes` and `no`. An absent or empty one is missing, never zero. */
export type Inputs = Readonly<Record<string, string | null | undefined>>;

interface Outcome {
  readonly value: Fraction;
  readonly steps: readonly string[];
}

class Impossible extends Error {}

/**
 * The points of a leaf by its scoring rule, exact: fractions until the end, then nine decimals half up once.
 * Points above the maximum or below zero, and a division by zero, are impossible rather than cut to fit.
 *
 * @example evaluateRule(rule, "1.5", { done: "9", planned: "10" }) // { status: "scored", points: "1.35", … }
 */
export function evaluateRule(rule: Rule, max: string, inputs: Inputs): RuleResult {
  const missing = rule.inputs.filter(({ code }) => (inputs[code] ?? "") === "").map(({ code }) => code);
  if (missing.length > 0) return { status: "missing", inputs: missing };
  try {
    const { value, steps } = apply(rule, fraction(max), inputs);
    const points = toPoints(value);
    if (points.lt(0) || points.gt(max))
      throw new Impossible(`the rule gives ${points.toString()} points; the leaf has 0 to ${max}`);
    return { status: "scored", points: points.toString(), steps: [...steps, `= ${points.toString()}`] };
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return { status: "impossible", problem: error.message };
  }
}

function apply(rule: Rule, max: Fraction, inputs: Inputs): Outcome {
  switch (rule.kind) {
    case "yes_no": {
      const isYes = readInput(rule.inputs[0] as RuleInput, inputs) === true;
      return { value: isYes ? max : fraction(0), steps: [isYes ? "yes: the maximum" : "no: 0"] };
    }
    case "share":
      return applyShare(rule, max, inputs);
    case "count": {
      const most = rule.cap === undefined ? max : fraction(rule.cap);
      const earned = pieces(rule, inputs);
      const isCapped = compare(earned.value, most) > 0;
      return {
        value: isCapped ? most : earned.value,
        steps: isCapped ? [...earned.steps, `at most ${text(most)}`] : earned.steps,
      };
    }
    case "deduct": {
      const most = rule.cap === undefined ? max : fraction(rule.cap);
      const lost = pieces(rule, inputs);
      const loss = compare(lost.value, most) > 0 ? most : lost.value;
      return { value: subtract(max, loss), steps: [...lost.steps, `${text(max)} − ${text(loss)}`] };
    }
    case "formula":
      return applyFormula(rule, max, inputs);
  }
}

function pieces(rule: RuleOf<"count" | "deduct">, inputs: Inputs): Outcome {
  const input = rule.inputs[0] as RuleInput;
  const count = readNumber(input, inputs);
  if (compare(count, fraction(0)) < 0 || !count.over.round(0).eq(count.over))
    throw new Impossible(`${input.code} is ${text(count)}; a count is a whole number from 0`);
  return { value: multiply(count, fraction(rule.each)), steps: [`${text(count)} × ${rule.each}`] };
}

function applyShare(rule: RuleOf<"share">, max: Fraction, inputs: Inputs): Outcome {
  const percent = readPercent(rule, inputs);
  const step = `${toPoints(percent).toString()} %`;
  const [full, zero] = [fraction(rule.full_from), fraction(rule.zero_below)];
  if (compare(percent, full) >= 0)
    return { value: max, steps: [step, `from ${rule.full_from} %: the maximum`] };
  if (compare(percent, zero) < 0)
    return { value: fraction(0), steps: [step, `below ${rule.zero_below} %: 0`] };
  const portion =
    rule.between === "proportional"
      ? maybeDivide(percent, fraction(100))
      : maybeDivide(subtract(percent, zero), subtract(full, zero));
  return {
    value: multiply(max, portion as Fraction),
    steps: [step, `${rule.between}, of ${text(max)}`],
  };
}

function readPercent(rule: RuleOf<"share">, inputs: Inputs): Fraction {
  const read = (code: string | undefined) => {
    const value = readNumber(rule.inputs.find((input) => input.code === code) as RuleInput, inputs);
    if (compare(value, fraction(0)) < 0) throw new Impossible(`${code} is ${text(value)}, below 0`);
    return value;
  };
  if (rule.percent !== undefined) return read(rule.percent);
  const share = maybeDivide(multiply(read(rule.part), fraction(100)), read(rule.whole));
  if (share === null) throw new Impossible(`${rule.whole} is 0: there is no share of nothing`);
  return share;
}

function applyFormula(rule: RuleOf<"formula">, max: Fraction, inputs: Inputs): Outcome {
  const values = new Map<string, Fraction | boolean>([["max", max]]);
  for (const input of rule.inputs) values.set(input.code, readInput(input, inputs));
  for (const { when, points } of rule.branches) {
    const holds = when === undefined ? true : evaluateExpression(parseExpression(when), values);
    if (holds === null) throw new Impossible(`the condition "${when}" divides by zero`);
    if (!holds) continue;
    const value = evaluateExpression(parseExpression(points), values);
    if (value === null) throw new Impossible(`the formula "${points}" divides by zero`);
    return { value: value as Fraction, steps: [...(when === undefined ? [] : [when]), points] };
  }
  throw new Impossible("no branch of the formula holds");
}

function readInput(input: RuleInput, inputs: Inputs): Fraction | boolean {
  if (input.kind === "number") return readNumber(input, inputs);
  const value = inputs[input.code];
  if (value !== "yes" && value !== "no")
    throw new Impossible(`${input.code} is "${value}"; yes or no is needed`);
  return value === "yes";
}

function readNumber({ code }: RuleInput, inputs: Inputs): Fraction {
  const value = inputs[code] ?? "";
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(value))
    throw new Impossible(`${code} is "${value}"; plain digits with a point are needed`);
  return fraction(new Big(value));
}

function text(value: Fraction): string {
  return toPoints(value).toString();
}
