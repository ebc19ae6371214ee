import { expect, test } from "vitest";
import { methodRules } from "../../../models/rounds/methodRules.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { spec, specFilesWith2025 } from "../specFiles.ts";

const rulesOf = (year: string) => {
  const { rounds, instruments } = readSpec(specFilesWith2025());
  const round = rounds.find((each) => each.round.round === year);
  if (round === undefined) throw new Error(`no round ${year}`);
  return methodRules(round, instruments);
};

test("the method page of SIPAS 2022 has every rule, in reading order, with what stands behind it", () => {
  const ofCitizens = rulesOf("2022").filter((rule) => rule.index === "sipas");
  expect(ofCitizens.map((rule) => `${rule.code}: ${rule.status}`)).toEqual([
    "stages: assumed",
    "fieldwork: assumed",
    "exclusion_unknown_person: assumed",
    "exclusion_test_response: assumed",
    "exclusion_not_submitted: assumed",
    "exclusion_before_opening: assumed",
    "exclusion_after_closing: assumed",
    "exclusion_edited_after_closing: assumed",
    "exclusion_duplicate_submission: assumed",
    "exclusion_no_valid_answer: assumed",
    "duplicate_keeps: assumed",
    "weighting_base: assumed",
    "weighting_eligibility: assumed",
    "weighting_nonresponse: assumed",
    "weighting_calibration: assumed",
    "weighting_trimming: assumed",
    "weighting_quantisation: assumed",
    "satisfied_from: inferred",
    "denominator: assumed",
    "factor: assumed",
    "part: assumed",
    "service_weight: inferred",
    "nation: assumed",
    "minimum_n: assumed",
    "minimum_count: assumed",
    "dominance: assumed",
    "secondary: assumed",
    "earlier_releases: assumed",
    "interval: assumed",
    "importance: assumed",
    "shown_recipe: assumed",
    "comparable_with_2021: inferred",
  ]);
});

test("the method page of PAR INDEX 2023 says which rules the published table confirms", () => {
  const ofMinistries = rulesOf("2023").filter((rule) => rule.index === "par_ministry");
  expect(ofMinistries.map((rule) => `${rule.code}: ${rule.status}`)).toEqual([
    "framework: confirmed",
    "blocks: confirmed",
    "groups: inferred",
    "ties: assumed",
    "unpublished_ttcp: confirmed",
    "unpublished_ubdt: confirmed",
    "officials_form: assumed",
    "officials_fieldwork: assumed",
    "officials_exclusions: assumed",
    "officials_leaves: assumed",
    "officials_answer_shares: assumed",
    "officials_combine: assumed",
    "officials_group_weights: assumed",
    "officials_merge_classes_below: assumed",
    "officials_minimum_n: assumed",
  ]);
});

test("settings read as words in both languages, with a decimal comma in Vietnamese", () => {
  const value = (code: string) => rulesOf("2022").find((rule) => rule.code === code)?.value;
  expect(value("service_weight")).toEqual({ vi: "0,5", en: "0.5" });
  expect(value("satisfied_from")).toEqual({ vi: "mức 4 trở lên", en: "level 4 and above" });
  expect(value("fieldwork")).toEqual({ vi: "01/12/2022 – 31/12/2022", en: "01/12/2022 – 31/12/2022" });
  expect(value("stages")?.en).toBe("district, commune, village, person");
});

test("a round without districts has none on its method page", () => {
  expect(rulesOf("2025").find((rule) => rule.code === "stages")?.value.vi).toBe(
    "xã, thôn, tổ dân phố, người",
  );
});

test("no setting is left without words", () => {
  const texts = spec.rounds
    .flatMap((round) => methodRules(round, spec.instruments))
    .flatMap(({ value }) => [value.vi, value.en]);
  expect(texts.filter((text) => /_|[a-z]-[a-z]+-?[a-z]*$|\d{4}-\d{2}|\[x\]/.test(text))).toEqual([]);
});
