import { describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { frameworkNodes, isWhole } from "../../../models/frameworks/frameworkNodes.ts";
import { frameworkVersion } from "../../../models/frameworks/frameworkVersion.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { edited, spec, specFiles } from "../specFiles.ts";

const file = (folder: string) => `models/frameworks/${folder}/framework.yaml`;
const of2948 = file("2948-qd-bnv-province");
const minhHoa = file("minh-hoa-ministry");
const held = (framework: string, level: string) =>
  spec.frameworks.find((each) => each.framework === framework && each.level === level)!;

/** What reading says of the repository's files with some of them edited, without their paths. */
function problems(edits: Record<string, (text: string) => string>): string[] {
  try {
    readSpec(edited(edits));
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.issues.map((issue) => `${issue.line} ${issue.path}: ${issue.message}`);
  }
}
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe("what the decisions confirm is transcribed", () => {
  test("2948/QĐ-BNV, provinces: eight areas of 100 points, with their counts", () => {
    const { nodes, counts } = held("2948/QĐ-BNV", "province");
    expect(nodes.map((area) => area.max)).toEqual([
      "10.00",
      "10.00",
      "14.50",
      "11",
      "16",
      "7.00",
      "16.00",
      "15.50",
    ]);
    expect(nodes.map((area) => area.counts?.criteria)).toEqual([6, 4, 5, 4, 9, 3, 5, 3]);
    expect(nodes.map((area) => area.counts?.subcriteria)).toEqual([6, 6, 16, 10, 16, 6, 18, 3]);
    expect(counts).toEqual({ areas: 8, criteria: 38, subcriteria: 81 });
  });

  test("1149/QĐ-BNV, ministries: seven areas of 100 points, 36.50 of them by survey", () => {
    const { nodes, survey_points } = held("1149/QĐ-BNV", "ministry");
    expect(nodes.map((area) => area.max)).toEqual(["9", "16.5", "17", "12.5", "16", "12.5", "16.5"]);
    expect(survey_points?.points).toBe("36.50");
  });

  test("876/QĐ-BNV, ministries: seven areas with counts, no maxima of areas, 68.50 + 31.50, no SIPAS", () => {
    const { nodes, blocks } = held("876/QĐ-BNV", "ministry");
    expect(nodes.map((area) => [area.counts?.criteria, area.counts?.subcriteria, area.max])).toEqual([
      [7, 6, undefined],
      [9, 15, undefined],
      [6, 19, undefined],
      [4, 14, undefined],
      [6, 16, undefined],
      [3, 13, undefined],
      [3, 14, undefined],
    ]);
    expect(blocks.map((block) => [block.max_points, block.kinds])).toEqual([
      ["68.50", ["appraised"]],
      ["31.50", ["survey"]],
    ]);
  });

  test("876/QĐ-BNV, provinces: four blocks; that 10 + 22 are the surveyed 32 is inferred, and says so", () => {
    const { blocks, survey_points, nodes } = held("876/QĐ-BNV", "province");
    expect(blocks.map((block) => [block.max_points, block.kinds[0], block.status])).toEqual([
      ["61.50", "appraised", "confirmed"],
      ["10", "sipas", "inferred"],
      ["22", "survey", "inferred"],
      ["6.50", "statistic", "confirmed"],
    ]);
    expect([survey_points?.points, nodes.length]).toEqual(["32.00", 0]);
  });

  test("no criterion of a decision is held, so no unit can be scored by one; the illustrative sets are whole", () => {
    const decisions = spec.frameworks.filter((each) => each.provenance === "published");
    expect(decisions.map(isWhole)).toEqual([false, false, false, false]);
    expect(decisions.flatMap((each) => frameworkNodes(each)).filter(({ depth }) => depth > 1)).toEqual([]);
    expect(spec.frameworks.filter((each) => each.provenance === "illustrative").map(isWhole)).toEqual([
      true,
      true,
    ]);
  });
});

describe("a framework that does not hold together is refused, with its line", () => {
  test("the contradiction inside 2948 (38 criteria, by area 39) loads only under a waiver that names it", () => {
    expect(problems({ [of2948]: replace(/waivers:\n[\s\S]*?(?=nodes:)/, "") })).toEqual([
      "18 counts.criteria: is 38; the areas' own counts add to 39",
    ]);
  });

  test("a waiver that nothing needs is a problem itself", () => {
    const waiver =
      'waivers:\n  - check: points_sum\n    conflict: "nothing at all is wrong here"\n    source: x\nnodes:';
    expect(problems({ [file("1149-qd-bnv-ministry")]: replace("nodes:", waiver) })).toEqual([
      "24 waivers[0]: waives points_sum, which holds without it",
    ]);
  });

  test("F67: areas that do not add to 100 name the sum and the decision", () => {
    expect(problems({ [of2948]: replace('max: "14.50"', 'max: "14.00"') })).toEqual([
      "23 nodes: areas add to 99.5 points; the framework has 100",
      "34 nodes[2]: area 3 has 14.00 points; 2948/QĐ-BNV gives 14.50",
    ]);
  });

  test("every problem of a file is said at once", () => {
    const found = problems({
      [minhHoa]: (text) =>
        text
          .replace("Tiêu chí minh họa 1.1.1", "Đã đổi tên")
          .replace("code: 1.1.2", "code: 1.1.1")
          .replace("kind: survey\n", "kind: appraised\n"),
    });
    expect(found.map((each) => each.replace(/^\d+ /, ""))).toEqual([
      "survey_points.points: is 31.50; survey and SIPAS leaves add to 29.5",
      "blocks[0].max_points: is 68.50; leaves of the kinds appraised add to 70.5",
      "blocks[1].max_points: is 31.50; leaves of the kinds survey add to 29.5",
      "nodes[0].children[0].children[1].code: 1.1.1 stands twice",
    ]);
  });

  test.each([
    [
      "a leaf that a survey scores is not self-scored",
      /self_scored: false/,
      "self_scored: true",
      "1.7 is a survey leaf; what a survey scores is never self-scored",
    ],
    [
      "a number without quotes loses its digits",
      /max: "0.70"/,
      "max: 0.70",
      "is 0.7; text (in quotes when it looks like a number) is needed",
    ],
    ["an unknown key is named", /self_scored: false/, "self_score: false", "is not a known key here"],
    [
      "a code under another parent",
      "code: 1.1.2",
      "code: 1.2.2",
      "1.2.2 stands under 1.1; its number begins otherwise",
    ],
    [
      "an invented set never bears a decision's name",
      "framework: minh-hoa-ministry",
      "framework: 876/QĐ-BNV",
      "is 876/QĐ-BNV; an illustrative set is called minh-hoa-…, not after a decision",
    ],
    [
      "maxima of children and parent",
      'max: "2.10"',
      'max: "2.15"',
      "children of 1.1 add to 2.1 points; it has 2.15",
    ],
    ["counts against the decision", "subcriteria: 97", "subcriteria: 98", "is 98; 876/QĐ-BNV has 97"],
    [
      "a rule's formula",
      "(done / planned - 0.5) / 0.5 * max",
      "(done / plan) * max",
      '"(done / plan) * max": "plan" is none of max, done, planned (character 9)',
    ],
  ])("%s", (_, from, to, message) => {
    expect(problems({ [minhHoa]: replace(from, to) }).join("\n")).toContain(message);
  });

  test("the folder is named after the decision and the level", () => {
    const files = specFiles();
    files.set(file("876-province"), files.get(file("876-qd-bnv-province"))!);
    expect(() => readSpec(files)).toThrow("its folder is called 876-qd-bnv-province");
  });

  test("a file of another name in the folder is not passed over in silence", () => {
    const files = specFiles().set("models/frameworks/minh-hoa-ministry/rules.yaml", "a: 1");
    expect(() => readSpec(files)).toThrow("is not a file that is read");
  });
});

test("F68: the version of a framework changes with a maximum or a rule, not with a name", () => {
  const own = held("minh-hoa-ministry", "ministry");
  const reread = (from: string, to: string) =>
    readSpec(edited({ [minhHoa]: replace(from, to) })).frameworks.find(
      (each) => each.framework === own.framework,
    )!;
  expect(frameworkVersion(own)).toMatch(/^[0-9a-f]{12}$/);
  expect(frameworkVersion(reread("Tiêu chí minh họa 1.1.1", "Tên khác"))).toBe(frameworkVersion(own));
  expect(frameworkVersion(reread('zero_below: "80"', 'zero_below: "75"'))).not.toBe(frameworkVersion(own));
});
