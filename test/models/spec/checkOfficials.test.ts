import { describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { edited } from "../specFiles.ts";

const officials = "models/rounds/2023/officials.yaml";
const sipas = "models/rounds/2023/fictional_sipas.csv";

function problems(file: string, edit: (text: string) => string): string[] {
  try {
    readSpec(edited({ [file]: edit }));
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^.*?:\d+: /, ""));
  }
}

describe("the survey of officials of a round", () => {
  test("every surveyed leaf has items, and nothing else has", () => {
    expect(problems(officials, (text) => text.replace('{ leaf: "8.2.7"', '{ leaf: "8.1"'))).toEqual([
      "par_province.leaves: has no items for the surveyed leaf 8.2.7 of minh-hoa-province",
      "par_province.leaves.value[6].leaf: 8.1 is not a surveyed leaf of minh-hoa-province",
    ]);
  });

  test("an item serves one leaf, stands on the form, and has a share for each of its levels", () => {
    expect(problems(officials, (text) => text.replace("view_8_2_2_1", "view_8_2_1_1"))).toEqual([
      "par_province.leaves.value[1].items[0]: view_8_2_1_1 stands twice",
    ]);
    expect(problems(officials, (text) => text.replace("view_8_2_2_1", "view_9"))).toEqual([
      "par_province.leaves.value[1].items[0]: view_9 is not an item of officials-province",
    ]);
    expect(problems(officials, (text) => text.replace('["0", "20", "60", "100"]', '["0", "100"]'))).toContain(
      "par_ministry.leaves.value[0].items[0]: view_1_7_1 has 4 levels; answer_shares has 2",
    );
  });

  test("stated weights name every group and add to 1", () => {
    expect(problems(officials, (text) => text.replace("delegates: 0.3", "delegates: 0.4"))).toEqual([
      "par_province.group_weights.value: weights add to 1.1; they must add to 1",
    ]);
    expect(problems(officials, (text) => text.replace("districts: 0.3 }", "mayors: 0.3 }"))).toEqual([
      "par_province.group_weights.value: has no weight for the group districts",
      "par_province.group_weights.value.mayors: mayors is not a group of officials-province",
    ]);
  });

  test("SIPAS gives points to provinces, never to ministries", () => {
    const found = problems(
      officials,
      (text) => `${text}  sipas: { value: linear, status: assumed, why: { vi: thử, en: test } }\n`,
    );
    expect(found).toEqual([
      "par_ministry.sipas: stands with ministries; SIPAS gives points to provinces only",
    ]);
  });

  test("an invented SIPAS stands under a fictional province only", () => {
    expect(problems(sipas, (text) => text.replace("minh-hoa-tinh-01", "minh-hoa-bo-a"))).toEqual([
      "unit_code: minh-hoa-bo-a is not a fictional province",
    ]);
  });
});
