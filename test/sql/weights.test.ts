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

describe("a margin of ten categories", () => {
  const options = Array.from({ length: 10 }, (_, i) => `f | job | j${i + 1} | ${i + 1}`).join("\n");
  const specification = {
    "spec.sipas_rules": "round_code | index_code | instrument_code\n 2022 | sipas | f",
    "spec.calibration_margins":
      "round_code | index_code | margin_code | is_collapsible:boolean\n 2022 | sipas | job | true",
    "spec.item_options": `instrument_code | item_code | option_code | option_order:int\n${options}`,
    "spec.weighting":
      "round_code | index_code | collapse_below:int | lower_bound:double | upper_bound:double\n 2022 | sipas | 5 | null | null",
    "spec.margins": `
      round_code | index_code | unit_code | margin_code | category_code | population:bigint | source | reference_date | verified_by
      ${Array.from({ length: 10 }, (_, i) => `2022 | sipas | 01 | job | j${i + 1} | 100 | s | null | null`).join("\n")}
    `,
  };

  test("merges a small category with the next of the form, the tenth with the ninth", async () => {
    const cells = Array.from(
      { length: 10 },
      (_, i) => `2022 | sipas | 01 | ${i + 1} | ${i === 9 ? 1 : 20} | 1000000000`,
    );
    const rows = await build("weights.collapsed_categories", {
      ...specification,
      "weights.cells": `
        round_code | index_code | unit_code | cell_key | n_responses:int | entering_weight_e9:bigint
        ${cells.join("\n")}
      `,
    });
    expect(rows.map(({ category_code, merged_code }) => [category_code, merged_code])).toEqual([
      ["j10", "j9+j10"],
      ["j9", "j9+j10"],
    ]);
  });

  test("shows the population of a category that nobody is in, and what it was merged into", async () => {
    const cells = Array.from(
      { length: 9 },
      (_, i) => `2022 | sipas | 01 | ${i + 1} | 20 | 1000000000 | 1000000000 | derived`,
    );
    const rows = await build("weights.margin_fits", {
      ...specification,
      "weights.cluster_cells": `
        round_code | index_code | unit_code | cell_key | n_responses:int | base_weight_e9:bigint | entering_weight_e9:bigint | provenance
        ${cells.join("\n")}
      `,
      "weights.cells": "round_code | unit_code\n 2022 | 01",
      "weights.cell_weights": `
        round_code | index_code | recipe_code | unit_code | cell_key | entering_weight_e9:bigint | weight_e9:bigint
        ${cells.map((_, i) => `2022 | sipas | design | 01 | ${i + 1} | 1000000000 | 5000000000`).join("\n")}
      `,
      "weights.collapsed_categories": `
        round_code | calibration_group | margin_code | category_level | merged_code | n_merged_responses:int
        2022       | 2022/01           | job         | 10             | j9+j10      | 20
      `,
    });
    const tenth = rows.filter(({ category_code }) => category_code === "j10");
    expect(tenth).toMatchObject([
      { unit_code: "01", n_responses: 0, sum_weight: 0, population: 100, merged_code: "j9+j10" },
      { unit_code: "vn", n_responses: 0, sum_weight: 0, population: 100 },
    ]);
  });
});
