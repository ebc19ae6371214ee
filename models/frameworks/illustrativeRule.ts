import type { Big } from "big.js";
import type { LeafKind } from "./framework.ts";
import type { Rule, RuleInput } from "./rule.ts";

/**
 * A made-up rule of the kinds that real sets are known to use, by turns. A survey leaf turns a percentage into points in a
 * straight line; for SIPAS that line is inferred (91.17 % were 9.12 of 10 points), for leaders' surveys it is assumed.
 */
export function illustrativeRule(code: string, kind: LeafKind, max: Big): Rule {
  if (kind === "sipas" || kind === "survey") return linear;
  if (kind === "statistic") return target;
  const turn = code.split(".").reduce((sum, part) => sum + Number(part), 0);
  return (appraisedRules[turn % appraisedRules.length] as (max: Big) => Rule)(max);
}

const number = (code: string, vi: string, en: string): RuleInput => ({
  code,
  name: { vi, en },
  kind: "number",
});

const linear: Rule = {
  kind: "share",
  inputs: [number("percent", "Kết quả khảo sát (%)", "Survey result (%)")],
  percent: "percent",
  full_from: "100",
  zero_below: "0",
  between: "proportional",
};

const target: Rule = {
  kind: "formula",
  inputs: [
    number("outcome", "Kết quả thực hiện", "Outcome"),
    number("target", "Chỉ tiêu được giao", "Target"),
  ],
  branches: [
    { when: "outcome >= target", points: "max" },
    { when: "outcome >= 0.8 * target", points: "outcome / target * max" },
    { points: "0" },
  ],
};

const ratio = [
  number("done", "Số đã hoàn thành", "Done"),
  number("planned", "Tổng số phải hoàn thành", "Planned"),
];

const appraisedRules: readonly ((max: Big) => Rule)[] = [
  () => ({
    kind: "yes_no",
    inputs: [{ code: "issued", name: { vi: "Có ban hành đúng hạn", en: "Issued on time" }, kind: "yes_no" }],
  }),
  () => ({
    kind: "share",
    inputs: ratio,
    part: "done",
    whole: "planned",
    full_from: "100",
    zero_below: "80",
    between: "proportional",
  }),
  (max) => ({
    kind: "count",
    inputs: [number("n_items", "Số văn bản, sáng kiến đạt yêu cầu", "Items that qualify")],
    each: max.div(4).toString(),
  }),
  (max) => ({
    kind: "deduct",
    inputs: [number("n_late", "Số lần chậm hạn", "Times late")],
    each: max.div(5).toString(),
  }),
  () => ({
    kind: "formula",
    inputs: ratio,
    branches: [
      { when: "done >= planned", points: "max" },
      { when: "planned > 0 and done / planned >= 0.5", points: "(done / planned - 0.5) / 0.5 * max" },
      { points: "0" },
    ],
  }),
];
