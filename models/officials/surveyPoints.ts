import { evaluateRule } from "../frameworks/evaluateRule.ts";
import type { Rule } from "../frameworks/rule.ts";

/**
 * The points that a surveyed leaf's rule makes of a share, exact to nine decimals; null where the rule cannot.
 *
 * @param share 0 to 1; it enters the rule as percent with nine decimals
 * @example surveyPoints(proportional, "3.15", 0.8) // "2.52"
 */
export function surveyPoints(rule: Rule, max: string, share: number): string | null {
  const [input, ...others] = rule.inputs;
  if (input === undefined || others.length > 0) return null;
  const made = evaluateRule(rule, max, { [input.code]: (100 * share).toFixed(9) });
  return made.status === "scored" ? made.points : null;
}

/**
 * The same as a function of doubles, for repeating a computation many times; the points of record are exact.
 *
 * @example toPointsOf({ ...rule, full_from: "80" }, 2)(0.85) // 2
 */
export function toPointsOf(rule: Rule, max: number): (share: number) => number {
  if (rule.kind !== "share") return (share) => Number(surveyPoints(rule, String(max), share) ?? 0);
  const full = Number(rule.full_from) / 100;
  const zero = Number(rule.zero_below) / 100;
  const isProportional = rule.between === "proportional";
  return (share) => {
    if (share >= full) return max;
    if (share < zero) return 0;
    return isProportional ? share * max : ((share - zero) / (full - zero)) * max;
  };
}

/**
 * Are the points one straight line from nothing at 0 % to the maximum at 100 %? Only then is share × maximum all there is, and
 * the delta method exact; a threshold or a cap needs the whole computation repeated.
 *
 * @example isLinear({ ...rule, full_from: "80" }) // false: from 80 % the maximum is a cap
 */
export function isLinear(rule: Rule): boolean {
  return rule.kind === "share" && Number(rule.full_from) === 100 && Number(rule.zero_below) === 0;
}
