import { describe, expect, test } from "vitest";
import { build } from "./build.ts";

/** One row of a card of an invented province: stage, status and points. */
const entries = (row: string) =>
  build("staging.score_entries", {
    "raw.scorecards": `
      round_code | index_code   | unit_name | node_code | stage_code | score_status | points:decimal(18,9) | framework_code | framework_version | inputs | role_code | scored_at:timestamp | reason | evidence | is_locked:boolean | store_code | provenance
      2023       | par_province | Tỉnh 1    | 1.1       | ${row} | fw | 1 | null | unit | null | null | null | null | s | illustrative
    `,
    "spec.fictional_units": "unit_level | unit_code | unit_name\n province | f1 | Tỉnh 1",
    "staging.unit_names": "round_code | unit_level | unit_name | unit_code",
    "spec.framework_versions": `
      framework_code | unit_level | framework_version | provenance   | is_whole:boolean
      fw             | province   | 1                 | illustrative | true
    `,
    "spec.par_rules": "round_code | index_code | framework_code\n 2023 | par_province | fw",
    "spec.score_stages": "stage_code\n self",
    "spec.rounds": "round_code\n 2023",
  });

describe("a row of a scorecard", () => {
  test("is read where it says its stage and whether it is scored", async () => {
    expect(await entries("self | scored | 1.5")).toMatchObject([{ unit_code: "f1", score_status: "scored" }]);
    expect(await entries("published | scored | 1.5")).toEqual([]);
  });

  test("without a stage stops the build: it is neither published nor of a card", async () => {
    await expect(entries("null | scored | 1.5")).rejects.toThrow(/stage_code never empty/);
  });

  test("that does not say whether it is scored stops the build: a gap is no zero", async () => {
    await expect(entries("self | null | null")).rejects.toThrow(
      /every row says whether it is scored(.|\n)*unit_code = f1, node_code = 1.1/,
    );
  });
});
