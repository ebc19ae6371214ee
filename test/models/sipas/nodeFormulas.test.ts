import { expect, test } from "vitest";
import { linearForm } from "../../../models/sipas/linearForm.ts";
import { nodeFormulas, type TreeRules } from "../../../models/sipas/nodeFormulas.ts";

const items = [
  { item: "a1", factor: "a", part: "policy" },
  { item: "b1", factor: "b", part: "policy" },
  { item: "b2", factor: "b", part: "policy" },
  { item: "c1", factor: "c", part: "service" },
];
const rules: TreeRules = { factorRule: "mean_of_items", partRule: "mean_of_items", serviceWeight: 0.5 };

/** 100 answers each: 80 % satisfied with a1, 60 % with b1, 40 % of 50 answers with b2, 90 % with c1. */
const totals = new Map([
  ["a1", { yes: 80, counted: 100 }],
  ["b1", { yes: 60, counted: 100 }],
  ["b2", { yes: 20, counted: 50 }],
  ["c1", { yes: 90, counted: 100 }],
]);

const value = (node: string, changed: Partial<TreeRules> = {}) => {
  const formula = nodeFormulas(items, { ...rules, ...changed }).find((candidate) => candidate.node === node);
  return linearForm(formula!, totals)?.value;
};

test("a factor is the mean of its items' shares, or all its answers pooled, as the round says", () => {
  expect(value("b")).toBeCloseTo(0.5, 15); // (60 % + 40 %) / 2
  expect(value("b", { factorRule: "pooled_answers" })).toBeCloseTo(80 / 150, 15);
});

test("a part is the mean of its items, the mean of its factors, or all answers pooled", () => {
  expect(value("policy")).toBeCloseTo((0.8 + 0.6 + 0.4) / 3, 15);
  expect(value("policy", { partRule: "mean_of_factors" })).toBeCloseTo((0.8 + 0.5) / 2, 15);
  expect(value("policy", { partRule: "pooled_answers" })).toBeCloseTo(160 / 250, 15);
});

test("the overall value gives the service part its weight and the policy part the rest", () => {
  expect(value("overall")).toBeCloseTo((0.6 + 0.9) / 2, 15);
  expect(value("overall", { serviceWeight: 0.4 })).toBeCloseTo(0.6 * 0.6 + 0.4 * 0.9, 15);
});

test("the equal-parts rule gives the published national value of 2022 from its published parts", () => {
  const published = new Map([
    ["a1", { yes: 79.72, counted: 100 }],
    ["c1", { yes: 80.43, counted: 100 }],
  ]);
  const formulas = nodeFormulas([items[0]!, items[3]!], rules);
  const overall = linearForm(formulas.find(({ node }) => node === "overall")!, published);
  expect((100 * overall!.value).toFixed(2)).toBe("80.08");
});

test("an item nobody answered leaves its node, its factor, its part and the overall value without an estimate", () => {
  const formulas = nodeFormulas(items, rules);
  const silent = new Map(totals).set("b2", { yes: 0, counted: 0 });
  const nodes = formulas.filter((formula) => linearForm(formula, silent) === null).map(({ node }) => node);
  expect(nodes).toEqual(["b2", "b", "policy", "overall"]);
});
