import { describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { toSpecTables } from "../../../models/spec/specTables.ts";
import { edited, spec } from "../specFiles.ts";

const round2023 = "models/rounds/2023/round.yaml";
const withScoring = (scoring: string) =>
  edited({
    [round2023]: (text) => text.replace("    unpublished:\n", `    scoring:\n${scoring}    unpublished:\n`),
  });
const on = (more: string) =>
  `      not_applicable:\n        value: true\n        why: { vi: "Theo văn bản", en: "As laid down" }\n${more}`;
const scoringOf = (files: Map<string, string>) =>
  toSpecTables(readSpec(files))
    .find((table) => table.name === "spec.par_scoring")
    ?.rows.find((row) => row["index_code"] === "par_ministry");

describe("switches of scoring", () => {
  test("without a source everything is off: not applicable, bonus, penalty, withholding", () => {
    expect(toSpecTables(spec).find((table) => table.name === "spec.par_scoring")?.rows).toEqual(
      ["par_ministry", "par_province"].map((index_code) => ({
        round_code: "2023",
        index_code,
        allows_not_applicable: false,
        allows_bonus: false,
        allows_penalty: false,
        allows_withholding: false,
      })),
    );
  });

  test("a switch is on only where the round cites a source that confirms it", () => {
    expect(
      scoringOf(withScoring(on("        status: confirmed\n        source: https://example.org\n"))),
    ).toMatchObject({
      allows_not_applicable: true,
      allows_bonus: false,
    });
    for (const weak of [
      "        status: confirmed\n",
      "        status: assumed\n        source: https://example.org\n",
    ])
      expect(() => readSpec(withScoring(on(weak)))).toThrow(SpecError);
    expect(() => readSpec(withScoring(on("        status: assumed\n")))).toThrow(
      "indices.par_ministry.scoring.not_applicable: is on; it needs a source that confirms it, and is off without one",
    );
  });
});

describe("groups", () => {
  const groups = (index: string) =>
    toSpecTables(spec)
      .find((table) => table.name === "spec.par_groups")
      ?.rows.filter((row) => row["index_code"] === index)
      .map((row) => [
        row["group_code"],
        row["from_percent"],
        row["above_percent"],
        row["below_percent"],
        row["is_confirmed"],
      ]);

  test("provinces have A, B and C as published, and a D that no source confirms", () => {
    expect(groups("par_province")).toEqual([
      ["a", "90", null, null, true],
      ["b", "80", null, null, true],
      ["c", "70", null, null, true],
      ["d", null, null, "70", false],
    ]);
  });

  test("ministries have above 90, 80 to 90 and below 80; SIPAS has none", () => {
    expect(groups("par_ministry")).toEqual([
      ["above_90", null, "90", null, true],
      ["from_80", "80", null, null, true],
      ["below_80", null, null, "80", true],
    ]);
    expect(groups("sipas")).toEqual([]);
  });
});

describe("fictional units", () => {
  test("they are in no list of units, no round and under no name of a real unit", () => {
    expect(spec.fictionalUnits.map((unit) => unit.unit_name).slice(0, 2)).toEqual(["Bộ A", "Bộ B"]);
    expect(spec.fictionalUnits).toHaveLength(18);
    expect(spec.units.filter((unit) => unit.unit_code.startsWith("minh-hoa"))).toEqual([]);
  });

  test.each([
    [
      "a real name",
      "minh-hoa-bo-a,ministry,Bộ A,",
      "minh-hoa-bo-a,ministry,BỘ NỘI VỤ,",
      "BỘ NỘI VỤ is the real unit bnv",
    ],
    ["a real code", "minh-hoa-bo-a,", "bnv,", "the code of a fictional unit begins with minh-hoa-"],
    ["a name twice", "ministry,Bộ B,", "ministry,Bộ  a,", "Bộ  a stands twice"],
  ])("%s is refused", (_, from, to, message) => {
    expect(() =>
      readSpec(edited({ "models/units/fictional.csv": (text) => text.replace(from, to) })),
    ).toThrow(message);
  });
});
