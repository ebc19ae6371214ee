import { describe, expect, test } from "vitest";
import { build } from "./build.ts";

/** Ten respondents of one cell and one base weight; an eleventh weighs what is asked. */
const unit = (weight: string) => ({
  "spec.sipas_recipes": `
    round_code | index_code | recipe_code
    2022       | sipas      | design
  `,
  "spec.weighting": `
    round_code | index_code | stop_above_median:double
    2022       | sipas      | 100
  `,
  "weights.cluster_cells": `
    round_code | index_code | unit_code | cluster_key | cell_key | entering_weight_e9:bigint | n_responses:integer | provenance
    2022       | sipas      | 01        | a           | 1        | 1000000000                | 10                  | illustrative
    2022       | sipas      | 01        | a           | 2        | ${weight}                 | 1                   | illustrative
  `,
  "weights.calibration_factors": `
    round_code | index_code | unit_code | cell_key | calibration_factor:double | weight_limit_e9:bigint
    2022       | sipas      | 01        | 1        | 2                         | null
    2022       | sipas      | 01        | 2        | 2                         | null
  `,
});

describe("a weight that is none stops the build, with its unit and cell (F60)", () => {
  test.each(["0", "-5000000000", "9000000000000000000"])("%s billionths that enter", async (weight) => {
    await expect(build("weights.cell_weights", unit(weight))).rejects.toThrow(
      /broke its promise "every weight is a positive number.*unit_code = 01, cell_key = 2/s,
    );
  });

  test("one far above the median of its unit", async () => {
    await expect(build("weights.cell_weights", unit("101000000000"))).rejects.toThrow(
      /median of its unit":\n {2}round_code = 2022, unit_code = 01, cell_key = 2, weight = 202, median = 2, stop_above_median = 100/,
    );
    expect(await build("weights.cell_weights", unit("100000000000"))).toHaveLength(2);
  });
});

describe("a place of the sample", () => {
  const places = (disposition: string) => ({
    "clean.sample_paths": `
      round_code | index_code | sample_unit_key | unit_code | path_keys:varchar[] | inclusion_probability:double | is_substitute:boolean | replaced_by_key | final_disposition | provenance
      2022       | sipas      | an              | 01        | [d, c, an]          | 0.5                          | false                 | null            | ${disposition}    | illustrative
    `,
    "clean.response_status": `
      round_code | index_code | response_key | is_valid:boolean
      2022       | sipas      | r1           | true
    `,
    "staging.responses": `
      round_code | index_code | response_key | sample_unit_key
      2022       | sipas      | r1           | an
    `,
  });

  test.each([
    ["complete", "respondent"],
    ["ineligible", "contradicted"],
    ["unknown_eligibility", "contradicted"],
    ["null", "contradicted"],
    ["COMPLETE", "contradicted"],
  ])("with a valid response whose disposition is %s is %s", async (disposition, status) => {
    expect(await build("weights.case_statuses", places(disposition))).toMatchObject([
      { cluster_key: "c", base_weight_e9: 2_000_000_000, case_status: status, is_case: true },
    ]);
  });

  test.each([
    ["refusal", "nonrespondent"],
    ["ineligible", "ineligible"],
    ["unknown_eligibility", "unknown"],
    ["null", "unknown"],
  ])("without one whose disposition is %s is %s, never a respondent", async (disposition, status) => {
    const inputs = {
      ...places(disposition),
      "staging.responses": "round_code | index_code | response_key | sample_unit_key",
    };
    expect(await build("weights.case_statuses", inputs)).toMatchObject([{ case_status: status }]);
  });
});
