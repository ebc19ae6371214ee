import type { Issue } from "../errors.ts";
import { ExpressionError, parseExpression } from "../frameworks/expression.ts";
import { expressionType } from "../frameworks/expressionType.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { factsOf } from "../validation/facts.ts";
import type { Validation } from "../validation/validation.ts";
import type { Parsed } from "./parsed.ts";
import { sayTwice } from "./sayTwice.ts";

/** Every rule has a code of its own, and a formula that says yes or no of facts that the round's form has. */
export function checkValidation(
  parsed: Parsed<Validation>,
  form: Instrument,
  taken: readonly string[],
): Issue[] {
  const issues: Issue[] = [];
  const rules = parsed.value?.rules ?? [];
  const names = factsOf(form);
  sayTwice(
    rules.map(({ rule }) => rule),
    (i) => ["rules", i, "rule"],
    (path, message) => issues.push(parsed.at(path, message)),
  );
  rules.forEach(({ rule, fails, warn_above_percent, stop_above_percent }, i) => {
    const say = (field: string, message: string) => issues.push(parsed.at(["rules", i, field], message));
    if (taken.includes(rule))
      say("rule", `${rule} is a reason of exclusion by itself; a rule needs another code`);
    if ((warn_above_percent ?? 0) > (stop_above_percent ?? 100))
      say(
        "warn_above_percent",
        `is ${warn_above_percent}, above the ${stop_above_percent} at which the run stops`,
      );
    try {
      if (expressionType(parseExpression(fails), names) !== "yes_no")
        say("fails", "gives a number; it must say yes or no");
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      say("fails", shortened(error.message));
    }
  });
  return issues;
}

/** Of the many names of a form, a message lists the first ones. */
function shortened(message: string): string {
  return message.length > 300 ? `${message.slice(0, 300)} …` : message;
}
