import { join } from "node:path";
import { Big } from "big.js";
import { describe, expect, test } from "vitest";
import type { Framework, FrameworkLevel } from "../../../models/frameworks/framework.ts";
import { frameworkLeaves, frameworkNodes, isWhole } from "../../../models/frameworks/frameworkNodes.ts";
import { illustrativeFramework } from "../../../models/frameworks/illustrativeFramework.ts";
import { toFrameworkYaml } from "../../../models/frameworks/toFrameworkYaml.ts";
import { spec } from "../specFiles.ts";

const decision = (level: FrameworkLevel) =>
  spec.frameworks.find((each) => each.framework === "876/QĐ-BNV" && each.level === level) as Framework;
const made = (level: FrameworkLevel) => illustrativeFramework(decision(level));
const head = [
  "Bộ tiêu chí MINH HỌA: không phải bộ tiêu chí chính thức. Chỉ tổng điểm và số lượng là của quyết định nêu ở `follows`.",
  "Made by models/frameworks/illustrativeFramework.ts; a test holds the two together. Do not edit by hand.",
];

describe.each(["ministry", "province"] as const)("the illustrative framework of the level %s", (level) => {
  test("its file is what the function makes", async () => {
    const file = join(import.meta.dirname, `../../../models/frameworks/minh-hoa-${level}/framework.yaml`);
    await expect(toFrameworkYaml(made(level), head)).toMatchFileSnapshot(file);
  });

  test("every criterion is called illustrative, and no maximum is called confirmed", () => {
    const nodes = frameworkNodes(made(level)).filter(({ depth }) => depth > 1);
    expect(nodes.filter(({ node }) => node.name.vi !== `Tiêu chí minh họa ${node.code}`)).toEqual([]);
    expect(frameworkNodes(made(level)).filter(({ node }) => node.status === "confirmed")).toEqual([]);
  });

  test("it is whole: every leaf has a rule, a maximum above zero and says whether it is self-scored", () => {
    const leaves = frameworkLeaves(made(level));
    expect(isWhole(made(level))).toBe(true);
    expect(leaves.filter((leaf) => leaf.rule === undefined || !new Big(leaf.max).gt(0))).toEqual([]);
    expect(
      leaves.filter((leaf) => leaf.self_scored !== ["appraised", "statistic"].includes(leaf.kind)),
    ).toEqual([]);
  });
});

const pointsOf = (own: Framework, ...kinds: string[]) =>
  frameworkLeaves(own)
    .filter((leaf) => kinds.includes(leaf.kind))
    .reduce((sum, leaf) => sum.plus(leaf.max), new Big(0))
    .toFixed(2);
const countsOf = (own: Framework) =>
  [1, 2, 3].map((level) => frameworkNodes(own).filter(({ depth }) => depth === level).length);

test("ministries: 7 areas, 38 criteria, 97 sub-criteria, 68.50 appraised and 31.50 surveyed points, no SIPAS", () => {
  const own = made("ministry");
  expect(countsOf(own)).toEqual([7, 38, 97]);
  expect(own.nodes.map((area) => area.children?.length)).toEqual([7, 9, 6, 4, 6, 3, 3]);
  expect([pointsOf(own, "appraised"), pointsOf(own, "survey"), pointsOf(own, "sipas", "statistic")]).toEqual([
    "68.50",
    "31.50",
    "0.00",
  ]);
});

test("provinces: 8 areas, 37 criteria, 88 sub-criteria; 61.50 appraised, 10 SIPAS, 22 leaders' survey, 6.50 socio-economic", () => {
  const own = made("province");
  expect(countsOf(own)).toEqual([8, 37, 88]);
  expect(["appraised", "sipas", "survey", "statistic"].map((kind) => pointsOf(own, kind))).toEqual([
    "61.50",
    "10.00",
    "22.00",
    "6.50",
  ]);
});

test("a leaf stands at level 2 and at level 3", () => {
  const depths = new Set(frameworkLeaves(made("ministry")).map((leaf) => leaf.code.split(".").length));
  expect([...depths].sort()).toEqual([2, 3]);
});
