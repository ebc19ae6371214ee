import { Big } from "big.js";
import type { Path } from "../spec/parsed.ts";
import { type Say, sayTwice } from "../spec/sayTwice.ts";
import { ExpressionError, parseExpression } from "./expression.ts";
import { expressionType, type ValueType } from "./expressionType.ts";
import type { Rule, RuleOf } from "./rule.ts";

/** The rules of a rule: every input named once and used as what it is, bounds in order, caps within the maximum. */
export function checkRule(rule: Rule, max: string | undefined, say: Say): void {
  sayTwice(
    rule.inputs.map((input) => input.code),
    (i) => ["inputs", i, "code"],
    say,
  );
  rule.inputs.forEach(({ code }, i) => {
    if (["max", "least", "greatest", "and", "or", "not"].includes(code))
      say(["inputs", i, "code"], `${code} is a word of formulas; an input needs another name`);
  });
  if (rule.kind === "share") checkShare(rule, say);
  if (rule.kind === "formula") checkFormula(rule, say);
  if (rule.kind === "yes_no" && rule.inputs[0]?.kind !== "yes_no")
    say(["inputs", 0, "kind"], "is number; a yes_no rule asks a yes/no");
  if (rule.kind === "count" || rule.kind === "deduct") {
    if (rule.inputs[0]?.kind !== "number")
      say(["inputs", 0, "kind"], `is yes_no; a ${rule.kind} needs a number`);
    if (rule.cap !== undefined && max !== undefined && new Big(rule.cap).gt(max))
      say(["cap"], `is ${rule.cap}, above the maximum of ${max} points`);
  }
}

function checkShare(rule: RuleOf<"share">, say: Say): void {
  const isPercent = rule.percent !== undefined;
  const isRatio = rule.part !== undefined && rule.whole !== undefined;
  if (isPercent === isRatio || (isPercent && (rule.part ?? rule.whole) !== undefined))
    say([], "a share has either percent, or part and whole");
  for (const key of ["percent", "part", "whole"] as const) {
    const input = rule.inputs.find(({ code }) => code === rule[key]);
    if (rule[key] !== undefined && input?.kind !== "number")
      say([key], `${rule[key]} is not a number among the inputs`);
  }
  if (new Big(rule.zero_below).gt(rule.full_from))
    say(["zero_below"], `is ${rule.zero_below}, above full_from ${rule.full_from}`);
  if (rule.between === "proportional" && new Big(rule.full_from).gt(100))
    say(["full_from"], `is ${rule.full_from}; a proportional share is full at 100 or before`);
}

function checkFormula(rule: RuleOf<"formula">, say: Say): void {
  const names = new Map<string, ValueType>([["max", "number"]]);
  for (const input of rule.inputs) names.set(input.code, input.kind);
  const check = (text: string, type: ValueType, path: Path) => {
    try {
      if (expressionType(parseExpression(text), names) !== type)
        say(
          path,
          `"${text}" is ${type === "number" ? "a condition, not a number" : "a number, not a condition"}`,
        );
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      say(path, `"${text}": ${error.message}`);
    }
  };
  rule.branches.forEach(({ when, points }, i) => {
    const isLast = i === rule.branches.length - 1;
    if (when !== undefined) check(when, "yes_no", ["branches", i, "when"]);
    if (isLast && when !== undefined)
      say(["branches", i, "when"], "the last branch holds otherwise: it has no condition");
    if (!isLast && when === undefined)
      say(["branches", i], "needs a condition: only the last branch holds otherwise");
    check(points, "number", ["branches", i, "points"]);
  });
}
