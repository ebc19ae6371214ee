import { describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { leafDepartments } from "../../../models/frameworks/responsible.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { edited, spec } from "../specFiles.ts";

const departments = "models/frameworks/minh-hoa-province/responsible.csv";
const crosswalk = "models/frameworks/crosswalk.csv";

/** What reading says of the repository's files with lines added to one of them: every problem at once. */
function problems(file: string, lines: readonly string[]): string {
  try {
    readSpec(edited({ [file]: (text) => `${text}${lines.join("\n")}\n` }));
    return "";
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.issues.map((issue) => `${issue.path}: ${issue.message}`).join("\n");
  }
}

describe("who answers for a leaf", () => {
  const framework = spec.frameworks.find((own) => own.framework === "minh-hoa-province")!;
  const row = (node_code: string, unit_code: string | null, department_name: string) => ({
    node_code,
    unit_code,
    department_name,
    department_name_en: department_name,
    status: "assumed" as const,
    source: null,
  });

  test("is named by the nearest node, and a unit's own row goes before one for all units", () => {
    const found = leafDepartments(framework, [
      row("3", null, "area"),
      row("3.1", null, "criterion"),
      row("3", "minh-hoa-tinh-01", "own area"),
    ]);
    const of = (leaf: string, unit: string | null) =>
      found.find((one) => one.leaf === leaf && one.unit_code === unit)?.row.department_name;
    expect([of("3.1.1", null), of("3.2.1", null), of("3.1.1", "minh-hoa-tinh-01")]).toEqual([
      "criterion",
      "area",
      "own area",
    ]);
    expect(of("4.1.1", null)).toBeUndefined();
  });

  test("is illustrative and assumed in the illustrative sets; of the decisions nobody is named", () => {
    expect(spec.responsible.map(({ framework: code }) => code).sort()).toEqual([
      "minh-hoa-ministry",
      "minh-hoa-province",
    ]);
    for (const { rows } of spec.responsible)
      expect(
        rows.every((one) => one.status === "assumed" && / minh họa( |$)/.test(one.department_name)),
      ).toBe(true);
  });

  test("a node that is not there, a real unit, a missing source and a node twice are refused", () => {
    const found = problems(departments, [
      "9.9,,A,A,assumed,",
      "1,01,A,A,assumed,",
      "1.1,,A,A,confirmed,",
      "1,,A,A,assumed,",
    ]);
    expect(found).toContain("node_code: 9.9 is no node of minh-hoa-province");
    expect(found).toContain("unit_code: 01 is not a unit that minh-hoa-province scores");
    expect(found).toContain("source: is missing; a department that is confirmed needs its source");
    expect(found).toContain("node_code: 1 stands twice for all units");
  });
});

describe("the crosswalk of frameworks", () => {
  test("is empty: of no two frameworks are the criteria held", () => {
    expect(spec.crosswalk).toEqual([]);
  });

  test("a leaf that is not held, a review without a day and a framework with itself are refused", () => {
    const found = problems(crosswalk, [
      "province,minh-hoa-province,1.1.1,2948/QĐ-BNV,1.1,proposed,,x",
      "province,minh-hoa-province,1.1.1,2948/QĐ-BNV,1.2,reviewed,,x",
      "province,minh-hoa-province,1.1.1,minh-hoa-province,1.1.2,proposed,,x",
    ]);
    expect(found).toContain("earlier_node_code: 1.1 is no leaf of 2948/QĐ-BNV (province)");
    expect(found).toContain("reviewed_on: must have a day");
    expect(found).toContain("earlier_framework_code: is the same framework");
  });
});
