import { expect, test } from "vitest";
import { parseExpression } from "../../../models/frameworks/expression.ts";
import { checkValidation } from "../../../models/spec/checkValidation.ts";
import { parseYaml } from "../../../models/spec/parseYaml.ts";
import { toPredicate } from "../../../models/validation/toPredicate.ts";
import { type Validation, validation } from "../../../models/validation/validation.ts";
import { spec } from "../specFiles.ts";

const form = spec.instruments.find(({ instrument }) => instrument === "sipas-2022")!;

test("a formula is written as SQL anew, every name quoted and every operation bracketed", () => {
  expect(toPredicate(parseExpression("n_answered >= 20 and not blank_gender or minutes / 2 < 5"))).toBe(
    `((("n_answered" >= 20) and (not "blank_gender")) or (("minutes"::double / nullif(2, 0)) < 5))`,
  );
});

const file = (fails: string) => `rules:
  - rule: r
    text: { vi: "Quy tắc", en: "Rule" }
    scope: record
    severity: flag
    fails: ${JSON.stringify(fails)}
    status: assumed
    why: { vi: "Vì", en: "Because" }
`;
const problems = (text: string) => {
  const parsed = parseYaml<Validation>("validation.yaml", text, validation);
  return [...parsed.issues, ...checkValidation(parsed, form, ["not_submitted"])].map(
    ({ line, path, message }) => `${line} ${path}: ${message}`,
  );
};

test.each([
  ["a fact that no form has", "speed < 5", '"speed" is none of'],
  ["a number that is no answer yes or no", "minutes + 1", "gives a number; it must say yes or no"],
  ["a way out of the formula", "minutes < 5) or (select 1", "stands where the end of the formula is needed"],
  ["a quotation mark", "minutes < '5'", "has no meaning in a formula"],
  ["a function", "read_csv(minutes) < 5", "stands where the end of the formula is needed"],
])("a rule is refused for %s, with its line", (_, fails, words) => {
  const [problem, ...more] = problems(file(fails));
  expect(more).toEqual([]);
  expect(problem).toMatch(/^6 rules\[?\.?0\]?\.fails: /);
  expect(problem).toContain(words);
});

test("a rule may not be called like a reason that stores give, and may not warn above where it stops", () => {
  const named = file("blank_gender").replace("rule: r\n", "rule: not_submitted\n");
  expect(problems(named).join()).toContain("not_submitted is a reason of exclusion by itself");
  const limits = file("blank_gender").replace(
    "status:",
    "warn_above_percent: 9\n    stop_above_percent: 3\n    status:",
  );
  expect(problems(limits).join()).toContain("is 9, above the 3 at which the run stops");
});
