import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { spec } from "../specFiles.ts";

interface CopyRow {
  question: string;
  item: string;
  block: string;
  code: string;
  short_label: string;
  scale: string;
}

const copy: CopyRow[] = parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/sipas_questionnaire_2022.csv"), "utf8"),
  { columns: true },
);
const form = spec.instruments.find(({ instrument }) => instrument === "sipas-2022");
const items = form?.items ?? [];
const ofQuestion = (question: string) => copy.filter((row) => row.question === question);
const codesOf = (block: string) => items.filter((item) => item.block === block).map((item) => item.code);
const bare = (text: string) => text.toLowerCase().replace(/^[^:]*: /, "");

test("the form has 33 satisfaction items in 4 policy contents and 5 service factors", () => {
  const perFactor = form?.factors.map(({ code, part }) => [
    part,
    code,
    items.filter((item) => item.factor === code).length,
  ]);
  expect(perFactor).toEqual([
    ["policy", "accountability", 2],
    ["policy", "participation", 2],
    ["policy", "policy_quality", 8],
    ["policy", "impact", 2],
    ["service", "access", 4],
    ["service", "procedures", 4],
    ["service", "civil_servants", 5],
    ["service", "results", 3],
    ["service", "feedback", 3],
  ]);
  expect(items.filter((item) => item.factor !== undefined).every((item) => item.levels === 5)).toBe(true);
});

test("items and composites make the 45 published satisfaction indices", () => {
  expect(33 + (form?.factors.length ?? 0) + (form?.parts.length ?? 0) + 1).toBe(45);
});

test("the respondent's part has these seven questions; the place comes from the sample", () => {
  expect(codesOf("demographic")).toEqual([
    "gender",
    "age",
    "ethnicity",
    "education",
    "occupation",
    "residence",
    "terrain",
  ]);
  expect(copy.filter((row) => row.question === "0").map((row) => row.code)).toEqual([
    ...codesOf("demographic"),
    "location",
  ]);
});

describe("wording follows the copy", () => {
  test.each(["1", "2", "8", "9", "10"])("item for item in question %s", (question) => {
    const ours = ofQuestion(question).map((row) =>
      bare(items.find((item) => item.code === row.code)?.name.vi ?? ""),
    );
    const theirs = ofQuestion(question).map((row) =>
      bare(question === "1" ? row.short_label.replace("quan tâm ", "") : row.short_label),
    );
    expect(ours.filter((_, i) => i !== 7 || question !== "10")).toEqual(
      theirs.filter((_, i) => i !== 7 || question !== "10"),
    );
  });

  test.each([
    ["3", "participate", 5],
    ["4", "harass", 3],
    ["5", "bribe", 3],
    ["6", "submit", 3],
    ["7", "infomode", 3],
  ])("option for option in question %s, which is one answer", (question, code, n) => {
    const options = items.find((item) => item.code === code)?.options ?? [];
    expect(options.map((option) => bare(option.name.vi))).toEqual(
      ofQuestion(question).map((row) => bare(row.short_label)),
    );
    expect(options).toHaveLength(n);
  });

  test("the five levels of satisfaction run from the worst to the best", () => {
    const names = items
      .find((item) => item.code === "sat_01")
      ?.options?.map((option) => [option.value, option.name.vi.toLowerCase()]);
    const scale = (copy.find((row) => row.code === "sat_01")?.scale ?? "").replace("5: ", "").split(" | ");
    expect(names).toEqual(scale.map((name, i) => [String(i + 1), name]));
  });

  test("the three levels of need stand in the order of the copy, and the value rises with the need", () => {
    const options = items.find((item) => item.code === "need_01")?.options;
    expect(options?.map((option) => [option.value, option.name.vi])).toEqual([
      ["3", "Rất nhiều"],
      ["2", "Nhiều"],
      ["1", "Ít"],
    ]);
  });
});

test("the copy's slips are noted where they stand", () => {
  expect(items.find((item) => item.code === "age")?.note).toContain("18-25");
  expect(items.find((item) => item.code === "bribe")?.note).toContain("question 2");
  expect(items.find((item) => item.code === "need_08")).toMatchObject({ kind: "missing_in_copy" });
  expect(codesOf("experience")).toHaveLength(7);
});

test("every source knows an item by its question code", () => {
  const question = (code: string) => items.find((item) => item.code === code)?.question;
  expect(
    [
      "gender",
      "interest_8",
      "channel_7",
      "participate",
      "infomode",
      "exp_7",
      "sat_01",
      "sat_33",
      "need_10",
      "open_1",
    ].map(question),
  ).toEqual(["A_gender", "Q1_8", "Q2_7", "Q3", "Q7", "Q8_7", "Q9_01", "Q9_33", "Q10_10", "Q11"]);
});
